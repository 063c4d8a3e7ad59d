"""Where a row says that something happened: a name, a point, and how far from it that may have been."""

from __future__ import annotations

import math
from collections.abc import Mapping as Map

from ceasefire.monitoring.importing.geojson import REACH
from ceasefire.monitoring.importing.mapping import Mapping, Precision
from ceasefire.monitoring.report import Place

NO_PLACE, NOT_READABLE, ZERO = "no-place", "coordinates-not-readable", "coordinates-zero"
OUT_OF_RANGE, SWAPPED, CODE_UNKNOWN = "coordinates-out-of-range", "coordinates-swapped", "code-unknown"


class Unplaced(Exception):  # noqa: N818 - it is caught at once and becomes the reason of a row
    """A place cannot be used: the reason, and what stands there."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(reason)
        self.reason, self.detail = reason, detail


def place(values: Map[str, str], mapping: Mapping, *, swap: bool = False) -> Place:
    """The place of a row. Raises Unplaced with the reason why there is none."""
    how = mapping.place
    name = next((words for one in how.name if (words := values.get(one, "").strip())), "")
    lon, lat = _point(values.get(how.lon, "").strip(), values.get(how.lat, "").strip(), swap=swap)
    region = values.get(how.region, "").strip()
    region = mapping.region_names.get(region, region)
    if lon is None and not name and not region:
        raise Unplaced(NO_PLACE, "")
    precision = how.precision
    if how.column and (code := values.get(how.column, "").strip()):
        if code not in how.codes:
            raise Unplaced(CODE_UNKNOWN, f"{how.column} {code}")
        precision = how.codes[code]
    if reach := values.get(REACH):
        precision = Precision(precision.word, float(reach))
    return Place(name, lon, lat, precision.word, precision.radius_km, region)


def _point(lon: str, lat: str, *, swap: bool) -> tuple[float | None, float | None]:
    if swap:
        lon, lat = lat, lon
    if not lon and not lat:
        return None, None
    there = f"longitude {lon or 'nothing'}, latitude {lat or 'nothing'}"
    x, y = _number(lon), _number(lat)
    if x is None or y is None:
        raise Unplaced(NOT_READABLE, there)
    if x == 0 and y == 0:
        raise Unplaced(ZERO, there)
    if abs(y) > 90 or abs(x) > 180:
        fits = abs(x) <= 90 and abs(y) <= 180
        raise Unplaced(SWAPPED if fits else OUT_OF_RANGE, there)
    return x, y


def _number(words: str) -> float | None:
    """A number with a point, or with a comma in its place."""
    try:
        found = float(words.replace(",", ".", 1) if "." not in words else words)
    except ValueError:
        return None
    return found if math.isfinite(found) else None
