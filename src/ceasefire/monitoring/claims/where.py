"""Whether an incident lies where a claim says: in that settlement, near it, in its district or region."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from ceasefire.monitoring.claims.finding import NOT_THE_SAME, Finding, fits, may
from ceasefire.monitoring.claims.gazetteer import Gazetteer, Spot, distance_km
from ceasefire.monitoring.claims.places import DISTRICT, REGION, SETTLEMENT
from ceasefire.monitoring.claims.spelling import loosely, spelled
from ceasefire.monitoring.report import Place

NEAR_KM = 10.0
"""A report may be placed in a neighbouring settlement this far from the one that a claim names."""

_WORD = re.compile(r"[^\W\d_][\w'’ʼ-]*")

WIDE = ("region", "country", "unknown")


def place_fits(claimed: Place, told: Place, known: Gazetteer, texts: Iterable[str] = ()) -> Finding:
    """By names through their spellings, by points of the reports, by names of regions.

    Where a report gives a point without a name, a place that its words name is the place.
    """
    if claimed.precision == SETTLEMENT and not known.places(claimed.name) and known.is_region(claimed.name):
        claimed = Place(region=claimed.name, precision=REGION)
    if _apart(claimed.region, told.region):
        return NOT_THE_SAME
    if claimed.precision == SETTLEMENT:
        return _settlement(claimed, told, known, texts)
    if claimed.precision == DISTRICT and _same(claimed.name, told.name):
        return may("same_district", 2, place=claimed.name)
    if claimed.precision in (DISTRICT, REGION) and _same(claimed.region, told.region):
        return may("same_region", 3, region=told.region)
    return NOT_THE_SAME


def _settlement(claimed: Place, told: Place, known: Gazetteer, texts: Iterable[str]) -> Finding:
    if not told.name and any(loosely(claimed.name) in _names_in(text) for text in texts):
        return fits("place_in_words", 1, place=claimed.name)
    if told.precision in WIDE and not told.name:
        return may("same_region", 3, region=told.region) if _same(claimed.region, told.region) else NOT_THE_SAME
    spots = known.places(claimed.name, claimed.region)
    if _same(claimed.name, told.name) and (not spots or _named_so(told.name, spots)):
        if len(spots) > 1:
            return may("several_of_that_name", 1, place=claimed.name)
        return fits("same_place", place=told.name if told.name == claimed.name else f"{claimed.name} ({told.name})")
    if not spots and _same(claimed.region, told.region):
        return may("place_not_named", 3, place=claimed.name, region=told.region)
    if len(spots) != 1:
        return NOT_THE_SAME
    km = distance_km(spots[0], told)
    if km is None or km > NEAR_KM:
        return NOT_THE_SAME
    if not told.name:
        return may("near_point", 1, km=f"{km:.0f}", place=claimed.name)
    return may("near", 1, told=told.name, km=f"{km:.0f}", place=claimed.name)


@lru_cache(maxsize=1 << 14)
def _names_in(text: str) -> frozenset[str]:
    """The spellings of words written large, and of two in a row."""
    words = _WORD.findall(text)
    pairs = [f"{one} {other}" for one, other in pairwise(words)]
    return frozenset(loosely(name) for name in (*words, *pairs) if name[0].isupper()) - {""}


def _named_so(name: str, spots: Iterable[Spot]) -> bool:
    """Whether one of the places that a claim may mean has this very name."""
    return any(spelled(name) == spelled(one.name) for one in spots)


def _same(one: str, other: str) -> bool:
    return bool(one) and loosely(one) == loosely(other)


def _apart(one: str, other: str) -> bool:
    """Both regions are named, and they are not the same."""
    return bool(one and other) and loosely(one) != loosely(other)
