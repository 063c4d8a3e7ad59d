"""Statements as plain data, to be kept as JSON, and back: nothing is lost, and what is left unsaid takes no room.

A row holds each field that is not what it is when nothing is said. `places` is left out where the statement stands in
one place, its own. Dates and scopes that are written the same way are made once and shared.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, fields
from functools import cache
from itertools import repeat
from sys import intern
from typing import Any, TypeVar

from ceasefire.coding.statement import Scope, Span, Statement
from ceasefire.when import UNKNOWN, When

Row = dict[str, Any]

UNLIMITED = Scope()
SHARED_AT_MOST = 65536
AT_ONCE = 500
"""Rows read field by field in one go: few enough to stay in a processor's cache."""

T = TypeVar("T")

_dates: dict[str, When] = {}
_scopes: dict[str, Scope] = {}


def row_of(statement: Statement) -> Row:
    """A statement as plain data."""
    own = (Span(statement.start, statement.end),)
    row = said_row(statement)
    row.pop("places", None)
    return row if statement.places == own else {**row, "places": span_rows(statement.places)}


def statement_of(row: Row, document: str = "", said: When = UNKNOWN) -> Statement:
    """The statement that a row was made of; `document` and `said` stand in where the row names none."""
    return statements_of([row], [document], [said])[0]


def statements_of(
    rows: Sequence[Row], documents: Iterable[str] = repeat(""), said: Iterable[When] = repeat(UNKNOWN)
) -> list[Statement]:
    """The statements that rows were made of; where a row names no document or date, those beside it stand in."""
    lent = zip(documents, said, strict=False)
    found: list[Statement] = []
    for first in range(0, len(rows), AT_ONCE):
        found += _statements(rows[first : first + AT_ONCE], lent)
    return found


def _statements(rows: Sequence[Row], lent: Iterator[tuple[str, When]]) -> list[Statement]:
    documents, said = zip(*(one for _, one in zip(rows, lent, strict=False)), strict=True)
    starts, ends = [row["start"] for row in rows], [row["end"] for row in rows]
    places = [row.get("places") for row in rows]
    own = many(Span, len(rows), start=starts, end=ends)
    return many(
        Statement,
        len(rows),
        id=[row["id"] for row in rows],
        document=[row.get("document", name) for row, name in zip(rows, documents, strict=True)],
        actor=[intern(row["actor"]) for row in rows],
        act=[intern(row["act"]) for row in rows],
        provision=[intern(row["provision"]) for row in rows],
        quote=[row["quote"] for row in rows],
        start=starts,
        end=ends,
        recipient=[intern(name) if (name := row.get("recipient")) else name for row in rows],
        condition=[row.get("condition") for row in rows],
        condition_provision=[intern(name) if (name := row.get("condition_provision")) else name for row in rows],
        speaker=[intern(name) if (name := row.get("speaker")) else name for row in rows],
        modality=[intern(row.get("modality", "actual")) for row in rows],
        scope=[UNLIMITED if (scope := row.get("scope")) is None else scope_of(scope) for row in rows],
        condition_scope=[
            UNLIMITED if (scope := row.get("condition_scope")) is None else scope_of(scope) for row in rows
        ],
        places=[(alone,) if given is None else spans_of(given) for given, alone in zip(places, own, strict=True)],
        listed=[row.get("listed", True) for row in rows],
        said=[date if (at := row.get("said")) is None else when_of(at) for row, date in zip(rows, said, strict=True)],
    )


def many(kind: type[T], count: int, **columns: Iterable[Any]) -> list[T]:
    """So many things of a kind at once, field by field: one by one, what is frozen takes four times as long to make.

    `columns` must give every field, and the kind must check nothing when it is made.
    """
    made = list(map(object.__new__, repeat(kind, count)))
    for name, column in columns.items():
        deque(map(getattr(kind, name).__set__, made, column), maxlen=0)
    return made


def scope_of(row: Mapping[str, Any]) -> Scope:
    """A scope; the same row gives the same object."""
    key = repr(row)
    found = _scopes.get(key)
    if found is None:
        given: Row = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
        found = _kept(_scopes, key, Scope(**{**given, "start": when_of(row.get("start"))}))
    return found


def when_of(row: Mapping[str, str] | None) -> When:
    """A date; none is the unknown one, and the same row gives the same object."""
    if row is None:
        return UNKNOWN
    key = repr(row)
    return _dates.get(key) or _kept(_dates, key, When(**row))


def spans_of(rows: list[list[int]]) -> tuple[Span, ...]:
    """Spans, from pairs of numbers."""
    return tuple([Span(start, end) for start, end in rows])


def span_rows(spans: tuple[Span, ...]) -> list[list[int]]:
    """Spans as pairs of numbers."""
    return [[one.start, one.end] for one in spans]


def said_row(thing: Any) -> Row:
    """The fields of a thing that are not what they are when nothing is said, as plain data."""
    found = {}
    for name, unsaid in _unsaid(thing.__class__):
        value = getattr(thing, name)
        if value != unsaid:
            found[name] = _plain(value)
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return said_row(value) if hasattr(value, "__dataclass_fields__") else value


@cache
def _unsaid(kind: type[Any]) -> tuple[tuple[str, Any], ...]:
    """Each field with the value that stands for nothing said; a field that must be given has none."""
    return tuple((one.name, _default(one)) for one in fields(kind))


def _default(one: Field[Any]) -> Any:
    return one.default_factory() if one.default_factory is not MISSING else one.default


def _kept(shared: dict[str, T], key: str, made: T) -> T:
    """Keeps what was made, so that it is shared; starts again before it takes too much room."""
    if len(shared) >= SHARED_AT_MOST:
        shared.clear()
    shared[key] = made
    return made
