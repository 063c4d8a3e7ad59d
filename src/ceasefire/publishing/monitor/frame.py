"""From degrees to the drawing: a local projection in which distances hold near the middle of the map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from ceasefire.publishing.monitor.land import ROUND, Land

WIDTH, TALLEST = 760.0, 620.0
KM_A_DEGREE = 111.195
"""Kilometres of a degree of latitude on a sphere of 6,371 km."""

LEAST_KM, PADDED, FOOT = 40.0, 0.03, 26.0
"""The least reach of a map without outlines; the margin as a share; the room for the scale below the land."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A map of `width` by `height`: equirectangular, true to scale along the parallel in its middle."""

    west: float
    north: float
    narrowed: float
    scale: float
    width: float
    height: float
    across: bool = False

    def x(self, lon: float) -> float:
        """Where a longitude stands."""
        lon = lon + ROUND if self.across and lon < 0 else lon
        return (lon - self.west) * self.narrowed * self.scale

    def y(self, lat: float) -> float:
        """Where a latitude stands."""
        return (self.north - lat) * self.scale

    def length(self, km: float) -> float:
        """How long a distance is drawn."""
        return km / KM_A_DEGREE * self.scale

    def holds(self, x: float, y: float) -> bool:
        """Whether a place lies on the map."""
        return 0 <= x <= self.width and 0 <= y <= self.height


def frame(drawn: Land | None, points: Sequence[tuple[float, float, float]]) -> Frame | None:
    """The map of the outlines, or without them of the points (longitude, latitude, radius in km); None without both."""
    if drawn is not None:
        return _around(*drawn.bounds, across=drawn.across)
    if not points:
        return None
    reach = max(LEAST_KM, *(radius for _, _, radius in points)) / KM_A_DEGREE
    south, north = min(lat for _, lat, _ in points) - reach, max(lat for _, lat, _ in points) + reach
    wide = reach / _narrowed(south, north)
    return _around(min(lon for lon, _, _ in points) - wide, south, max(lon for lon, _, _ in points) + wide, north)


def _narrowed(south: float, north: float) -> float:
    """How much shorter a degree of longitude is than one of latitude, in the middle."""
    return max(cos(radians((south + north) / 2)), 0.05)


def _around(west: float, south: float, east: float, north: float, across: bool = False) -> Frame:
    narrowed = _narrowed(south, north)
    wide, high = max((east - west) * narrowed, 1e-6), max(north - south, 1e-6)
    scale = min(WIDTH / (wide * (1 + 2 * PADDED)), TALLEST / (high * (1 + 2 * PADDED)))
    spare = (WIDTH / scale - wide) / 2
    margin = high * PADDED
    return Frame(
        west - spare / narrowed, north + margin, narrowed, scale, WIDTH, (high + 2 * margin) * scale + FOOT, across
    )
