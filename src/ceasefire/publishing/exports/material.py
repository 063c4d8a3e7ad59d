"""Everything that an export is made of, asked of the record once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ceasefire.coding.statement import Attribution, Reading, Statement
from ceasefire.reading.document import Document, Unread
from ceasefire.reasoning.life import Life
from ceasefire.reasoning.lives import last_day, lives_of
from ceasefire.reasoning.positions import stands
from ceasefire.reasoning.provisions import Agenda, agenda
from ceasefire.reasoning.state import Position
from ceasefire.record.case import Case
from ceasefire.record.decision import Decision
from ceasefire.record.view import Record

Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Decided:
    """What a lasting record has beyond what any record has: decisions, the log's end, and when it was recorded."""

    decisions: tuple[Decision, ...] = ()
    entries: int = 0
    hash: str = ""
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Material:
    """A record as of one date, as known at another, and what follows from it; in the record's own order."""

    title: str
    as_of: str
    known_at: str
    documents: tuple[Document, ...]
    unread: tuple[Unread, ...]
    statements: tuple[Statement, ...]
    places: Mapping[str, tuple[Place, ...]]
    attributions: Mapping[str, tuple[Attribution, ...]]
    readings: tuple[tuple[str, Reading], ...]
    coders: Mapping[str, str]
    on: Agenda
    positions: tuple[Position, ...]
    lives: tuple[Life, ...]
    aliases: Mapping[str, tuple[str, ...]]
    decided: Decided


def material(
    record: Record,
    title: str,
    case: Case | None = None,
    as_of: date | None = None,
    known_at: date | None = None,
    decided: Decided | None = None,
) -> Material:
    """What the record holds as of a date; documents published later are left out."""
    statements = record.statements(as_of, known_at)
    on = agenda(statements, case)
    documents = [one for one in record.documents() if as_of is None or one.published.by(as_of) is not False]
    named = {one.id for one in documents}
    return Material(
        title=title,
        as_of=as_of.isoformat() if as_of else "",
        known_at=known_at.isoformat() if known_at else "",
        documents=tuple(documents),
        unread=tuple(record.unread()),
        statements=tuple(statements),
        places={
            one.id: tuple((name, span.start, span.end) for name, span in record.places(one.id)) for one in statements
        },
        attributions={one.id: tuple(record.attributions(one.id)) for one in documents},
        readings=tuple((name, one) for name, one in record.readings() if name in named),
        coders={one.document.id: one.coder for one in record.coded()},
        on=on,
        positions=tuple(stands(statements, on)),
        lives=tuple(one for one in lives_of(statements, on, as_of or last_day(statements), case) if one.steps),
        aliases=case.parties if case else {},
        decided=decided or Decided(),
    )
