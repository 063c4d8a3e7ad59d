"""Outlines as paths of a drawing: as few points as show their form."""

from __future__ import annotations

from typing import Any

from ceasefire.publishing.figures.svg import tag
from ceasefire.publishing.monitor.frame import Frame
from ceasefire.publishing.monitor.land import Land

FINE, LARGEST, SMALLEST = 0.4, 120_000, 0.6
"""The finest tolerance, in units of the drawing; the most characters of all paths; the smallest area drawn."""


def paths(drawn: Land, on: Frame) -> list[str]:
    """The path of each outline; coarser where they would grow too large."""
    projected = [_projected(one, on) for one in drawn.shapes]
    tolerance = FINE
    found = [_path(one, tolerance) for one in projected]
    while sum(map(len, found)) > LARGEST:
        tolerance *= 2
        found = [_path(one, tolerance) for one in projected]
    return found


def edges(found: list[str]) -> str:
    """Thin edges of land, with no fill but a breath of one."""
    look = {"fill": "currentColor", "fill_opacity": "0.045", "stroke": "currentColor", "stroke_opacity": "0.4"}
    drawn = "".join(tag("path", d=one) for one in found if one)
    return tag("g", drawn, stroke_width=0.6, stroke_linejoin="round", **look) if drawn else ""


def middle(shape: Any, on: Frame) -> tuple[float, float]:
    """A point inside an outline, where what is known only to lie in it is marked."""
    point = shape.representative_point()
    return on.x(point.x), on.y(point.y)


def _projected(shape: Any, on: Frame) -> Any:
    import numpy as np
    import shapely

    def project(points: Any) -> Any:
        x = (points[:, 0] - on.west) * on.narrowed * on.scale
        return np.column_stack([x, (on.north - points[:, 1]) * on.scale])

    return shapely.transform(shape, project)


def _path(shape: Any, tolerance: float) -> str:
    """Rings as closed paths of whole tenths, each point told by its distance from the one before."""
    made = shape.simplify(tolerance, preserve_topology=True)
    areas = [one for one in getattr(made, "geoms", [made]) if one.geom_type == "Polygon" and one.area >= SMALLEST]
    return "".join(_ring(ring.coords) for one in areas for ring in (one.exterior, *one.interiors))


def _ring(points: Any) -> str:
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    steps = [f"M{tenths[0][0] / 10:g} {tenths[0][1] / 10:g}l"]
    last = tenths[0]
    for one in tenths[1:-1]:
        if one != last:
            steps.append(f"{(one[0] - last[0]) / 10:g} {(one[1] - last[1]) / 10:g}")
            last = one
    return f"{steps[0]}{' '.join(steps[1:])}z" if len(steps) > 2 else ""
