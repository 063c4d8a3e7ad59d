"""The life of a pause: the steps that it has taken, from when each side counts it, and where it stood on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ceasefire.record.lengths import end_of
from ceasefire.record.terms import Terms
from ceasefire.vocabulary import load
from ceasefire.when import UNKNOWN, When, from_date

NOTHING = "nothing"
CASE_FILE = "case file"


@dataclass(frozen=True, slots=True)
class Step:
    """A step in the life of a pause: what it is, when it was taken, and the statements (ids) that it rests on.

    `rule` is the name of the rule that holds, `because` its own sentence. `by` says whose count it follows, where
    sides count differently.
    """

    name: str
    when: When
    statements: tuple[str, ...]
    because: str
    rule: str = ""
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """From when a side counts the pause, and the first day after it by that count (unknown without a length).

    `by` is a party, "case file", or "" where nobody names a start and the day counts on which it was first in force.
    """

    by: str
    start: When
    end: When = UNKNOWN
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prolonging:
    """What a party did about making the pause longer: its act, when, in which statements."""

    party: str
    act: str
    when: When
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Life:
    """A pause and the steps of its life in order of time; a pure function of the record.

    `counts` differ where the sides differ on when it began. `asked` lists who wanted it longer and who did not.
    `dated` says that a case file sets down its dates and terms.
    """

    provision: str
    title: str = ""
    category: str = ""
    parties: tuple[str, ...] = ()
    terms: Terms = field(default_factory=Terms)
    duration: str = ""
    steps: tuple[Step, ...] = ()
    counts: tuple[Count, ...] = ()
    asked: tuple[Prolonging, ...] = ()
    statements: tuple[str, ...] = ()
    dated: bool = False

    def step_on(self, day: date) -> Step | None:
        """The last step taken by the end of a day; undated steps come before all others."""
        taken = [one for one in self.steps if one.when.first is None or one.when.first <= day]
        return taken[-1] if taken else None

    def state_on(self, day: date) -> str:
        """Where it stood at the end of a day: the name of its last step, or "nothing"."""
        step = self.step_on(day)
        return step.name if step else NOTHING

    def holds_on(self, day: date) -> bool:
        """Whether it bound anybody at the end of a day, by anybody's count."""
        state = self.state_on(day)
        return holds(state) or (state == "expired" and bool(self.running_on(day)))

    def running_on(self, day: date) -> tuple[Count, ...]:
        """The counts by which it still ran on a day; those without an end run on."""
        return tuple(
            one
            for one in self.counts
            if (one.start.first is None or one.start.first <= day) and (one.end.first is None or day < one.end.first)
        )

    def days_left(self, day: date) -> dict[str, int]:
        """For each count that has an end, how many days are left after a day; 0 when it is over."""
        ends = {one.by: one.end.first for one in self.counts}
        return {by: max(0, (end - day).days) for by, end in sorted(ends.items()) if end is not None}

    @property
    def declared(self) -> When:
        """The day on which it was agreed, or on which the side that declared it did so; unknown for what never held."""
        agreed = [one.when for one in self.steps if one.name == "agreed"]
        tentative = [one.when for one in self.steps if one.name in ("tentatively agreed", "proposed")]
        began = any(holds(one.name) for one in self.steps)
        return agreed[0] if agreed else tentative[0] if tentative and began else UNKNOWN

    @property
    def effect(self) -> When:
        """The first day from which anybody counts it; unknown for what never was in force."""
        begun = [one.when for one in self.steps if holds(one.name)]
        counted = sorted((one.start for one in self.counts if one.start.known), key=When.order)
        return UNKNOWN if not begun else counted[0] if counted else begun[0]

    @property
    def end(self) -> When:
        """The day on which it ended, when its last step says that it has."""
        last = self.steps[-1] if self.steps else None
        return last.when if last is not None and last.name in ("expired", "broken off") else UNKNOWN


def after(step: str) -> tuple[str, ...]:
    """The steps that a step may follow."""
    return tuple(_steps()[step]["after"])


def holds(step: str) -> bool:
    """Whether a pause binds once it has taken this step."""
    return step != NOTHING and bool(_steps()[step]["holds"])


def ended(start: When, duration: str) -> When:
    """The first day after a pause of this length that begins then; unknown where either is."""
    exact = start.first if start.precision in ("day", "instant") else None
    day = end_of(exact, duration)
    return from_date(day) if day is not None else UNKNOWN


def _steps() -> Mapping[str, Mapping[str, Any]]:
    steps: Mapping[str, Mapping[str, Any]] = load("pauses")["steps"]
    return steps
