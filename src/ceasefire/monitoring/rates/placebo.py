"""The fall against every earlier window of the same length, in which nothing had been agreed.

In the manner of placebo tests in time (Abadie, Diamond and Hainmueller 2015; Bertrand, Duflo and Mullainathan 2004).
Each window is compared with the weeks before it alone, as if it were the pause, so that none knows what came after.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ceasefire.monitoring.rates.autoregression import at_strength
from ceasefire.monitoring.rates.design import design

FEWEST_WINDOWS = 19
"""With fewer earlier windows not even the deepest fall of all would be one in twenty."""

HISTORY = 8
"""The weeks that must lie before a window for a fall to be told."""


@dataclass(frozen=True, slots=True)
class Placebo:
    """How the pause ranks among earlier windows of as many weeks; `rank` 1 is the deepest fall.

    `share` is that of windows, the pause among them, that fell at least as far. None for both where there are too few
    windows. They overlap: `apart` is how many fit beside each other.
    """

    rank: int | None
    share: float | None
    windows: int
    apart: int
    weeks: int


def placebo(logs: Sequence[float | None], before: int, strength: float) -> Placebo:
    """Ranks the step of the pause among the steps of all earlier windows, at one autocorrelation."""
    while logs and logs[-1] is None:
        logs = logs[:-1]
    length = max(0, len(logs) - before)
    room = before - HISTORY
    falls = [_fall(logs, start, length, strength) for start in range(HISTORY, before - length + 1)] if length else []
    told = [fall for fall in falls if fall is not None]
    own = _fall(logs, before, length, strength) if length else None
    apart = max(0, room // length) if length else 0
    if own is None or len(told) < FEWEST_WINDOWS:
        return Placebo(None, None, len(told), apart, length)
    rank = 1 + sum(fall <= own for fall in told)
    return Placebo(rank, round(rank / (len(told) + 1), 4), len(told), apart, length)


def _fall(logs: Sequence[float | None], start: int, length: int, strength: float) -> float | None:
    """The step at a week in what was known at the end of the window; None where it cannot be told."""
    known = logs[: start + length]
    usable = sum(log is not None for log in known[:start])
    if usable < HISTORY or all(log is None for log in known[start:]):
        return None
    found = at_strength(known, design(start, len(known), usable).rows, strength)
    return None if found is None else found.estimate
