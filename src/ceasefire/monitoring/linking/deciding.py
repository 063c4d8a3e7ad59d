"""What people have decided about two reports: that they tell of the same incident, or of different ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

SAME, DIFFERENT, OPEN = "same", "different", "open"


@dataclass(frozen=True, slots=True)
class Decision:
    """Somebody holds two reports to be of the same incident or of different ones, by name and with a reason.

    `verdict` is "same", "different", or "open", which takes back what was decided of the two before. `recorded` orders
    decisions: of two about the same reports the later one stands.
    """

    one: str
    other: str
    verdict: str
    by: str
    reason: str = ""
    recorded: str = ""

    @property
    def pair(self) -> tuple[str, str]:
        """The two ids in order."""
        return (self.one, self.other) if self.one < self.other else (self.other, self.one)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A decision that could not be carried out, because another stands against it."""

    decision: Decision
    against: Decision
    why: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What stands: `must` are to be joined and `cannot` kept apart; the rest is said to the user.

    A join that would bring together two reports that somebody holds apart is a conflict, and is not made.
    `waiting` are decisions about a report that is not among those given.
    """

    must: tuple[Decision, ...] = ()
    cannot: tuple[Decision, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    waiting: tuple[Decision, ...] = ()


def decided(decisions: Iterable[Decision], known: Iterable[str]) -> Decided:
    """What stands of the decisions, for the reports that are known."""
    ids = set(known)
    standing = list(_latest(decisions))
    here = [one for one in standing if {one.one, one.other} <= ids]
    cannot = [one for one in here if one.verdict == DIFFERENT]
    must, conflicts = _joined([one for one in here if one.verdict == SAME], cannot)
    waiting = tuple(one for one in standing if one not in here)
    return Decided(tuple(must), tuple(cannot), tuple(conflicts), waiting)


def _latest(decisions: Iterable[Decision]) -> Iterator[Decision]:
    """Of each two reports the last decision, unless it took back what was decided before."""
    ordered = sorted(decisions, key=lambda one: (one.recorded, one.pair, one.by, one.verdict, one.reason))
    last = {one.pair: one for one in ordered}
    yield from (one for one in last.values() if one.verdict != OPEN and one.one != one.other)


def _joined(same: list[Decision], cannot: list[Decision]) -> tuple[list[Decision], list[Conflict]]:
    """The joins that can be made, in the order in which they were recorded, and those that cannot."""
    must: list[Decision] = []
    conflicts: list[Conflict] = []
    group: dict[str, set[str]] = {}
    for decision in sorted(same, key=lambda one: (one.recorded, one.pair)):
        left = group.setdefault(decision.one, {decision.one})
        right = group.setdefault(decision.other, {decision.other})
        both = left | right
        against = next((one for one in cannot if set(one.pair) <= both), None)
        if against is not None:
            conflicts.append(Conflict(decision, against, f"would join {against.pair[0]} and {against.pair[1]}"))
            continue
        must.append(decision)
        group.update(dict.fromkeys(sorted(both), both))
    return must, conflicts
