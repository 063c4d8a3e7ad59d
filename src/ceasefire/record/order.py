"""The order of statements in time and text, the same everywhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from operator import attrgetter

from ceasefire.coding.statement import Statement
from ceasefire.when import When

TimeOrder = tuple[int, date, date, str]

_in_text = attrgetter("document", "start", "end", "id")
_in_document = attrgetter("start", "end", "id")
_start = attrgetter("start")


def in_time(when: When) -> TimeOrder:
    """`When.order`, computed once for each date."""
    return by_date(when.edtf)


@lru_cache(maxsize=65536)
def by_date(edtf: str) -> TimeOrder:
    """The order in time of a date given by its form alone."""
    return When(edtf).order()


def in_text(one: Statement) -> tuple[str, int, int, str]:
    """By document, then by place."""
    return (one.document, one.start, one.end, one.id)


def told(one: Statement) -> tuple[TimeOrder, str, int, int, str]:
    """By date, undated first; then by document and place."""
    return (in_time(one.said), *in_text(one))


def as_told(statements: Iterable[Statement]) -> list[Statement]:
    """In the order of `told`. Many share a date: dates are put in order, and what was said on each."""
    dates: dict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        dates[one.said.edtf].append(one)
    return [one for edtf in sorted(dates, key=by_date) for one in sorted(dates[edtf], key=_in_text)]


def texts(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    """The statements of each document in the order of the text, documents by name."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        found[one.document].append(one)
    return {name: _as_written(found[name]) for name in sorted(found)}


def _as_written(text: list[Statement]) -> list[Statement]:
    """In the order of `in_text`: by where each begins, and by more only where some begin at the same place."""
    starts = set(map(_start, text))
    return sorted(text, key=_start if len(starts) == len(text) else _in_document)
