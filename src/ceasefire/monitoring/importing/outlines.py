"""The regions that a user's outlines name, and in which of them a point lies."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ceasefire.errors import InputError
from ceasefire.vocabulary import load

OUTSIDE, SEVERAL = -1, -2


@dataclass(slots=True)
class Outlines:
    """Named outlines, as the user gives them; each name is shown as it is. `digest` is the SHA-256 of their file.

    A point inside or on the edge of one outline belongs to it. One on the edge between two, or where two overlap,
    belongs to none, and so does one outside all, however near: both are counted.
    """

    names: tuple[str, ...]
    property: str
    digest: str
    data: bytes = field(repr=False)
    shapes: Any = field(repr=False)
    _tree: Any = field(init=False, repr=False)

    def __post_init__(self) -> None:
        import shapely

        shapely.prepare(self.shapes)
        self._tree = shapely.STRtree(self.shapes)

    def which(self, lons: Sequence[float], lats: Sequence[float]) -> list[int]:
        """For each point the number of its outline, `OUTSIDE` all, or in `SEVERAL`."""
        import numpy as np
        import shapely

        points, found = self._tree.query(shapely.points(lons, lats), predicate="intersects")
        answer = np.full(len(lons), OUTSIDE)
        answer[points] = found
        answer[np.bincount(points, minlength=len(lons)) > 1] = SEVERAL
        return [int(one) for one in answer]

    def near(self, lons: Sequence[float], lats: Sequence[float], radii_km: Sequence[float]) -> int:
        """How many of these points, which lie outside all, have an outline within their radius."""
        import shapely

        from ceasefire.monitoring.importing.geojson import distance_km

        if not len(lons):
            return 0
        points = shapely.points(lons, lats)
        nearest = self._tree.nearest(points)
        edges = shapely.get_coordinates(shapely.shortest_line(points, self.shapes[nearest])).reshape(-1, 2, 2)
        return sum(
            distance_km(*one[0], *one[1]) <= radius for one, radius in zip(edges.tolist(), radii_km, strict=True)
        )


def outlines_of(path: Path, name: str = "") -> Outlines:
    """The outlines in a GeoJSON file, named by the property `name`, or by the first usual one that they have."""
    import numpy as np
    import shapely
    from shapely.geometry import shape

    try:
        data = path.read_bytes()
        listed = [one for one in json.loads(data)["features"] if one.get("geometry")]
        shapes = [shape(one["geometry"]) for one in listed]
    except OSError as problem:
        raise InputError(f"cannot read the outlines {path}: {problem.strerror}") from None
    except (ValueError, KeyError, TypeError, AttributeError, shapely.errors.ShapelyError):
        raise InputError(f"the outlines {path} are no GeoJSON FeatureCollection of polygons") from None
    if not listed:
        raise InputError(f"the outlines {path} hold no feature with a shape")
    known = [set(one.get("properties") or {}) for one in listed]
    common = sorted(set.intersection(*known))
    chosen = name or next((one for one in load("incident_mapping")["outline_names"] if one in common), "")
    if chosen not in common:
        what = f"not every feature has the property {name!r}" if name else "no property of theirs is a usual name"
        raise InputError(f"cannot name the outlines {path}: {what}; give one with --region-name: {', '.join(common)}")
    names = tuple(str(one["properties"][chosen] or "") for one in listed)
    digest = hashlib.sha256(data).hexdigest()
    whole = [one if one.is_valid else shapely.make_valid(one) for one in shapes]
    return Outlines(names, chosen, digest, data, np.array(whole, dtype=object))
