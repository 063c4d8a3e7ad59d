"""The weights fitted to the data: u from pairs that are near each other by chance, m by expectation and maximisation.

Fellegi and Sunter (1969), "A theory for record linkage"; Winkler (1988) for the fit without known pairs. Fields are
taken to be independent given whether a pair is one incident. Pairs that come out alike in every field are counted once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ceasefire.monitoring.linking.arrays import NONE, Floats, Ints, Levels
from ceasefire.monitoring.linking.levels import Field, fields
from ceasefire.monitoring.linking.weights import WITHIN, Weights, bits, prior_bits
from ceasefire.vocabulary import load

FEWEST_PAIRS, FEWEST_CHANCE, FEWEST_FOUND = 200, 500, 30
MOST_FOUND = 0.9
"""Above this share of pairs found to be one incident, the fit has told nothing apart."""

ROUNDS, SETTLED = 500, 1e-6
GIVEN_SHARE, GIVEN_LEAST = 0.02, 10.0
"""How much the given shares count for beside those of the data, so that a level never met keeps its given weight."""

Sources = tuple[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """The different rows of levels, and for each two sources how many pairs came out so."""

    levels: Levels
    counts: Floats
    sources: tuple[Sources, ...]


def patterns(levels: Levels, sources: Ints, names: Sequence[Sources]) -> Patterns:
    """The different rows of levels counted; `sources` says which two sources each pair is of."""
    sizes = [len(field.levels) + 1 for field in fields()]
    code = np.zeros(len(levels), dtype=np.int64)
    for column, size in enumerate(sizes):
        code = code * size + (levels[:, column].astype(np.int64) + 1)
    distinct, first, inverse = np.unique(code, return_index=True, return_inverse=True)
    counts = np.zeros((len(distinct), len(names)))
    np.add.at(counts, (inverse.reshape(-1), sources), 1.0)
    return Patterns(levels[first], counts, tuple(names))


def given(group: str, pairs: int = 0, chance: int = 0) -> Weights:
    """The weights that the vocabulary gives."""
    all_fields = fields()
    return _weights(group, [f.m for f in all_fields], [f.u for f in all_fields], {}, False, (pairs, chance, 0))


def fit(group: str, near: Patterns, chance: Patterns) -> tuple[Weights, tuple[str, Mapping[str, object]] | None]:
    """The weights for one group of pairs, and what is to be said of them: the name of a note and what fills it in.

    `near` are the pairs to be judged, `chance` pairs that cannot be one incident but came about in the same way.
    Where there are too few, or the fit finds next to none or nearly all to be one incident, the given weights stand.
    """
    pairs, by_chance = int(near.counts.sum()), int(chance.counts.sum())
    if pairs < FEWEST_PAIRS or by_chance < FEWEST_CHANCE:
        return given(group, pairs, by_chance), ("defaults", {"group": group, "pairs": pairs, "chance": by_chance})
    u = [
        _shares(field.u, _sums(chance.levels, chance.counts.sum(axis=1), at, field))
        for at, field in enumerate(fields())
    ]
    m, share, rounds = _maximised(group, near, u)
    found = float((share * near.counts.sum(axis=0)).sum())
    if not FEWEST_FOUND <= found <= MOST_FOUND * pairs:
        said = {"group": group, "found": round(found), "pairs": pairs}
        return given(group, pairs, by_chance), ("degenerate", said)
    priors = dict(zip(near.sources, share.tolist(), strict=True))
    fitted = _weights(group, m, u, priors, True, (pairs, by_chance, rounds))
    return fitted, ("not_settled", {"group": group, "rounds": rounds}) if rounds == ROUNDS else None


def _maximised(group: str, near: Patterns, u: list[Floats]) -> tuple[list[Floats], Floats, int]:
    """m, the share of one incident for each two sources, and after how many rounds they moved no more."""
    m = [falling(field.m, u[at]) if field.ordered else field.m for at, field in enumerate(fields())]
    share = np.full(len(near.sources), 0.1)
    rounds = 0
    moved = 1.0
    while moved >= SETTLED and rounds < ROUNDS:
        rounds += 1
        one = share * np.exp2(_ratio(near.levels, m, u))[:, None]
        sure = one / (one + (1 - share))
        expected = near.counts * sure
        new_share = (expected.sum(axis=0) + 0.5) / (near.counts.sum(axis=0) + 10.0)
        by_pattern = expected.sum(axis=1)
        m = [
            _learned(field, _sums(near.levels, by_pattern, at, field), u[at], group)
            for at, field in enumerate(fields())
        ]
        moved = float(np.abs(new_share - share).max())
        share = new_share
    return m, share, rounds


def _ratio(levels: Levels, m: list[Floats], u: list[Floats]) -> Floats:
    """The logarithm to base 2 of how much likelier each row of levels is for one incident than by chance."""
    total = np.zeros(len(levels))
    for column, (mine, theirs) in enumerate(zip(m, u, strict=True)):
        total += np.append(np.log2(mine / theirs), 0.0)[levels[:, column]]
    return total


def _sums(levels: Levels, counts: Floats, column: int, field: Field) -> Floats:
    """How many pairs came out at each level of a field."""
    level = levels[:, column]
    there = level != NONE
    sums = np.bincount(level[there].astype(np.int64), weights=counts[there], minlength=len(field.levels))
    as_floats: Floats = sums.astype(np.float64)
    return as_floats


def _shares(given: Floats, sums: Floats) -> Floats:
    """The share of each level, smoothed by the given shares."""
    strength = max(GIVEN_LEAST, GIVEN_SHARE * float(sums.sum()))
    share: Floats = (sums + strength * given) / (sums.sum() + strength)
    return share


def _learned(field: Field, sums: Floats, u: Floats, group: str) -> Floats:
    """m of a field from what the pairs that seem to be one incident come to; the given m where that is to stand."""
    m = field.m if group == WITHIN and field.kept_within else _shares(field.m, sums)
    return falling(m, u) if field.ordered else m


def falling(m: Floats, u: Floats) -> Floats:
    """m changed as little as makes m/u never rise from one level to the next: what is farther never speaks for more.

    Neighbouring levels that rise are pooled (Ayer et al. 1955).
    """
    pools: list[tuple[float, float, int]] = []
    for mine, theirs in zip(m.tolist(), u.tolist(), strict=True):
        pools.append((mine, theirs, 1))
        while len(pools) > 1 and pools[-1][0] * pools[-2][1] > pools[-2][0] * pools[-1][1]:
            last, before = pools.pop(), pools.pop()
            pools.append((before[0] + last[0], before[1] + last[1], before[2] + last[2]))
    ratio = np.repeat([mine / theirs for mine, theirs, _ in pools], [size for _, _, size in pools])
    fallen: Floats = u * ratio
    return fallen


def _weights(
    group: str,
    m: list[Floats],
    u: list[Floats],
    priors: Mapping[Sources, float],
    fitted: bool,
    of: tuple[int, int, int],
) -> Weights:
    usual = float(load("linking")["prior"][group])
    prior = {("", ""): usual, **priors}
    return Weights(
        group,
        tuple(bits(mine, theirs) for mine, theirs in zip(m, u, strict=True)),
        tuple(tuple(np.round(mine, 4).tolist()) for mine in m),
        tuple(tuple(np.round(theirs, 4).tolist()) for theirs in u),
        tuple((sources, prior_bits(share)) for sources, share in sorted(prior.items())),
        fitted,
        *of,
    )
