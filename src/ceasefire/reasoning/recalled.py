"""What a document calls by a shorter name than an earlier document did."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import lru_cache

from ceasefire.reasoning.mentions import Extent, Mention, extent
from ceasefire.record.order import by_date


def recalled(found: Iterable[Mention]) -> list[Mention]:
    """Each mention, in the order given (that of the texts), with the extent that an earlier document gave it.

    "The pause on energy strikes" of a later report is the 30-day pause agreed before, when it says the same but
    for the length. A mention without date, or without target or occasion ("a ceasefire"), recalls nothing.
    """
    given = list(found)
    of_some_length = _of_some_length({one.extent for one in given})
    recalling = [number for number, one in enumerate(given) if one.extent in of_some_length and one.statement.said.edtf]
    with_length: dict[Extent, dict[Extent, set[str]]] = {}
    for number in sorted(recalling, key=lambda number: by_date(given[number].statement.said.edtf)):
        one = given[number]
        known = with_length.setdefault(_without_length(one.extent), {})
        here = one.statement.document
        elsewhere = [full for full, documents in known.items() if len(documents) > 1 or here not in documents]
        if elsewhere and not one.extent[1].duration:
            one = given[number] = one.of(elsewhere[-1])
        if one.extent[1].duration:
            known[one.extent] = known.pop(one.extent, set())
            known[one.extent].add(here)
    return given


def _of_some_length(extents: Collection[Extent]) -> set[Extent]:
    """Those that are spoken of both with a length and without one, and name a target or an occasion."""
    named = [one for one in extents if one[1].targets or one[1].occasion]
    with_length = {_without_length(one) for one in named if one[1].duration}
    without = {one for one in named if not one[1].duration}
    return {one for one in named if _without_length(one) in with_length & without}


@lru_cache(maxsize=4096)
def _without_length(one: Extent) -> Extent:
    return extent(one[0], replace(one[1], duration=""))
