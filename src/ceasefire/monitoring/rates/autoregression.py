"""The step of a pause in a series whose weeks resemble their neighbours, whatever the strength of that resemblance.

A linear model with AR(1) errors. For a given autocorrelation the step has Student's t distribution (generalised least
squares); the autocorrelation itself is not known, so the distributions are averaged over what it could be, each
weighted by the restricted likelihood and by the reference prior of a stationary AR(1), 1/sqrt(1 - phi²), on 0 to 1
(Berger and Yang 1994; Harville 1974 for the restricted likelihood). In short series this is what keeps an interval
of 95 % from being one of 85 %.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

STRENGTHS = (*(at * 0.025 for at in range(39)), 0.965, 0.98, 0.99)
"""The autocorrelations that are averaged over: 0 to 0.95 in even steps, then closer and closer to 1."""


@dataclass(frozen=True, slots=True)
class Step:
    """The change of the logarithm: its middle, its interval of 95 %, how likely a step so far from none would be.

    `strength` is the autocorrelation from week to week, averaged; `chance` is two-sided.
    """

    middle: float
    low: float
    high: float
    chance: float
    strength: float


@dataclass(frozen=True, slots=True)
class Given:
    """For one autocorrelation: all coefficients, the step's standard error, degrees of freedom, log of the weight."""

    coefficients: tuple[float, ...]
    error: float
    freedom: int
    weight: float

    @property
    def estimate(self) -> float:
        return self.coefficients[0]


def step(logs: Sequence[float | None], rows: Sequence[tuple[float, ...]]) -> Step | None:
    """The step, which is the first column of the rows; None where the weeks are too few or do not differ."""
    import numpy as np

    given = [one for strength in STRENGTHS if (one := at_strength(logs, rows, strength)) is not None]
    if len(given) < len(STRENGTHS):
        return None
    strengths = np.array(STRENGTHS)
    peak = max(one.weight for one in given)
    weights = (
        np.exp(np.array([one.weight for one in given]) - peak) * np.gradient(strengths) / np.sqrt(1 - strengths**2)
    )
    weights /= weights.sum()
    below = float(_below(0.0, given, weights))
    return Step(
        middle=_quantile(0.5, given, weights),
        low=_quantile(0.025, given, weights),
        high=_quantile(0.975, given, weights),
        chance=2 * min(below, 1 - below),
        strength=float(weights @ strengths),
    )


def at_strength(logs: Sequence[float | None], rows: Sequence[tuple[float, ...]], strength: float) -> Given | None:
    """The step as if the autocorrelation were known; None where it cannot be solved."""
    import numpy as np

    at = [n for n, log in enumerate(logs) if log is not None]
    observed = np.array([logs[n] for n in at], dtype=float)
    columns = np.array([(*rows[n], 1.0) for n in at], dtype=float)
    freedom = len(at) - columns.shape[1]
    if freedom < 1:
        return None
    gaps = np.diff(np.array(at, dtype=float))
    observed, columns = _whitened(observed[:, None], gaps, strength)[:, 0], _whitened(columns, gaps, strength)
    squares = columns.T @ columns
    sign, size = np.linalg.slogdet(squares)
    if sign <= 0 or not math.isfinite(size) or np.linalg.cond(squares) > 1e12:
        return None
    inverse = np.linalg.inv(squares)
    found = inverse @ (columns.T @ observed)
    left = float(np.sum((observed - columns @ found) ** 2))
    if left <= 1e-12:
        return None
    spread = -0.5 * float(np.sum(np.log1p(-(strength ** (2 * gaps))))) if strength else 0.0
    first = 0.5 * math.log(1 - strength**2) + 0.5 * math.log(1 - strength**2) * len(gaps)
    weight = first + spread - 0.5 * float(size) - freedom / 2 * math.log(left)
    return Given(tuple(map(float, found)), math.sqrt(left / freedom * float(inverse[0, 0])), freedom, weight)


def _whitened(values: Numbers, gaps: Numbers, strength: float) -> Numbers:
    """Each week less what its predecessor lets expect, in units of an innovation; the gap is how far that lies back."""
    import numpy as np

    kept = strength**gaps
    scale = np.sqrt((1 - strength**2) / (1 - kept**2))
    rest = (values[1:] - kept[:, None] * values[:-1]) * scale[:, None]
    return np.vstack([values[:1] * math.sqrt(1 - strength**2), rest])


def _below(value: float, given: Sequence[Given], weights: Numbers) -> float:
    import numpy as np
    from scipy.special import stdtr

    distances = np.array([(value - one.estimate) / one.error for one in given])
    return float(weights @ stdtr(float(given[0].freedom), distances))


def _quantile(share: float, given: Sequence[Given], weights: Numbers) -> float:
    """By bisection between two points that surely lie outside."""
    reach = max(one.error for one in given) * 2000
    low, high = min(one.estimate for one in given) - reach, max(one.estimate for one in given) + reach
    for _ in range(70):
        middle = (low + high) / 2
        low, high = (middle, high) if _below(middle, given, weights) < share else (low, middle)
    return (low + high) / 2
