"""What `ceasefire events` gives to programs: plain dictionaries in the published shape, in order of time."""

from __future__ import annotations

from datetime import date
from typing import Any

from ceasefire.reasoning.accounts_of import spoken_for
from ceasefire.reasoning.event import Event
from ceasefire.reasoning.events import events
from ceasefire.record.case import Case
from ceasefire.record.view import Record


def events_answer(
    record: Record, as_of: date | None = None, known_at: date | None = None, case: Case | None = None
) -> dict[str, Any]:
    """The events, each with the words of every document that tells of it, and the party that it speaks for."""
    return {
        "as_of": as_of.isoformat() if as_of else None,
        "known_at": known_at.isoformat() if known_at else None,
        "events": [_event(one, record, case) for one in events(record, as_of, known_at, case)],
    }


def _event(one: Event, record: Record, case: Case | None) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind,
        "parties": list(one.parties),
        "hosts": list(one.hosts),
        "when": one.when.edtf or None,
        "place": one.place,
        "held": one.held,
        "accounts": {party: list(one.accounts[party]) for party in sorted(one.accounts)},
        "documents": [
            {
                "id": told.document,
                "party": spoken_for(record.document(told.document), case),
                "start": told.mention.start,
                "end": told.mention.end,
                "quote": told.mention.quote,
            }
            for told in one.mentions
        ],
    }
