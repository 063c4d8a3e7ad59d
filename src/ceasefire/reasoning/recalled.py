"""What a document calls by a shorter name than an earlier document did."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from ceasefire.reasoning.mentions import Extent, Mention, extent
from ceasefire.record.order import in_time


def recalled(found: Iterable[Mention]) -> list[Mention]:
    """Each mention, in the order given (that of the texts), with the extent that an earlier document gave it.

    "The pause on energy strikes" of a later report is the 30-day pause agreed before, when it says the same but
    for the length. A mention without date, or without target or occasion ("a ceasefire"), recalls nothing.
    """
    given = list(found)
    recalling = [
        number
        for number, one in enumerate(given)
        if ((limits := one.extent[1]).targets or limits.occasion) and one.statement.said.edtf
    ]
    with_length: dict[Extent, dict[Extent, set[str]]] = {}
    for number in sorted(recalling, key=lambda number: in_time(given[number].statement.said)):
        one = given[number]
        known = with_length.setdefault(_without_length(one.extent), {})
        here = one.statement.document
        elsewhere = [full for full, documents in known.items() if len(documents) > 1 or here not in documents]
        if elsewhere and not one.extent[1].duration:
            one = given[number] = one._replace(extent=elsewhere[-1])
        if one.extent[1].duration:
            known[one.extent] = known.pop(one.extent, set())
            known[one.extent].add(here)
    return given


@lru_cache(maxsize=4096)
def _without_length(one: Extent) -> Extent:
    return extent(one[0], replace(one[1], duration=""))
