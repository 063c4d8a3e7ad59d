"""Pairs weighed: the weights fitted, or taken as they were given, and the sum for each pair."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from ceasefire.monitoring.linking.arrays import Bools, Floats, Ints, Levels
from ceasefire.monitoring.linking.candidates import Grid
from ceasefire.monitoring.linking.columns import Columns
from ceasefire.monitoring.linking.comparing import Comparison
from ceasefire.monitoring.linking.fitting import fit, patterns
from ceasefire.monitoring.linking.levels import fields
from ceasefire.monitoring.linking.pairing import Candidates, chance
from ceasefire.monitoring.linking.weights import ACROSS, GROUPS, WITHIN, Weights, field_weights

BATCH = 500_000

Note = tuple[str, Mapping[str, object]]


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """The pairs with their levels, their weights in bits, and what they were weighed with."""

    pairs: Candidates
    levels: Levels
    total: Floats
    weights: Mapping[str, Weights]
    notes: tuple[Note, ...] = ()


def weigh(
    columns: Columns,
    at: Grid,
    nodes: Ints,
    sources: list[tuple[int, int]],
    pairs: Candidates,
    compare: Comparison,
    given: Mapping[str, Weights],
) -> Weighed:
    """The weight of every pair; a group of pairs for which no weights are given gets fitted ones."""
    levels = _compared(compare, pairs.one, pairs.other)
    weights, notes = dict(given), []
    names = [(columns.sources[one], columns.sources[other]) for one, other in sources]
    for group in GROUPS:
        of_group = [number for number, (one, other) in enumerate(sources) if (one == other) == (group == WITHIN)]
        if group not in weights and of_group:
            chosen = np.isin(pairs.sources, of_group)
            near = patterns(
                levels[chosen], np.searchsorted(of_group, pairs.sources[chosen]), [names[n] for n in of_group]
            )
            met = [_chance(columns, at, nodes, sources[number], compare) for number in of_group]
            moved = np.concatenate(met)
            weights[group], note = fit(group, near, patterns(moved, np.zeros(len(moved), np.int64), [("", "")]))
            notes += [note] if note else []
    total = np.zeros(len(pairs))
    for number, (one, other) in enumerate(sources):
        mine: Bools = pairs.sources == number
        used = weights[WITHIN if one == other else ACROSS]
        total[mine] = field_weights(used, levels[mine]).sum(axis=1) + used.prior_of(*names[number])
    return Weighed(pairs, levels, np.round(total, 2), weights, tuple(notes))


def _chance(columns: Columns, at: Grid, nodes: Ints, pair: tuple[int, int], compare: Comparison) -> Levels:
    """The levels of pairs of two sources that met by chance."""

    def found() -> Iterator[Levels]:
        yield np.zeros((0, len(fields())), dtype=np.int8)
        for one, other, later in chance(columns, at, nodes, pair):
            yield compare.levels(one, other, later)

    return np.concatenate(list(found()))


def _compared(compare: Comparison, one: Ints, other: Ints) -> Levels:
    """The levels of many pairs, a batch at a time, so that memory stays bounded."""
    found = [
        compare.levels(one[start : start + BATCH], other[start : start + BATCH]) for start in range(0, len(one), BATCH)
    ]
    return np.concatenate([np.zeros((0, len(fields())), dtype=np.int8), *found])
