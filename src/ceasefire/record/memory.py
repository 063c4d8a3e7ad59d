"""The record kept in memory: what was said, and when we learned it; things are added, never changed.

Two clocks: `as_of` asks when it was said or published, `known_at` when we recorded it. In memory the
second comes from the caller of `add`; nothing here reads the system clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from ceasefire.coding.statement import Attribution, Coded, Reading, Span, Statement
from ceasefire.reading.document import Document, Unread
from ceasefire.record.copies import ByDay, Told, told_once
from ceasefire.when import UNKNOWN, When

T = TypeVar("T")


@dataclass(slots=True)
class MemoryRecord:
    """Documents, statements and what could not be read, in an order that does not depend on how they came."""

    _documents: dict[str, Document] = field(default_factory=dict)
    _coded: dict[str, list[Coded]] = field(default_factory=dict)
    _recorded: dict[str, When] = field(default_factory=dict)
    _unread: dict[str, Unread] = field(default_factory=dict)
    _said: dict[str, Statement] = field(default_factory=dict)
    _learned: dict[str, When] = field(default_factory=dict)
    _told: Told | None = None

    def add(self, coded: Coded, recorded: When = UNKNOWN) -> int:
        """Adds what a coder made of a document, learned at `recorded`; answers how many statements were new.

        A document or statement that is on record already adds nothing: what was first recorded stays.
        """
        document = self._documents.setdefault(coded.document.id, coded.document)
        self._recorded.setdefault(document.id, recorded)
        new = [one for one in coded.statements if one.id not in self._said]
        versions = self._coded.setdefault(document.id, [])
        if coded not in versions:
            versions.append(coded)
        dated = [one if one.said.edtf else replace(one, said=document.published) for one in new]
        self._said.update([(one.id, one) for one in dated])
        self._learned.update(dict.fromkeys([one.id for one in dated], recorded))
        self._told = None
        return len(new)

    def add_unread(self, unread: Unread) -> None:
        """Keeps what could not be read, with its reason."""
        self._unread.setdefault(unread.id, unread)

    def documents(self) -> list[Document]:
        """Every document, undated ones first, then by date."""
        return sorted(self._documents.values(), key=lambda one: (one.published.order(), one.id))

    def unread(self) -> list[Unread]:
        """Everything that could not be read, by origin."""
        return sorted(self._unread.values(), key=lambda one: (one.origin, one.id))

    def document(self, document_id: str) -> Document:
        """One document. Raises KeyError when it is not on record."""
        return self._documents[document_id]

    def source(self, document_id: str) -> Document:
        """One document; in memory its text is at hand. Raises KeyError when it is not on record."""
        return self._documents[document_id]

    def statement(self, statement_id: str) -> Statement:
        """One statement as it stands in its own document, dated. Raises KeyError when it is not on record."""
        return self._said[statement_id]

    def statements(self, as_of: date | None = None, known_at: date | None = None) -> list[Statement]:
        """What had been said by `as_of` and recorded by `known_at`, each thing once, in order of time.

        `said` is filled with the document's date where the words give none. What cannot be placed
        before or after the date asked is kept, and `undated` lists it. A statement that a near-copy
        repeats counts once, from the earliest copy; `places` finds the others.
        """
        if known_at is None:
            return self.told().by(as_of)
        said, known, learned = ByDay(as_of), ByDay(known_at), self._learned
        return self.told().where(lambda one: said[one.said.edtf] and known[learned[one.id].edtf])

    def undated(self, as_of: date | None = None) -> list[str]:
        """The statements kept although nobody can say whether they were said by `as_of`.

        Without `as_of`: those that have no date at all.
        """
        return self.told().undated(as_of)

    def places(self, statement_id: str) -> list[tuple[str, Span]]:
        """Every span that says this, in its own document and in near-copies, as (document id, span)."""
        return self.told().places(self._said[statement_id])

    def readings(self) -> list[tuple[str, Reading]]:
        """Every supposition about a party's motives or prospects, with the id of its document."""
        return [
            (document.id, reading)
            for document in self.documents()
            for reading in _once(one for coded in self._coded[document.id] for one in coded.readings)
        ]

    def attributions(self, document_id: str) -> list[Attribution]:
        """Who is said to have said what in one document, in the order of its text."""
        found = _once(one for coded in self._coded[document_id] for one in coded.attributions)
        return sorted(found, key=lambda one: (one.cue, one.source, one.content))

    def coded(self, known_at: date | None = None) -> list[Coded]:
        """Every document on record by `known_at` with what was made of it, undated ones first, then by date."""
        known = (
            one for one in self.documents() if known_at is None or self._recorded[one.id].by(known_at) is not False
        )
        return [coded for document in known for coded in self._coded[document.id]]

    def told(self) -> Told:
        """Everything said, each thing once, in order of time."""
        if self._told is None:
            self._told = told_once(self._said.values(), self._documents)
        return self._told


def _once(items: Iterable[T]) -> list[T]:
    """The same things in the same order, each once."""
    return list(dict.fromkeys(items))
