"""What can be asked of a record, wherever it is kept: in memory or in a database.

Two clocks everywhere: `as_of` asks when it was said or published, `known_at` when we had recorded it.
"""

from __future__ import annotations

from datetime import date
from typing import Protocol

from ceasefire.coding.statement import Attribution, Coded, Reading, Span, Statement
from ceasefire.reading.document import Document, Unread


class Record(Protocol):
    """Documents, statements and what could not be read, in an order that does not depend on how they came."""

    def documents(self) -> list[Document]:
        """Every document, undated ones first, then by date."""

    def unread(self) -> list[Unread]:
        """Everything that could not be read, by origin."""

    def document(self, document_id: str) -> Document:
        """One document. Raises KeyError when it is not on record."""

    def source(self, document_id: str) -> Document:
        """One document, as far as it can be given without its text. Raises KeyError when it is not on record."""

    def statement(self, statement_id: str) -> Statement:
        """One statement as it stands in its own document, dated. Raises KeyError when it is not on record."""

    def statements(self, as_of: date | None = None, known_at: date | None = None) -> list[Statement]:
        """What had been said by `as_of` and recorded by `known_at`, each thing once, in order of time.

        `said` is filled with the document's date where the words give none. What cannot be placed
        before or after the date asked is kept, and `undated` lists it. A statement that a near-copy
        repeats counts once, from the earliest copy; `places` finds the others.
        """

    def undated(self, as_of: date | None = None) -> list[str]:
        """The statements kept although nobody can say whether they were said by `as_of`.

        Without `as_of`: those that have no date at all.
        """

    def places(self, statement_id: str) -> list[tuple[str, Span]]:
        """Every span that says this, in its own document and in near-copies, as (document id, span)."""

    def readings(self) -> list[tuple[str, Reading]]:
        """Every supposition about a party's motives or prospects, with the id of its document."""

    def attributions(self, document_id: str) -> list[Attribution]:
        """Who is said to have said what in one document, in the order of its text."""

    def coded(self, known_at: date | None = None) -> list[Coded]:
        """Every document on record by `known_at` with what was made of it, undated ones first, then by date."""
