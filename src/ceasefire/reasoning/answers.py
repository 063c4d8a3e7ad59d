"""What the commands give to programs: plain dictionaries in the published shapes, always in the same order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from ceasefire.coding.statement import Scope, Statement
from ceasefire.reasoning.blockers import CAP, looked_at
from ceasefire.reasoning.kept_agenda import agenda_of
from ceasefire.reasoning.positions import stands
from ceasefire.reasoning.state import Outlook, Position, Provision
from ceasefire.record.case import Case
from ceasefire.record.undisturbed import undisturbed
from ceasefire.record.view import Record


@undisturbed()
def positions_answer(
    record: Record, as_of: date | None = None, known_at: date | None = None, case: Case | None = None
) -> dict[str, Any]:
    """Who stands where: the parties, the provisions, and each position with the ids of its statements."""
    statements = record.statements(as_of, known_at)
    on = agenda_of(record, statements, as_of, known_at, case)
    parties = {one.actor for one in statements} | {party for one in on.provisions for party in one.consent}
    return {
        "as_of": as_of.isoformat() if as_of else None,
        "known_at": known_at.isoformat() if known_at else None,
        "parties": sorted(parties),
        "provisions": [provision_row(one) for one in on.provisions],
        "positions": [position_row(one) for one in stands(statements, on)],
        "undated": _undated(record, statements, as_of),
    }


def _undated(record: Record, statements: Iterable[Statement], as_of: date | None) -> list[str]:
    """Those of the statements of which nobody can say whether they were said by `as_of`."""
    found = frozenset(record.undated(as_of))
    return sorted(one.id for one in statements if one.id in found) if found else []


@undisturbed()
def blockers_answer(
    record: Record,
    provision: str | None = None,
    as_of: date | None = None,
    known_at: date | None = None,
    case: Case | None = None,
    cap: int = CAP,
) -> dict[str, Any]:
    """What stands in the way of one provision; of the broadest one when none is named, with the others beside it."""
    statements = record.statements(as_of, known_at)
    on = agenda_of(record, statements, as_of, known_at, case)
    found = looked_at(on, stands(statements, on), provision, cap)
    titles = {one.id: one.title for one in on.provisions}
    if not found:
        return {"provision": None, "agreed": False, "blockers": [], "unlocks": [], "packages": [], "others": []}
    first, *others = (_outlook(one, titles) for one in found)
    return first if provision is not None else {**first, "others": others}


def provision_row(one: Provision) -> dict[str, Any]:
    """A provision in the published shape."""
    return {
        "id": one.id,
        "title": one.title,
        "category": one.category,
        "covers": list(one.covers),
        "consent": list(one.consent),
        "consent_because": one.consent_because,
        "scope": scope_row(one.scope),
        "conflict": list(one.conflict),
    }


def scope_row(said: Scope) -> dict[str, Any]:
    """A scope in the published shape."""
    return {
        "targets": list(said.targets),
        "domains": list(said.domains),
        "area": list(said.area),
        "duration": said.duration or None,
        "start": said.start.edtf or None,
        "direction": said.direction or None,
        "occasion": said.occasion or None,
        "extendable": said.extendable or None,
        "ends_if": said.ends_if or None,
    }


def position_row(one: Position) -> dict[str, Any]:
    """A position in the published shape."""
    return {
        "party": one.party,
        "provision": one.provision,
        "stance": one.stance,
        "firm": one.firm,
        "conditions": [
            {"provision": price.provision or None, "wanted": price.wanted, "words": price.words}
            for price in one.conditions
        ],
        "since": one.since.edtf or None,
        "statements": list(one.statements),
        "contradicted_by": list(one.contradicted_by),
    }


def _outlook(one: Outlook, titles: dict[str, str]) -> dict[str, Any]:
    return {
        "provision": one.provision,
        "title": titles[one.provision],
        "agreed": one.agreed,
        "blockers": [{"because": _because(blocker.because)} for blocker in one.blockers],
        "unlocks": [
            {
                "changes": [
                    {"party": change.party, "provision": change.provision, "from": change.before, "to": change.after}
                    for change in unlock.changes
                ],
                "parties": len(unlock.parties),
            }
            for unlock in one.unlocks
        ],
        "packages": [list(package) for package in one.packages],
        "assumptions": [{"party": each.party, "provision": each.provision} for each in one.assumptions],
        "capped": one.capped,
    }


def _because(held: Sequence[Position]) -> list[dict[str, Any]]:
    return [position_row(one) for one in held]
