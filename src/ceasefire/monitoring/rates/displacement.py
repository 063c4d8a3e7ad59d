"""Whether attacks moved to what a pause does not cover: the covered rate's change against the other's."""

from __future__ import annotations

from dataclasses import dataclass

from ceasefire.errors import QuestionError
from ceasefire.monitoring.rates.autoregression import Step, step
from ceasefire.monitoring.rates.change import Change, change, times
from ceasefire.monitoring.rates.design import design
from ceasefire.monitoring.rates.series import Series, Window
from ceasefire.monitoring.rates.verdict import CANNOT_TELL, STRONGEST, verdict
from ceasefire.monitoring.rates.weeks import weeks


@dataclass(frozen=True, slots=True)
class Displacement:
    """The change of what is covered, of what is not, and how the first compares with the second.

    `ratio` is the ratio of the two ratios with its interval of 95 %: below 1, the covered fell further or rose less.
    It is fitted to the weekly logarithm of covered over other incidents, so that what moves both leaves no trace.
    `verdict` says "fewer" or "more" of the covered beside the others. Moved attacks show in `other` being "more".
    """

    covered: Change
    other: Change
    ratio: float | None
    low: float | None
    high: float | None
    verdict: str
    reasons: tuple[str, ...]


def displacement(covered: Series, other: Series, window: Window) -> Displacement:
    """Compares two series of the same days."""
    if (covered.first, covered.last) != (other.first, other.last):
        raise QuestionError(
            f"both series must have the same days: {covered.first} to {covered.last}, {other.first} to {other.last}"
        )
    one, two = change(covered, window), change(other, window)
    fitted = _beside(covered, other, window)
    reasons = tuple(sorted({*one.reasons, *two.reasons}))
    if not reasons and (fitted is None or fitted.strength > STRONGEST):
        reasons = ("not-fitted",) if fitted is None else ("drifting",)
    if fitted is None:
        return Displacement(one, two, None, None, None, CANNOT_TELL, reasons)
    ratio, low, high = times(fitted.middle), times(fitted.low), times(fitted.high)
    return Displacement(one, two, ratio, low, high, verdict(fitted, reasons), reasons)


def _beside(covered: Series, other: Series, window: Window) -> Step | None:
    ours, theirs = weeks(covered, window), weeks(other, window)
    logs = [None if a is None or b is None else a - b for a, b in zip(ours.logs, theirs.logs, strict=True)]
    used = sum(log is not None for log in logs[: ours.before])
    if not used or all(log is None for log in logs[ours.before :]):
        return None
    return step(logs, design(ours.before, len(logs), used).rows)
