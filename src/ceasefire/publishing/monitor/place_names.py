"""Words on the map, where there is room for them: the outlines' own names, and the numbers of incidents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ceasefire.publishing.figures.svg import text
from ceasefire.publishing.inert import one_line
from ceasefire.publishing.monitor.edges import middle
from ceasefire.publishing.monitor.frame import Frame
from ceasefire.publishing.monitor.land import Land
from ceasefire.publishing.monitor.spots import Group

SIZE, A_LETTER, A_DIGIT = 8.5, 4.7, 6.2

Box = tuple[float, float, float, float]


def place_names(land: Land, on: Frame, marks: Sequence[Group]) -> Iterator[str]:
    """Each name inside its outline, unless it is too long for it or would cover a mark or another name."""
    taken = [(one.x - one.size, one.y - one.size, one.x + one.size + 10, one.y + one.size) for one in marks]
    for name, shape in sorted(zip(land.names, land.shapes, strict=True), key=lambda one: (-one[1].area, one[0])):
        name = one_line(name)
        west, _, east, _ = shape.bounds
        wide = A_LETTER * len(name)
        if not name or wide > (east - west) * on.narrowed * on.scale:
            continue
        x, y = middle(shape, on)
        for moved in (0.0, 14.0, -14.0):
            box = (x - wide / 2, y + moved - SIZE, x + wide / 2, y + moved + 2)
            if on.holds(*box[:2]) and on.holds(*box[2:]) and not any(_meet(box, other) for other in taken):
                taken.append(box)
                yield text(name, x, y + moved, SIZE, text_anchor="middle", fill_opacity="0.62")
                break


def numbers_of(marks: Sequence[Group]) -> Iterator[str]:
    """The number beside each mark that stands alone, unless it would cover another mark or number."""
    taken = [_box(one) for one in marks]
    for at, one in enumerate(marks):
        if len(one.spots) > 1:
            continue
        number = str(one.spots[0].number)
        wide = A_DIGIT * len(number)
        for left in (one.x + one.size + 1.5, one.x - one.size - 1.5 - wide):
            box = (left, one.y - 4.5, left + wide, one.y + 4.5)
            if not any(_meet(box, other) for place, other in enumerate(taken) if place != at):
                taken.append(box)
                yield text(number, left, one.y + 3.5, 9.5, font_weight="600")
                break


def _box(one: Group) -> Box:
    return (one.x - one.size, one.y - one.size, one.x + one.size, one.y + one.size)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
