"""Claims beside incidents: which claim may have an incident behind it, which incidents nobody claimed.

No claim is ever counted as an incident, and no incident as a claim.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from ceasefire.monitoring.claim import (
    ADMITS,
    BEHIND,
    DENIES,
    NONE,
    NOT_COMPARED,
    ONE_EVENT,
    PERHAPS,
    Checked,
    Claim,
)
from ceasefire.monitoring.claims.comparing import BESIDE, behind
from ceasefire.monitoring.claims.contradicting import contradicting
from ceasefire.monitoring.claims.gazetteer import Gazetteer
from ceasefire.monitoring.happened import NO
from ceasefire.monitoring.incident import Incident


def checked(claims: Sequence[Claim], incidents: Iterable[Incident], known: Gazetteer) -> list[Checked]:
    """Every claim, in its order, with the incidents that may be behind it."""
    by_day = _ByDay(incidents)
    against = contradicting(claims, known)
    return [_checked(one, by_day, known, against.get(one.id, ())) for one in claims]


def unclaimed(incidents: Iterable[Incident], found: Iterable[Checked]) -> list[Incident]:
    """The incidents of which no claim speaks, not even perhaps; without those that reports say were no attack."""
    claimed = {one.incident for held in found for one in held.behind}
    return [one for one in incidents if one.id not in claimed and one.happened.attack != NO]


def claims_about(found: Iterable[Checked]) -> dict[str, tuple[str, ...]]:
    """The ids of the claims that have each incident behind them or perhaps, by incident."""
    about: dict[str, set[str]] = defaultdict(set)
    for held in found:
        for one in held.behind:
            about[one.incident].add(held.claim.id)
    return {name: tuple(sorted(ids)) for name, ids in sorted(about.items())}


def evidence_of(found: Iterable[Checked]) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """By incident, the ids of claims by which the accused admits it, and by which it denies it.

    A claim's own id where the accused answered to it; the id of the accused's own claim where that says that another
    did it. Only where everything fits: what is perhaps another event is no evidence of this one.
    """
    every = list(found)
    by_id = {held.claim.id: held.claim for held in every}
    answers: dict[str, dict[str, set[str]]] = defaultdict(lambda: {ADMITS: set(), DENIES: set()})
    for held in every:
        said = {(held.claim.answer, held.claim.id)} if held.claim.answer in (ADMITS, DENIES) else set()
        said |= {(DENIES, name) for name in held.contradicts if by_id[name].claimant == held.claim.accused}
        for one in held.behind if said else ():
            if one.state == BEHIND:
                for state, name in said:
                    answers[one.incident][state].add(name)
    return {name: (tuple(sorted(by[ADMITS])), tuple(sorted(by[DENIES]))) for name, by in sorted(answers.items())}


def _checked(claim: Claim, incidents: _ByDay, known: Gazetteer, contradicts: tuple[str, ...]) -> Checked:
    if claim.about != ONE_EVENT:
        return Checked(claim, NOT_COMPARED, (), contradicts)
    found = [made for one in incidents.near(claim) if (made := behind(claim, one, known)) is not None]
    ranked = tuple(one for _, one in sorted(found, key=lambda made: (made[0], made[1].incident)))
    state = NONE if not ranked else BEHIND if any(one.state == BEHIND for one in ranked) else PERHAPS
    return Checked(claim, state, ranked, contradicts)


class _ByDay:
    """Incidents by the days on which they may have happened."""

    def __init__(self, incidents: Iterable[Incident]) -> None:
        self._all = list(incidents)
        self._on: dict[date, list[Incident]] = defaultdict(list)
        self._open: list[Incident] = []
        for one in self._all:
            when = one.happened_at
            if when.first is None or when.days > _MOST_DAYS:
                self._open.append(one)
                continue
            for number in range(when.days):
                self._on[when.first + timedelta(days=number)].append(one)

    def near(self, claim: Claim) -> Iterable[Incident]:
        """Those that may have happened on a day of the claim or beside it, each once; all where it gives no day."""
        when = claim.when
        if when.first is None or when.days > _MOST_DAYS:
            return self._all
        days = (when.first - BESIDE + timedelta(days=number) for number in range(when.days + 2 * BESIDE.days))
        found: Mapping[str, Incident] = {one.id: one for day in days for one in self._on.get(day, ())}
        return [*found.values(), *self._open]


_MOST_DAYS = 60
"""What leaves more days open is not put under each of them."""
