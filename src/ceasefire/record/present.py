"""What stands on record where its log ends: what most questions need, each thing said once and in order.

It is worked out from the log, and can be kept as a file (`kept_present.py`) so that it need not be worked out again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

import orjson

from ceasefire.coding.statement import Span, Statement
from ceasefire.reading.document import Document, Unread
from ceasefire.record.coded_rows import document_of, document_row
from ceasefire.record.columns import columns_of, from_columns
from ceasefire.record.copies import Told
from ceasefire.record.rows import said_row
from ceasefire.record.undisturbed import undisturbed

if TYPE_CHECKING:
    from ceasefire.record.lookup import View

Rows = Mapping[str, Mapping[str, Any]]


class Present:
    """Statements, where they stand, and the documents without their texts, as `MemoryRecord` answers for them."""

    def __init__(self, told: Told, unread: list[Unread], documents: Callable[[], Rows]) -> None:
        """`documents` gives the row of each document by its id; few questions ask for any."""
        self.told = told
        self._unread = unread
        self._documents = documents

    def statements(self, as_of: date | None = None) -> list[Statement]:
        """What had been said by `as_of`, each thing once, in order of time."""
        return self.told.by(as_of)

    def undated(self, as_of: date | None = None) -> list[str]:
        """The statements kept although nobody can say whether they were said by `as_of`."""
        return self.told.undated(as_of)

    def statement(self, statement_id: str) -> Statement:
        """One statement as it stands, dated. Raises KeyError when it is not on record."""
        return self._by_id[statement_id]

    def places(self, statement_id: str) -> list[tuple[str, Span]]:
        """Every span that says this, in its own document and in near-copies, as (document id, span)."""
        return self.told.places(self._by_id[statement_id])

    def source(self, document_id: str) -> Document:
        """One document without its text. Raises KeyError when it is not on record."""
        return document_of(self._rows[document_id])

    def unread(self) -> list[Unread]:
        """What could not be read and has not been read since, by origin."""
        return list(self._unread)

    @cached_property
    def _by_id(self) -> Mapping[str, Statement]:
        again = (one for some in self.told.again.values() for one in some)
        return {one.id: one for one in (*self.told.once, *again)}

    @cached_property
    def _rows(self) -> Rows:
        return self._documents()


def present_of(view: View) -> Present:
    """What stands at the end of a view's log."""
    light = view.light
    rows = {name: document_row(one.document) for name, one in view.versions.items()}
    return Present(light.told(), light.unread(), lambda: rows)


def dumped(present: Present) -> bytes:
    """All of it as two lines of JSON; the same always gives the same bytes."""
    told = present.told
    again = [one for some in told.again.values() for one in some]
    held = {
        "statements": columns_of([*told.once, *again]),
        "again": [[name, len(some)] for name, some in told.again.items()],
        "unread": [said_row(one) for one in present.unread()],
    }
    return orjson.dumps(held) + b"\n" + orjson.dumps(present._rows)


@undisturbed()
def loaded(data: bytes) -> Present:
    """What was dumped. Raises LookupError, TypeError or ValueError when it is not that."""
    at, view = data.index(b"\n"), memoryview(data)
    held = orjson.loads(view[:at])
    statements = iter(from_columns(held["statements"]))
    copied = sum(count for _, count in held["again"])
    once = tuple(islice(statements, len(held["statements"]["id"]) - copied))
    again = {name: tuple(islice(statements, count)) for name, count in held["again"]}
    heads = {one.id: one for one in once if one.id in again} if again else {}
    first_of = {other.id: heads[name] for name, others in again.items() for other in others}
    unread = [Unread(**row) for row in held["unread"]]
    return Present(Told(once, again, first_of), unread, lambda: orjson.loads(view[at + 1 :]))
