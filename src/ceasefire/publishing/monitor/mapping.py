"""The map: outlines as thin edges, incidents as areas of their precision, by colour, form and pattern."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from math import cos, pi, sin

from ceasefire.publishing.figures.shapes import drawn as shape
from ceasefire.publishing.figures.svg import drawing, path, tag, text
from ceasefire.publishing.monitor.edges import edges, paths
from ceasefire.publishing.monitor.frame import Frame
from ceasefire.publishing.monitor.land import Land
from ceasefire.publishing.monitor.legend import legend, scale_bar
from ceasefire.publishing.monitor.place_names import numbers_of, place_names
from ceasefire.publishing.monitor.spots import Group, Spot, groups
from ceasefire.publishing.monitor.words import look, numbered, phrase, words

MOST_NAMED = 20


def map_figure(spots: Sequence[Spot], land: Land | None, on: Frame, title: str, described: str, name: str) -> str:
    """The whole map with its scale and key."""
    found = paths(land, on) if land is not None else []
    joined = groups(spots)
    parts = [
        _hatch(name),
        tag(
            "rect",
            x=0.5,
            y=0.5,
            width=on.width - 1,
            height=on.height - 1,
            fill="none",
            stroke="currentColor",
            stroke_opacity="0.25",
        ),
        edges(found),
        *(_region(spots, land, found, name) if land is not None else ()),
        *_areas(spots, on),
        *(place_names(land, on, joined) if land is not None else ()),
        *map(_group, joined),
        *numbers_of(joined),
        scale_bar(on),
    ]
    key, height = legend(spots, joined, on.height + 14, name)
    inside = tag("g", "".join(parts), clip_path=f"url(#{name}-edge)")
    return drawing(_edge(name, on) + inside + key, on.width, on.height + 14 + height, title, described, name)


def _edge(name: str, on: Frame) -> str:
    return tag("clipPath", tag("rect", x=0, y=0, width=on.width, height=on.height), id=f"{name}-edge")


def _hatch(name: str) -> str:
    """Slanting lines, for a region of which no more is known."""
    line = tag("line", x1=3, y1=0, x2=3, y2=6, stroke="currentColor", stroke_width=1.3, stroke_opacity="0.45")
    look = {"patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)"}
    return tag("defs", tag("pattern", line, id=f"{name}-hatch", width=6, height=6, **look))


def _region(spots: Sequence[Spot], land: Land, found: list[str], name: str) -> Iterator[str]:
    for region in sorted({one.region for one in spots if one.region}):
        outline = found[land.names.index(region)]
        if outline:
            yield tag(
                "path",
                d=outline,
                fill=f"url(#{name}-hatch)",
                stroke="currentColor",
                stroke_width=1.0,
                stroke_opacity="0.6",
            )


def _areas(spots: Sequence[Spot], on: Frame) -> Iterator[str]:
    """Each area once, the largest first, so that small ones lie above."""
    held = {(one.radius, one.x, one.y, one.verdict) for one in spots if one.radius > 0}
    for radius, x, y, verdict in sorted(held, key=lambda one: (-one[0], *one[1:])):
        yield area(x, y, radius, verdict)


def area(x: float, y: float, radius: float, verdict: str) -> str:
    """A circle within which it happened, its line dashed by assessment."""
    known = look(verdict)
    dashes = {"stroke_dasharray": known["dashes"]} if known["dashes"] else {}
    line = {"stroke": known["colour"], "stroke_width": 1.1, **dashes}
    return tag("circle", cx=x, cy=y, r=radius, fill=known["colour"], fill_opacity="0.13", **line)


def _group(one: Group) -> str:
    """A mark with its number, or a ring with the count, coloured by assessment."""
    said = tag("title", escape(_said(one)))
    if len(one.spots) == 1:
        [only] = one.spots
        known = look(only.verdict)
        return tag("g", said + shape(known["shape"], one.x, one.y, one.size, known["colour"]))
    inner = tag("circle", cx=one.x, cy=one.y, r=one.size - 1.5, fill="#ffffff", fill_opacity="0.94")
    count = text(
        numbered(len(one.spots)), one.x, one.y + 3.8, 10.5, fill="#1b1f24", text_anchor="middle", font_weight="600"
    )
    return tag("g", said + inner + "".join(_ring(one)) + count)


def _said(one: Group) -> str:
    kinds = [kind for kind in words("verdicts") if any(spot.verdict == kind for spot in one.spots)]
    shown = ", ".join(str(spot.number) for spot in one.spots[:MOST_NAMED])
    if len(one.spots) > MOST_NAMED:
        shown = f"{shown} {phrase('map.more', count=len(one.spots) - MOST_NAMED)}"
    return phrase("map.number", numbers=shown, what=", ".join(look(kind)["word"] for kind in kinds))


def _ring(one: Group) -> Iterator[str]:
    """A piece of the ring for each assessment, as long as its share."""
    begun = -pi / 2
    for kind in words("verdicts"):
        share = sum(spot.verdict == kind for spot in one.spots) / len(one.spots)
        ended = begun + 2 * pi * share
        line = {"fill": "none", "stroke": look(kind)["colour"], "stroke_width": 3}
        if share == 1:
            yield tag("circle", cx=one.x, cy=one.y, r=one.size - 1.5, **line)
        elif share:
            yield tag("path", d=_arc(one, begun, ended), **line)
        begun = ended


def _arc(one: Group, begun: float, ended: float) -> str:
    r = one.size - 1.5
    start = one.x + r * cos(begun), one.y + r * sin(begun)
    end = one.x + r * cos(ended), one.y + r * sin(ended)
    return path("M", *start, "A", r, r, f"0 {int(ended - begun > pi)} 1", *end)
