"""Record → facts: what is on record as of a date, and what reasoning makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from ceasefire.coding.statement import Coded, Reading, Statement
from ceasefire.publishing.facts import Facts, Told, Turn
from ceasefire.publishing.wording import counted
from ceasefire.reading.document import Document
from ceasefire.reasoning.account_sides import Accounts
from ceasefire.reasoning.accounts import compare
from ceasefire.reasoning.blockers import looked_at
from ceasefire.reasoning.changes import turned
from ceasefire.reasoning.events import events
from ceasefire.reasoning.kept_agenda import agenda_of
from ceasefire.reasoning.lives import last_day, lives_of
from ceasefire.reasoning.positions import stands
from ceasefire.reasoning.provisions import Agenda
from ceasefire.record.case import Case
from ceasefire.record.view import Record


def gather(
    record: Record,
    case: Case | None = None,
    as_of: date | None = None,
    known_at: date | None = None,
    provision: str | None = None,
) -> Facts:
    """Everything that a brief on this record rests on; blockers of one provision only when one is named.

    A document published after `as_of` is set aside and listed.
    """
    statements = record.statements(as_of, known_at)
    on = agenda_of(record, statements, as_of, known_at, case)
    held, day = stands(statements, on), as_of or last_day(statements)
    return replace(
        ground(record, statements, on, case, as_of, known_at),
        accounts=tuple(_accounts(record, as_of, known_at, case)),
        positions=tuple(held),
        outlooks=tuple(looked_at(on, held, provision)),
        turns=tuple(
            Turn(one.before, one.after, one.direction) for one in turned(statements, on) if one.before is not None
        ),
        lives=tuple(lives_of(statements, on, day, case)),
        day=day,
    )


def ground(
    record: Record,
    statements: Sequence[Statement],
    on: Agenda,
    case: Case | None = None,
    as_of: date | None = None,
    known_at: date | None = None,
) -> Facts:
    """What every answer in words stands on: the documents, what they say, and the provisions it is about."""
    told = {one.document for one in statements}  # a later document too, where its undated copy may be earlier
    documents = record.documents()
    known = [one for one in documents if as_of is None or one.id in told or one.published.by(as_of) is not False]
    later = [one for one in documents if as_of is not None and one.id not in told and one.published.by(as_of) is False]
    return Facts(
        title=(case.title if case else "") or _title(known or later),
        as_of=as_of.isoformat() if as_of else "",
        known_at=known_at.isoformat() if known_at else "",
        coded=tuple(_coded(record, known, statements)),
        later=tuple(later),
        unread=tuple(record.unread()),
        provisions=on.provisions,
        provision_of=dict(on.about),
        places={
            one.id: tuple((name, place.start, place.end) for name, place in record.places(one.id)) for one in statements
        },
    )


def _accounts(record: Record, as_of: date | None, known_at: date | None, case: Case | None) -> Iterator[Told]:
    """Every two accounts of every event on record that has two."""
    found = [one for one in events(record, as_of, known_at, case) if len(one.accounts) > 1]
    if not found:
        return
    accounts = Accounts(record, as_of, known_at)
    for event in found:
        for both in accounts.both(event):
            yield Told(event, compare(*both))


def _title(documents: list[Document]) -> str:
    """A single document's title; otherwise how many documents there are."""
    if len(documents) == 1:
        return documents[0].title or documents[0].origin
    return counted("page.untitled", len(documents))


def _coded(record: Record, documents: Iterable[Document], statements: Iterable[Statement]) -> Iterable[Coded]:
    """Each document with the statements that stand on record for it: what a copy repeats counts where it was first."""
    said: dict[str, list[Statement]] = {}
    for one in statements:
        said.setdefault(one.document, []).append(one)
    read: dict[str, list[Reading]] = {}
    for name, reading in record.readings():
        read.setdefault(name, []).append(reading)
    for document in documents:
        yield Coded(document, tuple(said.get(document.id, ())), readings=tuple(read.get(document.id, ())))
