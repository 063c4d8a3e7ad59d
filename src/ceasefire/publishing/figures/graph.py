"""Blockers as a figure: the provision at the right, every blocker a bracket of positions at its left."""

from __future__ import annotations

from ceasefire.publishing.brief import Knot
from ceasefire.publishing.figures.shapes import colour, shape
from ceasefire.publishing.figures.svg import GREY, drawing, paragraph, path, tag, text, wrapped
from ceasefire.publishing.wording import phrase

BOX, GAP, BRACKET, TARGET, SIZE, CHARS, LINES = 380.0, 10.0, 60.0, 200.0, 12.0, 50, 4
MOST = 6


def blocker_figure(knots: tuple[Knot, ...]) -> str:
    """Every blocked provision with the positions that together rule it out, one below the other."""
    parts: list[str] = []
    top = 4.0
    for knot in knots:
        drawn, height = _knot(knot, top)
        parts.append(drawn)
        top += height + 22
    description = "; ".join(
        phrase("figures.blocker", provision=knot.title, because=" + ".join(words for _, words, _ in blocker))
        for knot in knots
        for blocker in knot.blockers
    )
    return drawing(
        "".join(parts), BOX + BRACKET + TARGET, max(top - 18, 1), phrase("figures.blockers"), description, "blockers"
    )


def _knot(knot: Knot, top: float) -> tuple[str, float]:
    parts: list[str] = []
    middles: list[float] = []
    y = top
    for blocker in knot.blockers[:MOST]:
        drawn, middle, y = _blocker(blocker, y)
        parts.append(drawn)
        middles.append(middle)
        y += GAP
    if len(knot.blockers) > MOST:
        more = phrase("figures.more", count=len(knot.blockers) - MOST)
        parts.append(text(more, 4.0, y + 6, 11.0, fill=GREY))
        y += 20
    height = max(y - GAP - top, _target_height(knot.title) + 2)
    centre = top + height / 2
    parts += [_curve(BOX + 14, middle, BOX + BRACKET, centre) for middle in middles]
    parts.append(_target(knot.title, BOX + BRACKET, centre))
    return "".join(parts), height


def _blocker(blocker: tuple[tuple[str, str, str], ...], top: float) -> tuple[str, float, float]:
    parts: list[str] = []
    y = top
    for _, words, stance in blocker:
        height = 15 + 1.25 * SIZE * len(wrapped(words, CHARS, LINES))
        edge = {"fill": "none", "stroke": colour(stance), "stroke_width": 1.2}
        parts.append(tag("rect", x=0.5, y=y, width=BOX, height=height, rx=3, **edge))
        parts.append(shape(stance, 15.0, y + 17) + paragraph(words, 30.0, y + 21, CHARS, SIZE, LINES))
        y += height + 5
    bottom = y - 5
    bracket = path("M", BOX + 4, top + 2, "h6V", bottom - 2, "h-6M", BOX + 10, (top + bottom) / 2, "h4")
    parts.append(tag("path", d=bracket, fill="none", stroke=GREY, stroke_width=1.4))
    return "".join(parts), (top + bottom) / 2, bottom


def _curve(x1: float, y1: float, x2: float, y2: float) -> str:
    bend = (x1 + x2) / 2
    line = path("M", x1, y1, "C", bend, y1, bend, y2, x2 - 7, y2)
    bar = path("M", x2 - 5, y2 - 7, "V", y2 + 7)
    return tag("path", d=line, fill="none", stroke=GREY, stroke_width=1.4) + tag(
        "path", d=bar, stroke=colour("rejects"), stroke_width=3
    )


def _target_height(title: str) -> float:
    return 26 + 1.25 * SIZE * len(wrapped(title, 23, 4))


def _target(title: str, x: float, centre: float) -> str:
    height = _target_height(title)
    top = centre - height / 2
    box = tag(
        "rect", x=x, y=top, width=TARGET - 2, height=height, rx=3, fill="none", stroke="currentColor", stroke_width=1.2
    )
    words = paragraph(title, x + 10, top + 18, 23, SIZE, 4, font_weight="600")
    return box + words + text(phrase("figures.ruled_out"), x + 10, top + height - 8, 10.5, fill=colour("rejects"))
