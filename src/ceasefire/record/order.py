"""The order of statements in time and text, the same everywhere."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from ceasefire.coding.statement import Statement
from ceasefire.when import When

TimeOrder = tuple[int, date, date, str]


@lru_cache(maxsize=65536)
def in_time(when: When) -> TimeOrder:
    """`When.order`, computed once for each date."""
    return when.order()


def in_text(one: Statement) -> tuple[str, int, int, str]:
    """By document, then by place."""
    return (one.document, one.start, one.end, one.id)


def told(one: Statement) -> tuple[TimeOrder, str, int, int, str]:
    """By date, undated first; then by document and place."""
    return (in_time(one.said), *in_text(one))
