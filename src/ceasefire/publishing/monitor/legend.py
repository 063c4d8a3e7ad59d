"""The key of the map and its scale."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ceasefire.publishing.figures.shapes import drawn as shape
from ceasefire.publishing.figures.svg import tag, text
from ceasefire.publishing.monitor.frame import Frame
from ceasefire.publishing.monitor.spots import MARK, Group, Spot
from ceasefire.publishing.monitor.words import look, phrase, words

SIZE, ROW, A_LETTER = 11.0, 22.0, 6.0
Draw = Callable[[float, float], str]


def legend(spots: Sequence[Spot], joined: Sequence[Group], top: float, name: str) -> tuple[str, float]:
    """The key, row by row as wide as the map, and its height; only what the map shows is in it."""
    parts, x, y = [], 0.0, top
    for draw, said in _entries(spots, joined, name):
        wide = 26 + A_LETTER * len(said) + 16
        if x and x + wide > 760:
            x, y = 0.0, y + ROW
        parts.append(draw(x + 10, y + 8) + text(said, x + 26, y + 12, SIZE))
        x += wide
    return "".join(parts), (y - top + ROW) if parts else 0.0


def _entries(spots: Sequence[Spot], joined: Sequence[Group], name: str) -> Iterator[tuple[Draw, str]]:
    for verdict in words("verdicts"):
        if any(one.verdict == verdict for one in spots):
            known = look(verdict)
            yield _mark(known["shape"], known["colour"]), known["word"]
    if any(one.radius > MARK for one in spots):
        yield _circle, phrase("map.some_area")
    if any(one.region for one in spots):
        yield _hatched(name), phrase("map.whole_region")
    if any(len(one.spots) > 1 for one in joined):
        yield _several, phrase("map.together")


def _mark(form: str, fill: str) -> Draw:
    return lambda x, y: shape(form, x, y, 5.5, fill)


def _circle(x: float, y: float) -> str:
    look = {"fill": "currentColor", "fill_opacity": "0.1", "stroke": "currentColor", "stroke_opacity": "0.6"}
    return tag("circle", cx=x, cy=y, r=7.5, **look)


def _hatched(name: str) -> Draw:
    edge = {"stroke": "currentColor", "stroke_opacity": "0.6"}
    return lambda x, y: tag("rect", x=x - 8, y=y - 7, width=16, height=14, fill=f"url(#{name}-hatch)", **edge)


def _several(x: float, y: float) -> str:
    ring = tag("circle", cx=x, cy=y, r=7.5, fill="#ffffff", stroke="#7a7f87", stroke_width=3)
    return ring + text("2", x, y + 3.5, 9.5, fill="#1b1f24", text_anchor="middle", font_weight="600")


def scale_bar(on: Frame) -> str:
    """A bar of a round number of kilometres, true in the middle of the map."""
    most = 160 / on.length(1)
    size = 10.0 ** (len(str(int(most))) - 1) if most >= 1 else 0.1
    km = max(step * size for step in (1, 2, 5) if step * size <= max(most, size))
    wide, y = on.length(km), on.height - 14
    line = {"stroke": "currentColor", "stroke_width": 1.4, "fill": "none"}
    bar = tag("path", d=f"M14 {y - 4:.1f}V{y:.1f}H{14 + wide:.1f}V{y - 4:.1f}", **line)
    return bar + text(phrase("map.scale", km=f"{km:g}"), 14 + wide + 6, y + 2, 10.5)
