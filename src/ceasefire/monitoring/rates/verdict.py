"""When it can be told whether the rate changed, and what is then said: all rules and their limits in one place.

The limits are choices that the calibration (docs/rates.md) is held against; it also says where they do not suffice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import log
from types import MappingProxyType

from ceasefire.monitoring.rates.autoregression import Step
from ceasefire.monitoring.rates.second_fit import SecondFit
from ceasefire.monitoring.rates.weeks import Weeks

FEWER, MORE, NO_CLEAR_CHANGE, CANNOT_TELL = "fewer", "more", "no clear change", "cannot tell"
VERDICTS = (FEWER, MORE, NO_CLEAR_CHANGE, CANNOT_TELL)

WEEKS_BEFORE = 8
WEEKS_DURING = 2
INCIDENTS_A_WEEK = 2.0
STRONGEST = 0.8
PATTERN = 0.001
WATCHED_LEAST = 0.75
WATCHED_DIFFERS = 0.25


@dataclass(frozen=True, slots=True)
class Seen:
    """What the rules look at: the weeks, the watched and all days before and during, and both fits."""

    weeks: Weeks
    days_before: float
    all_before: int
    days_during: float
    all_during: int
    step: Step | None
    second: SecondFit


def too_few_weeks_before(seen: Seen) -> bool:
    """Fewer than eight weeks before the pause were watched well enough to be used."""
    return seen.weeks.used_before < WEEKS_BEFORE


def too_few_weeks_during(seen: Seen) -> bool:
    """Fewer than two weeks of the pause were watched well enough to be used, or fewer than fourteen days in all."""
    return seen.weeks.used_during < WEEKS_DURING or seen.days_during < 7 * WEEKS_DURING


def too_sparse(seen: Seen) -> bool:
    """Before the pause there were fewer than two incidents a week, so that weeks without any say little."""
    return seen.weeks.used_before > 0 and seen.weeks.counted / seen.weeks.used_before < INCIDENTS_A_WEEK


def poorly_watched(seen: Seen) -> bool:
    """Less than three quarters of the pause was watched, or a quarter more or less of it than of the time before."""
    if not seen.all_before or not seen.all_during:
        return False
    before, during = seen.days_before / seen.all_before, seen.days_during / seen.all_during
    return during < WATCHED_LEAST or abs(before - during) > WATCHED_DIFFERS


def drifting(seen: Seen) -> bool:
    """Each week resembles the one before so much that the level drifts by itself."""
    return seen.step is not None and seen.step.strength > STRONGEST


def patterned(seen: Seen) -> bool:
    """What the curve leaves over still holds a pattern, as when rates went through several phases in turn."""
    return seen.second.no_pattern is not None and seen.second.no_pattern < PATTERN


def too_wide(seen: Seen) -> bool:
    """Both half as many and twice as many as before would fit."""
    return seen.step is not None and seen.step.low < -log(2) and seen.step.high > log(2)


def not_fitted(seen: Seen) -> bool:
    """No curve could be fitted, or two ways of fitting it lie further apart than their uncertainty."""
    if seen.step is None or not seen.second.ended:
        return True
    wide = (seen.step.high - seen.step.low) / 2
    return abs(seen.step.middle - seen.second.step) > wide


RULES: Mapping[str, Callable[[Seen], bool]] = MappingProxyType(
    {
        "too-few-weeks-before": too_few_weeks_before,
        "too-few-weeks-during": too_few_weeks_during,
        "too-sparse": too_sparse,
        "poorly-watched": poorly_watched,
        "drifting": drifting,
        "patterned": patterned,
        "too-wide": too_wide,
    }
)


def why_not(seen: Seen) -> tuple[str, ...]:
    """The names of all rules by which it cannot be told; that no fit was found only where nothing else says why."""
    holding = tuple(name for name, holds in RULES.items() if holds(seen))
    return holding or (("not-fitted",) if not_fitted(seen) else ())


def verdict(step: Step | None, reasons: tuple[str, ...]) -> str:
    """What is said: fewer or more where the interval leaves out "as many as before"."""
    if reasons or step is None:
        return CANNOT_TELL
    if step.high < 0:
        return FEWER
    return MORE if step.low > 0 else NO_CLEAR_CHANGE
