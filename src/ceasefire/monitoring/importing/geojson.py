"""GeoJSON, feature by feature: points as they are, any other shape as its centre and how far it reaches from there."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

LON, LAT, REACH = "geometry.lon", "geometry.lat", "geometry.reach_km"
"""The columns that a feature's shape gives."""

KM_A_DEGREE = 111.195
_START = re.compile(r'"(?:features|data)"\s*:\s*\[|\A\s*\[')
_BETWEEN = re.compile(r"[\s,]*")
_MORE = 1 << 16

Found = tuple[dict[str, Any] | None, str, str]
"""A feature, its text, and what is wrong with it."""


def features(text: str) -> Iterator[Found]:
    """The features of a collection (or objects of an array) one by one; the last is None where the text breaks off."""
    decoder, start = json.JSONDecoder(), _START.search(text)
    if start is None:
        yield None, text[:_MORE], "it has no features"
        return
    at = start.end()
    while True:
        at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr]
        if text.startswith("]", at):
            return
        try:
            held, end = decoder.raw_decode(text, at)
        except ValueError:
            yield None, text[at : at + _MORE], ""
            return
        yield (held, text[at:end], "") if isinstance(held, dict) else (None, text[at:end], "it is no feature")
        at = end


def flat(held: Mapping[str, Any]) -> dict[str, str]:
    """A feature or an object as columns of text: its properties, its shape as a point, lists joined, nothing as ""."""
    found: dict[str, str] = {}
    if held.get("type") == "Feature":
        if "id" in held:
            found["id"] = _text(held["id"])
        found |= {name: _text(value) for name, value in (held.get("properties") or {}).items()}
        return found | _shape(held.get("geometry"))
    return {name: _text(value) for name, value in held.items()}


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "; ".join(value)
    return json.dumps(value, ensure_ascii=False)


def _shape(geometry: Any) -> dict[str, str]:
    """The point of a shape; for others the centre of the area (or line), and the distance to its farthest corner."""
    if not isinstance(geometry, dict) or not geometry.get("type"):
        return {}
    if geometry["type"] == "Point":
        lon, lat = (*geometry.get("coordinates", ()), "", "")[:2]
        return {LON: _text(lon), LAT: _text(lat)}
    import shapely
    from shapely.geometry import shape

    try:
        made = shape(geometry)
        centre, corners = made.centroid, shapely.get_coordinates(made)
    except (ValueError, TypeError, KeyError, AttributeError, shapely.errors.ShapelyError):
        return {LON: json.dumps(geometry)[:80], LAT: ""}
    reach = max((distance_km(centre.x, centre.y, x, y) for x, y in corners), default=0.0)
    return {LON: repr(float(centre.x)), LAT: repr(float(centre.y)), REACH: repr(round(float(reach), 3))}


def distance_km(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """The distance between two points of a sphere (haversine)."""
    one, other = math.radians(lat), math.radians(other_lat)
    half = math.sin((other - one) / 2) ** 2 + math.cos(one) * math.cos(other) * (
        math.sin(math.radians(other_lon - lon) / 2) ** 2
    )
    return 2 * math.degrees(math.asin(min(1.0, math.sqrt(half)))) * KM_A_DEGREE
