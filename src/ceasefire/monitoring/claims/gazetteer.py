"""Which places there are, by the names and points of the reports themselves and the names of the outlines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt

from ceasefire.monitoring.claims.spelling import loosely, spelled
from ceasefire.monitoring.report import Place
from ceasefire.vocabulary import load

ONE_PLACE_KM = 20.0
"""Points under one name that lie within this of each other are one place."""

_WORD = re.compile(r"[^\W\d_][\w'’ʼ-]*")
_LONGEST = 3
_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place of the reports: its name, the region it lies in, and a point where one is known."""

    name: str
    region: str = ""
    lon: float | None = None
    lat: float | None = None


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by what their spellings have in common without endings, and regions likewise, each with its own name."""

    spots: Mapping[str, tuple[Spot, ...]] = field(default_factory=dict)
    regions: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, places: Iterable[Place], regions: Iterable[str] = ()) -> Gazetteer:
        """From the places of reports or incidents, and the names of outlines."""
        met = {
            Spot(one.name, one.region, one.lon, one.lat): None
            for one in places
            if one.name and one.precision not in ("region", "country")
        }
        found: dict[str, list[Spot]] = {}
        for spot in sorted(met, key=_order):
            known = found.setdefault(loosely(spot.name), [])
            if not any(spelled(spot.name) == spelled(other.name) and _one_place(spot, other) for other in known):
                known.append(spot)
        named = {loosely(one): one for one in sorted({*regions, *(spot.region for spot in met)}, reverse=True) if one}
        return cls({key: tuple(spots) for key, spots in sorted(found.items()) if key}, named)

    def places(self, name: str, region: str = "") -> tuple[Spot, ...]:
        """The places of this name, those in a region where one is given; by their endings only where there are none."""
        asked = loosely(region)
        alike = self.spots.get(loosely(name), ())
        spots = [one for one in alike if spelled(one.name) == spelled(name)] or alike
        return tuple(one for one in spots if not asked or not one.region or loosely(one.region) == asked)

    def is_region(self, name: str) -> bool:
        """Whether an outline has this name."""
        return loosely(name) in self.regions

    def named_in(self, words: str) -> Place:
        """The first place that words name (large, after a word such as "in"); else a region; else an unknown place."""
        written = _WORD.findall(words)
        before = load("claims")["before_places"]
        spans = [
            " ".join(written[at : at + size])
            for size in range(_LONGEST, 0, -1)
            for at in range(len(written) - size + 1)
            if at and written[at][0].isupper() and written[at - 1].casefold() in before
        ]
        for name in spans:
            if loosely(name) in self.spots:
                return Place(name, precision="settlement")
        return next((Place("", precision="region", region=name) for name in spans if self.is_region(name)), Place())


def distance_km(one: Spot | Place, other: Spot | Place) -> float | None:
    """How far two points lie apart on the globe; None where one is not known."""
    if one.lon is None or one.lat is None or other.lon is None or other.lat is None:
        return None
    north, east = radians(other.lat - one.lat) / 2, radians(other.lon - one.lon) / 2
    across = sin(north) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(east) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(across)))


def _one_place(one: Spot, other: Spot) -> bool:
    km = distance_km(one, other)
    return one.region == other.region if km is None else km <= ONE_PLACE_KM


def _order(one: Spot) -> tuple[object, ...]:
    return (one.name, one.region, one.lon is None, one.lon or 0.0, one.lat or 0.0)
