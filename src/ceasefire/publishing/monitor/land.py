"""The outlines that the user gave, as land to draw: their own shapes and names, and no others."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ceasefire.errors import InputError

HALF_ROUND, ROUND = 180.0, 360.0
"""Degrees of longitude: outlines that span more than half lie across the line at which longitudes start again."""


@dataclass(frozen=True, slots=True)
class Land:
    """Shapes with their names, in degrees; `across` says that western longitudes are counted on from eastern ones."""

    file: str
    names: tuple[str, ...]
    shapes: tuple[Any, ...]
    across: bool = False

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east and north of all shapes."""
        edges = [one.bounds for one in self.shapes]
        west, south = min(one[0] for one in edges), min(one[1] for one in edges)
        return west, south, max(one[2] for one in edges), max(one[3] for one in edges)

    def shape(self, region: str) -> Any | None:
        """The outline of a region by its name."""
        return self.shapes[self.names.index(region)] if region in self.names else None


def land(path: str, regions: Collection[str] = ()) -> Land | None:
    """The outlines of a GeoJSON file, None without one; they are named by the property that names the regions.

    Raises InputError when the file is none, or holds no areas.
    """
    if not path:
        return None
    features = _features(path)
    shapes = [one for one in map(_shape, features) if one is not None]
    named = [one for one in features if _shape(one) is not None]
    if not shapes:
        raise InputError(f"the outlines {path} hold no areas: give a GeoJSON file of polygons")
    found = Land(Path(path).name, _names(named, regions), tuple(shapes))
    west, _, east, _ = found.bounds
    return _across(found) if east - west > HALF_ROUND else found


def _features(path: str) -> list[dict[str, Any]]:
    try:
        held = json.loads(Path(path).read_bytes())
        return [one for one in held["features"] if one.get("geometry")]
    except OSError as problem:
        raise InputError(f"cannot read the outlines {path}: {problem.strerror}") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise InputError(f"the outlines {path} are no GeoJSON FeatureCollection") from None


def _shape(feature: dict[str, Any]) -> Any | None:
    """The areas of a feature; None where it has none."""
    import shapely
    from shapely.geometry import shape

    try:
        made = shape(feature["geometry"])
    except (ValueError, KeyError, TypeError, AttributeError, shapely.errors.ShapelyError):
        return None
    made = made if made.is_valid else shapely.make_valid(made)
    return None if made.is_empty or not made.area else made


def _names(features: list[dict[str, Any]], regions: Collection[str]) -> tuple[str, ...]:
    """The property that names most of the regions, else the one that has most different words, the shortest first."""
    held = [
        {key: value for key, value in (one.get("properties") or {}).items() if isinstance(value, str)}
        for one in features
    ]
    keys = sorted({key for one in held for key in one})

    def worth(key: str) -> tuple[int, int, bool, int, str]:
        values = {one.get(key, "") for one in held}
        spaced = any(" " in value for value in values)
        return (-len(values.intersection(regions)), -len(values), not spaced, len("".join(sorted(values))), key)

    chosen = min(keys, key=worth, default="")
    return tuple(one.get(chosen, "") for one in held)


def _across(found: Land) -> Land:
    import shapely

    def eastward(points: Any) -> Any:
        points[:, 0] += (points[:, 0] < 0) * ROUND
        return points

    moved = tuple(shapely.transform(one, eastward) for one in found.shapes)
    return Land(found.file, found.names, moved, across=True)
