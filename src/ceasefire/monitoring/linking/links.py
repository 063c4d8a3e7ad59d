"""Each link between two reports of one incident, with the weight of every field, and those that a person undid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np

from ceasefire.monitoring.incident import Link
from ceasefire.monitoring.linking.arrays import Ints, Levels
from ceasefire.monitoring.linking.columns import Columns
from ceasefire.monitoring.linking.comparing import Comparison
from ceasefire.monitoring.linking.deciding import Decision
from ceasefire.monitoring.linking.fitting import given
from ceasefire.monitoring.linking.weighing import Weighed
from ceasefire.monitoring.linking.weights import ACROSS, DIGITS, WITHIN, probability, shown


def links_of(
    columns: Columns, compare: Comparison, weighed: Weighed, groups: Ints, first: Ints, must: Sequence[Decision]
) -> tuple[Link, ...]:
    """The links inside every group, sorted: those by weight, those of repeats, those that somebody made."""
    pairs = weighed.pairs
    inside = np.flatnonzero(groups[pairs.one] == groups[pairs.other])
    repeats = np.flatnonzero(first != np.arange(len(first)))
    made = chain(
        _made(columns, weighed, pairs.one[inside], pairs.other[inside], weighed.levels[inside]),
        _made(columns, weighed, first[repeats], repeats, compare.levels(first[repeats], repeats)),
        _decided(columns, compare, weighed, must, 1.0),
    )
    found = {(link.one, link.other): link for link in made}
    return tuple(found[ends] for ends in sorted(found))


def undone(columns: Columns, compare: Comparison, weighed: Weighed, cannot: Sequence[Decision]) -> tuple[Link, ...]:
    """What would speak for each two reports that somebody holds apart, sorted."""
    return tuple(sorted(_decided(columns, compare, weighed, cannot, 0.0), key=lambda link: (link.one, link.other)))


def _decided(
    columns: Columns, compare: Comparison, weighed: Weighed, decisions: Sequence[Decision], sure: float
) -> Iterator[Link]:
    """A link for each decision: as sure as the person is, with the weight that the fields have beside it."""
    if not decisions:
        return
    at = {report: row for row, report in enumerate(columns.ids)}
    ends = np.array([[at[report] for report in decision.pair] for decision in decisions], dtype=np.int64)
    made = _made(columns, weighed, ends[:, 0], ends[:, 1], compare.levels(ends[:, 0], ends[:, 1]))
    for link, decision in zip(made, decisions, strict=True):
        yield Link(link.one, link.other, link.weight, sure, link.fields, decision.by)


def _made(columns: Columns, weighed: Weighed, one: Ints, other: Ints, levels: Levels) -> Iterator[Link]:
    """The link of each pair: what its fields weigh, and with the prior what they come to."""
    groups = {group: weighed.weights.get(group) or given(group) for group in (ACROSS, WITHIN)}
    for row, (a, b) in enumerate(zip(one.tolist(), other.tolist(), strict=True)):
        mine, theirs = columns.sources[columns.source[a]], columns.sources[columns.source[b]]
        weights = groups[WITHIN if mine == theirs else ACROSS]
        held = shown(weights, levels[row])
        total = round(sum(held.values()) + weights.prior_of(mine, theirs), DIGITS)
        ends = sorted((columns.ids[a], columns.ids[b]))
        yield Link(ends[0], ends[1], total, round(float(probability(total)), 4), held)
