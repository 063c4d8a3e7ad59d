"""Who has moved between two dates, and whether towards agreement or away from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ceasefire.coding.statement import Statement
from ceasefire.reasoning.compared import Compared, compare
from ceasefire.reasoning.positions import histories
from ceasefire.reasoning.provisions import Agenda, agenda
from ceasefire.reasoning.state import Position
from ceasefire.record.case import Case
from ceasefire.record.undisturbed import undisturbed
from ceasefire.record.view import Record

RANK = ("rejects", "has suspended", "unknown", "accepts on condition", "has proposed", "accepts")


@dataclass(frozen=True, slots=True)
class Shift:
    """A party stood in one place on a provision and then in another; `before` is None when it had said nothing.

    `direction` is "towards" agreement, "away" from it, or "aside" when neither can be said, such as a
    price exchanged for another. `statements` are the last word before and the first word after.
    """

    party: str
    provision: str
    before: Position | None
    after: Position
    direction: str
    statements: tuple[str, ...]


@undisturbed()
def changes(
    record: Record,
    since: date,
    until: date | None = None,
    case: Case | None = None,
    known_at: date | None = None,
) -> list[Shift]:
    """What moved after `since`, up to `until`: by party and provision, where each stood then and stands now."""
    return shifts(compare(record, since, until, known_at, case))


def shifts(compared: Compared) -> list[Shift]:
    """Every party and provision whose position at the later date is another, with the two quotes."""
    moved = ((compared.before.get(key), after) for key, after in sorted(compared.after.items()))
    return [
        Shift(
            after.party,
            after.provision,
            before,
            after,
            direction(before, after),
            (*(compared.last_before(before) if before else ()), *compared.first_after(after)),
        )
        for before, after in moved
        if before is None or not _same(before, after)
    ]


def turns(
    record: Record, as_of: date | None = None, known_at: date | None = None, case: Case | None = None
) -> list[Shift]:
    """Every change of mind on record: each time that a party's stance on a provision turned into another."""
    statements = record.statements(as_of, known_at)
    return turned(statements, agenda(statements, case))


def turned(statements: Sequence[Statement], on: Agenda) -> list[Shift]:
    """Every change of mind that these statements tell, on the provisions of this agenda."""
    told = histories(statements, on)
    found = (_shift(before, after) for key in sorted(told) for before, after in pairwise(told[key]))
    return [one for one in found if one is not None]


def direction(before: Position | None, after: Position) -> str:
    """Towards agreement or away from it, by stance, then by the number of prices, then by firmness."""
    old, new = _nearness(before), _nearness(after)
    if old == new:
        return "aside"
    return "towards" if new > old else "away"


def _nearness(position: Position | None) -> tuple[int, int, bool]:
    """How near to agreement; a firm refusal is further away than a hedged one."""
    if position is None:
        return (RANK.index("unknown"), 0, False)
    refuses = position.stance in ("rejects", "has suspended")
    return (RANK.index(position.stance), -len(position.conditions), position.firm is not refuses)


def _shift(before: Position | None, after: Position) -> Shift | None:
    if before is not None and _same(before, after):
        return None
    words = (before.statements[-1:] if before else ()) + after.statements[:1]
    return Shift(after.party, after.provision, before, after, direction(before, after), words)


def _same(before: Position, after: Position) -> bool:
    prices = [{(one.provision, one.wanted) for one in each.conditions} for each in (before, after)]
    return (before.stance, before.firm) == (after.stance, after.firm) and prices[0] == prices[1]
