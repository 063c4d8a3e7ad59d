"""One shape a stance, so that a stance is told by form and word before colour."""

from __future__ import annotations

from ceasefire.publishing.figures.svg import number, path, tag
from ceasefire.vocabulary import load


def colour(stance: str) -> str:
    """The colour of a stance, chosen to stay apart for colour-blind readers on light and dark."""
    return str(_stance(stance)["colour"])


def shape(stance: str, x: float, y: float, r: float = 6.0) -> str:
    """The shape of a stance, centred at x, y, within a radius of r."""
    return drawn(str(_stance(stance)["shape"]), x, y, r, colour(stance))


def drawn(form: str, x: float, y: float, r: float, fill: str) -> str:
    """A shape by the name of its form ("disc", "diamond", …), centred at x, y, within a radius of r."""
    return _DRAW[form](x, y, r, fill)


def icon(stance: str, *, namespaced: bool = False) -> str:
    """The shape on its own, as a small drawing beside a word that says the same."""
    alone = {"xmlns": "http://www.w3.org/2000/svg"} if namespaced else {}
    drawn = shape(stance, 8.0, 8.0)
    return tag("svg", drawn, viewBox="0 0 16 16", width=14, height=14, aria_hidden="true", class_="shape", **alone)


def _stance(stance: str) -> dict[str, str]:
    stances: dict[str, dict[str, str]] = load("wording")["stances"]
    return stances.get(stance, stances["unknown"])


def _disc(x: float, y: float, r: float, fill: str) -> str:
    return tag("circle", cx=x, cy=y, r=r, fill=fill)


def _half(x: float, y: float, r: float, fill: str) -> str:
    outline = tag("circle", cx=x, cy=y, r=r - 0.75, fill="none", stroke=fill, stroke_width=1.5)
    left = path("M", x, y - r, "A", r, r, "0 0 0", x, y + r, "Z")
    return outline + tag("path", d=left, fill=fill)


def _diamond(x: float, y: float, r: float, fill: str) -> str:
    points = ((x, y - r), (x + r, y), (x, y + r), (x - r, y))
    return tag("polygon", points=_points(points), fill=fill)


def _triangle(x: float, y: float, r: float, fill: str) -> str:
    return tag("polygon", points=_points(((x, y - r), (x + r, y + 0.8 * r), (x - r, y + 0.8 * r))), fill=fill)


def _bars(x: float, y: float, r: float, fill: str) -> str:
    left = tag("rect", x=x - 0.75 * r, y=y - r, width=0.55 * r, height=2 * r, fill=fill)
    return left + tag("rect", x=x + 0.2 * r, y=y - r, width=0.55 * r, height=2 * r, fill=fill)


def _cross(x: float, y: float, r: float, fill: str) -> str:
    s = 0.8 * r
    strokes = path("M", x - s, y - s, "L", x + s, y + s, "M", x + s, y - s, "L", x - s, y + s)
    return tag("path", d=strokes, fill="none", stroke=fill, stroke_width=2.5, stroke_linecap="round")


def _ring(x: float, y: float, r: float, fill: str) -> str:
    return tag("circle", cx=x, cy=y, r=0.6 * r, fill="none", stroke=fill, stroke_width=1.2, stroke_dasharray="2 1.6")


def _square(x: float, y: float, r: float, fill: str) -> str:
    side = 1.3 * r
    edge = {"fill": "none", "stroke": fill, "stroke_width": 1.4}
    return tag("rect", x=x - side / 2, y=y - side / 2, width=side, height=side, **edge)


def _points(points: tuple[tuple[float, float], ...]) -> str:
    return " ".join(f"{number(x)},{number(y)}" for x, y in points)


_DRAW = {
    "disc": _disc,
    "half": _half,
    "diamond": _diamond,
    "triangle": _triangle,
    "bars": _bars,
    "cross": _cross,
    "ring": _ring,
    "square": _square,
}
