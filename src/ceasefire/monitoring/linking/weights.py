"""How much each level of each field speaks for one incident, in bits."""

from __future__ import annotations

from dataclasses import dataclass
from math import log2

import numpy as np

from ceasefire.monitoring.linking.arrays import NONE, Floats, Levels
from ceasefire.monitoring.linking.levels import fields

ACROSS, WITHIN = "across", "within"
GROUPS = (ACROSS, WITHIN)
DIGITS = 2
"""Weights are rounded to so many digits, so that a report more or less moves nothing that it has nothing to do with."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights for pairs of two sources, or of one source.

    `bits` has a row a field and a number a level: the logarithm to base 2 of m/u. `m` and `u` are what it was made
    from. `prior` is in bits, for each two sources ("" for any other two). `fitted` says whether the data made them or
    they are the given ones; `pairs`, `chance` and `rounds` what they were fitted from and how long it took.
    """

    group: str
    bits: tuple[tuple[float, ...], ...]
    m: tuple[tuple[float, ...], ...]
    u: tuple[tuple[float, ...], ...]
    prior: tuple[tuple[tuple[str, str], float], ...]
    fitted: bool = False
    pairs: int = 0
    chance: int = 0
    rounds: int = 0

    def prior_of(self, one: str, other: str) -> float:
        """The prior of two sources, in bits."""
        ends = (min(one, other), max(one, other))
        found = {sources: share for sources, share in self.prior if sources in (ends, ("", ""))}
        return found.get(ends, found["", ""])


def bits(m: Floats, u: Floats) -> tuple[float, ...]:
    """The weight of each level, rounded."""
    return tuple(round(float(weight), DIGITS) + 0.0 for weight in np.log2(m / u))


def prior_bits(share: float) -> float:
    """The logarithm to base 2 of the odds of a share, rounded."""
    return round(log2(share / (1 - share)), DIGITS) + 0.0


def field_weights(weights: Weights, levels: Levels) -> Floats:
    """A row a pair and a column a field: the bits, 0 where it was not compared."""
    found = np.zeros(levels.shape, dtype=np.float64)
    for column, of_level in enumerate(weights.bits):
        table = np.array([*of_level, 0.0])  # NONE is the last
        found[:, column] = table[levels[:, column]]
    return found


def shown(weights: Weights, levels: Levels) -> dict[str, float]:
    """The bits of one pair by the name under which each field is shown, of those that were compared."""
    compared = [
        (field.shown, weights.bits[column][level])
        for column, (field, level) in enumerate(zip(fields(), levels.tolist(), strict=True))
        if level != NONE
    ]
    return dict(sorted(compared))


def probability(total: float) -> float:
    """What a weight in bits is as a probability."""
    odds = float(2.0 ** max(-60.0, min(60.0, total)))
    return odds / (1.0 + odds)
