"""Everything that a brief rests on, gathered once: documents, statements, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from ceasefire.coding.statement import Coded, Statement
from ceasefire.reading.document import Document, Unread
from ceasefire.reasoning.accounts import Comparison
from ceasefire.reasoning.event import Event
from ceasefire.reasoning.life import Life
from ceasefire.reasoning.state import Outlook, Position, Provision


@dataclass(frozen=True, slots=True)
class Turn:
    """A party that stood in one place on a provision and then in another, with both positions.

    `direction` is "towards" agreement, "away" from it, or "aside" when neither can be said.
    """

    before: Position
    after: Position
    direction: str = "aside"


@dataclass(frozen=True, slots=True)
class Told:
    """An event of which two parties' own accounts are on record, and these held against each other."""

    event: Event
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Facts:
    """The record as of a date, as known at another, and what reasoning makes of it.

    `provision_of` says which provision a statement is about; `places` holds every place that says it,
    as (document, start, end), near-copies included. `later` are documents of after the date asked.
    `lives` are those of the pauses until `day`, the day asked for or the last on record.
    Lists are in any order: the brief sorts.
    """

    title: str = ""
    as_of: str = ""
    known_at: str = ""
    coded: tuple[Coded, ...] = ()
    unread: tuple[Unread, ...] = ()
    provisions: tuple[Provision, ...] = ()
    positions: tuple[Position, ...] = ()
    outlooks: tuple[Outlook, ...] = ()
    turns: tuple[Turn, ...] = ()
    accounts: tuple[Told, ...] = ()
    later: tuple[Document, ...] = ()
    lives: tuple[Life, ...] = ()
    day: date | None = None
    provision_of: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, tuple[tuple[str, int, int], ...]] = field(default_factory=dict)

    def documents(self) -> list[Document]:
        """Every document, dated ones by date, undated ones last."""
        return [coded.document for coded in self.in_order()]

    def in_order(self) -> list[Coded]:
        """Every coded document, dated ones by date, undated ones last; then by origin and id."""
        return sorted(self.coded, key=lambda coded: document_order(coded.document))

    def statements(self) -> Iterator[Statement]:
        """Every statement, document by document, in the order of the text."""
        for coded in self.in_order():
            yield from sorted(coded.statements, key=lambda said: (said.start, said.end, said.actor, said.id))


def document_order(document: Document) -> tuple[bool, tuple[object, ...], str, str]:
    """A sort key: dated documents by date, undated ones after them."""
    return (not document.published.known, document.published.order(), document.origin, document.id)
