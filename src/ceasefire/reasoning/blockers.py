"""What stands in the way of a provision, what would let it through, and what could be agreed together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ceasefire.errors import QuestionError
from ceasefire.reasoning.kept_agenda import agenda_of
from ceasefire.reasoning.obstacles import Table, table
from ceasefire.reasoning.positions import stands
from ceasefire.reasoning.provisions import Agenda
from ceasefire.reasoning.solver import Answers, maximal_choices, minimal_conflicts, minimal_corrections
from ceasefire.reasoning.state import Assumption, Blocker, Change, Outlook, Position, Provision, Unlock
from ceasefire.reasoning.words import rank
from ceasefire.record.case import Case
from ceasefire.record.view import Record

CAP = 20


def blockers(
    record: Record,
    provision: str | None = None,
    as_of: date | None = None,
    known_at: date | None = None,
    case: Case | None = None,
    cap: int = CAP,
) -> list[Outlook]:
    """The outlook of one provision, or of every provision, the broadest first.

    `cap` bounds how many blockers, unlocks and packages are given. Raises QuestionError when the
    record speaks of no such provision.
    """
    statements = record.statements(as_of, known_at)
    on = agenda_of(record, statements, as_of, known_at, case)
    return looked_at(on, stands(statements, on), provision, cap)


def looked_at(on: Agenda, held: Sequence[Position], provision: str | None, cap: int = CAP) -> list[Outlook]:
    """The outlook of one provision of the agenda, or of each, as `blockers` gives it, from the positions held."""
    asked = [one for one in on.provisions if provision in (None, one.id)]
    if provision is not None and not asked:
        choices = ", ".join(one.id for one in on.provisions) or "none"
        raise QuestionError(f"the record speaks of no provision {provision!r}; it speaks of: {choices}")
    return outlooks(on.provisions, held, sorted(asked, key=broadest_first), cap)


def outlooks(
    provisions: Sequence[Provision], positions: Sequence[Position], asked: Sequence[Provision], cap: int = CAP
) -> list[Outlook]:
    """The outlook of each provision asked for, in the order asked."""
    known = {one.id: one for one in provisions}
    on = table(provisions, positions)
    together = _packages(on, positions, cap)
    return [_outlook(one, known, positions, on, together, cap) for one in asked]


def broadest_first(provision: Provision) -> tuple[int, bool, int, str]:
    """A sort key: ceasefire before peace agreement before limited ones; what includes more first."""
    ended = provision.scope.direction == "end"
    return (rank(provision.category), ended, -len(provision.covers), provision.id)


def _outlook(
    provision: Provision,
    known: dict[str, Provision],
    positions: Sequence[Position],
    on: Table,
    together: Answers,
    cap: int,
) -> Outlook:
    aimed = on.aiming_at(provision.id)
    owners = [one.party for one in aimed.positions]
    conflicts = minimal_conflicts(aimed.problem, cap)
    ways = minimal_corrections(aimed.problem, owners, cap)
    return Outlook(
        provision=provision.id,
        agreed=is_agreed(provision, known, positions),
        blockers=tuple(sorted((_blocker(found, aimed) for found in conflicts.sets), key=_blocker_order)),
        unlocks=tuple(sorted((_unlock(found, aimed) for found in ways.sets), key=_unlock_order)),
        packages=tuple(sorted((on.ids(found) for found in together.sets if found), key=lambda ids: (-len(ids), ids))),
        assumptions=assumptions(provision, known, positions),
        capped=conflicts.capped or ways.capped or together.capped,
    )


def is_agreed(provision: Provision, known: dict[str, Provision], positions: Sequence[Position]) -> bool:
    """Every party whose consent is needed accepts, and what each asks in return is agreed too.

    A party that has proposed it agrees once somebody has accepted; two proposals are no agreement.
    Two prices that wait for each other are not agreed.
    """
    return _agreed(provision.id, known, {(one.party, one.provision): one for one in positions}, frozenset())


def _agreed(
    provision: str, known: dict[str, Provision], held: dict[tuple[str, str], Position], waiting: frozenset[str]
) -> bool:
    if provision not in known or provision in waiting or not known[provision].consent:
        return False
    found = [held.get((party, provision)) for party in known[provision].consent]
    accepting = [one for one in found if one is not None and one.stance in ("accepts", "accepts on condition")]
    proposing = [one for one in found if one is not None and one.stance == "has proposed"]
    if not accepting or len(accepting) + len(proposing) < len(found):
        return False
    prices = [price for one in accepting if one.stance == "accepts on condition" for price in one.conditions]
    unmet = [one for one in accepting if one.stance == "accepts on condition" and not one.conditions]
    met = (price.wanted and _agreed(price.provision, known, held, waiting | {provision}) for price in prices)
    return not unmet and all(met)


def assumptions(
    provision: Provision, known: dict[str, Provision], positions: Sequence[Position]
) -> tuple[Assumption, ...]:
    """Who has said nothing although their consent is needed, for the provision and for every price set for it."""
    stance = {(one.party, one.provision): one.stance for one in positions}
    reached, waiting = {provision.id}, [provision.id]
    while waiting:
        now = waiting.pop()
        prices = {price.provision for one in positions if one.provision == now for price in one.conditions}
        fresh = sorted(prices & known.keys() - reached)
        reached |= set(fresh)
        waiting += fresh
    return tuple(
        Assumption(party, one)
        for one in sorted(reached)
        for party in known[one].consent
        if stance.get((party, one), "unknown") == "unknown"
    )


def _packages(on: Table, positions: Sequence[Position], cap: int) -> Answers:
    """The largest sets of provisions that somebody accepts, proposes or asks for and that can all be had together."""
    backed = {one.provision for one in positions if one.stance in ("accepts", "has proposed", "accepts on condition")}
    backed |= {price.provision for one in positions for price in one.conditions if price.wanted}
    return maximal_choices(on.problem, [on.variable(one) for one in sorted(backed & on.own.keys())], cap)


def _blocker(groups: frozenset[int], on: Table) -> Blocker:
    return Blocker(tuple(on.positions[group] for group in sorted(groups)))


def _unlock(groups: frozenset[int], on: Table) -> Unlock:
    """What each party would come to say: a refusal or a suspension becomes an acceptance, a price is dropped."""
    moved = [on.positions[group] for group in sorted(groups)]
    changes = tuple(Change(one.party, one.provision, one.stance, "accepts") for one in moved)
    return Unlock(changes, tuple(sorted({one.party for one in moved})))


def _blocker_order(blocker: Blocker) -> tuple[object, ...]:
    return (len(blocker.because), [(one.provision, one.party) for one in blocker.because])


def _unlock_order(unlock: Unlock) -> tuple[object, ...]:
    changes = [(one.provision, one.party) for one in unlock.changes]
    return (len(unlock.parties), len(unlock.changes), changes)
