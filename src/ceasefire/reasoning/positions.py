"""Where each party stands on each provision: a pure function of the record.

The latest firm act wins. A later hedged act, a claim by another party, or an act of the same date that
says otherwise does not; it is listed beside the position.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from ceasefire.coding.statement import Statement
from ceasefire.reasoning.last_chapter import last_position
from ceasefire.reasoning.provisions import Agenda, agenda
from ceasefire.reasoning.shown import Key, Told, by_dates, shown
from ceasefire.reasoning.state import Position
from ceasefire.reasoning.story import Story
from ceasefire.record.case import Case
from ceasefire.record.view import Record


def positions(
    record: Record, as_of: date | None = None, known_at: date | None = None, case: Case | None = None
) -> list[Position]:
    """Where everyone stands as of a date, as far as known at another, by party and provision."""
    statements = record.statements(as_of, known_at)
    return stands(statements, agenda(statements, case))


def stands(statements: Iterable[Statement], on: Agenda) -> list[Position]:
    """The position of each party on each provision that the statements show; they are given in order of time."""
    told = Told(statements, on)
    found = (last_position(told, key) for key in sorted(told.by_key))
    return [one for one in found if one is not None]


def stood_and_stand(
    statements: Iterable[Statement], then: Collection[str], on: Agenda
) -> tuple[dict[Key, Position], dict[Key, Position]]:
    """The positions that those of the statements show whose ids are in `then`, and those that all of them show.

    Where a party has said nothing since, and nobody has accused it since, it stands where it stood.
    """
    given = list(statements)
    told, since = Told(given, on), [one for one in given if one.id not in then]
    touched = {(one.actor, on.about[one.id]) for one in since}
    touched |= {(one.recipient, on.about[one.id]) for one in since if one.act == "accuse" and one.recipient}
    before: dict[Key, Position] = {}
    after: dict[Key, Position] = {}
    for key in sorted(told.by_key):
        last = last_position(told, key)
        stood = last_position(told, key, then) if key in touched else last
        if stood is not None:
            before[key] = stood
        if last is not None:
            after[key] = last
    return before, after


def histories(statements: Iterable[Statement], on: Agenda) -> dict[Key, list[Position]]:
    """Every position that each party has held on each provision, in order of time; the last one holds."""
    told = Told(statements, on)
    found = {}
    for key, group in told.by_key.items():
        story = Story(key)
        story.go_on(by_dates(shown(group, told.accusing(key), on.price)))
        if history := story.positions():
            found[key] = history
    return found
