"""Pairs with their weights to groups of reports that tell of one incident, with what rules and people hold apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import numpy as np

from ceasefire.monitoring.linking.arrays import NONE, Bools, Ints
from ceasefire.monitoring.linking.clusters import Groups, Pair
from ceasefire.monitoring.linking.columns import Columns
from ceasefire.monitoring.linking.deciding import Decided
from ceasefire.monitoring.linking.sources import EVENT, rows_of_kind
from ceasefire.monitoring.linking.weighing import Weighed


class Apart:
    """Whether two groups must not become one.

    They must not where both hold a row of one source whose rows are different events, where both hold the same words
    of one source about different places, or where somebody holds two of their reports to be of different incidents.
    """

    def __init__(self, columns: Columns, kinds_of: Mapping[str, str], cannot: set[Pair]):
        self._source = columns.source.tolist()
        self._words = list(zip(self._source, columns.text.tolist(), strict=True))
        self._place = columns.place.tolist()
        self._event = rows_of_kind(columns, kinds_of, EVENT).tolist()
        self._cannot: dict[int, set[int]] = defaultdict(set)
        for one, other in cannot:
            self._cannot[one].add(other)
            self._cannot[other].add(one)

    def __call__(self, mine: set[int], theirs: set[int]) -> bool:
        events = {self._source[row] for row in mine if self._event[row]}
        if any(self._event[row] and self._source[row] in events for row in theirs):
            return True
        if any(self._cannot[row] & theirs for row in mine if row in self._cannot):
            return True
        where = {self._words[row]: self._place[row] for row in mine if self._words[row][1] != NONE}
        return any(
            self._words[row] in where and where[self._words[row]] != self._place[row]
            for row in theirs
            if not self._event[row]
        )


def grouped(
    columns: Columns, kinds_of: Mapping[str, str], nodes: Ints, first: Ints, weighed: Weighed, stands: Decided
) -> Ints:
    """For each report the smallest member of its group, by place in the columns."""
    at = {report: row for row, report in enumerate(columns.ids)} if stands.must or stands.cannot else {}
    must = {(int(first[at[a]]), int(first[at[b]])) for a, b in (one.pair for one in stands.must)}
    cannot = {(int(first[at[a]]), int(first[at[b]])) for a, b in (one.pair for one in stands.cannot)}
    apart = Apart(columns, kinds_of, cannot)
    group = np.arange(len(columns), dtype=np.int64)
    for members, weights, forced in _components(len(columns), weighed, sorted(must)):
        groups = Groups(members, weights, apart)
        for one, other in forced:
            groups.force(one, other)
        for found in groups.settle():
            group[sorted(found)] = min(found)
    return group


def _components(
    reports: int, weighed: Weighed, must: list[Pair]
) -> Iterator[tuple[list[int], dict[Pair, float], list[Pair]]]:
    """The reports that hang together by pairs that weigh more than nothing or that must be joined, with their pairs."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    one, other, total = weighed.pairs.one, weighed.pairs.other, weighed.total
    for_it: Bools = total > 0
    forced = np.array(must, dtype=np.int64).reshape(-1, 2)
    ends = np.concatenate([one[for_it], forced[:, 0]]), np.concatenate([other[for_it], forced[:, 1]])
    linked = coo_array((np.ones(len(ends[0]), dtype=np.int8), ends), shape=(reports, reports))
    _, label = connected_components(linked, directed=False)
    members: dict[int, list[int]] = defaultdict(list)
    weights: dict[int, dict[Pair, float]] = defaultdict(dict)
    joins: dict[int, list[Pair]] = defaultdict(list)
    inside = np.isin(label, np.flatnonzero(np.bincount(label) > 1))
    for row in np.flatnonzero(inside).tolist():
        members[label[row]].append(row)
    within = (label[one] == label[other]) & inside[one]
    for a, b, weight in zip(one[within].tolist(), other[within].tolist(), total[within].tolist(), strict=True):
        weights[label[a]][a, b] = weight
    for a, b in must:
        joins[label[a]].append((a, b))
    for component in sorted(members):
        yield members[component], weights[component], joins[component]
