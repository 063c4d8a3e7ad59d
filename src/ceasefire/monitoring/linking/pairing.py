"""All pairs of reports that are to be compared, and pairs that came about in the same way but by chance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations_with_replacement
from zlib import crc32

import numpy as np

from ceasefire.monitoring.linking.arrays import NONE, Bools, Ints
from ceasefire.monitoring.linking.candidates import Grid, near, near_in_time, same_region
from ceasefire.monitoring.linking.columns import Columns
from ceasefire.monitoring.linking.sources import REPORT

MOVED = (-9, -8, -7, -6, 6, 7, 8, 9)
"""By how many days one side of a pair is moved, so that what meets then meets by chance. It is little more than a week,
so that what is told alike day after day, of one front or by one bulletin, meets itself and counts as chance."""

SAMPLE = 1500
"""How many reports of a source are moved; which ones, their ids decide."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Pairs by their places in the columns, and the number of the two sources that each pair is of."""

    one: Ints
    other: Ints
    sources: Ints
    capped: int = 0

    def __len__(self) -> int:
        return len(self.one)


def source_pairs(columns: Columns, kinds_of: Mapping[str, str]) -> list[tuple[int, int]]:
    """Every two sources of which reports are compared; a source with itself where it has many rows an event."""
    numbers = range(len(columns.sources))
    repeats = [kinds_of[source] == REPORT for source in columns.sources]
    return [(one, other) for one, other in combinations_with_replacement(numbers, 2) if one != other or repeats[one]]


def candidates(columns: Columns, at: Grid, nodes: Ints, sources: list[tuple[int, int]]) -> Candidates:
    """Every pair that is near enough, once, the smaller place first; none that the words rule out."""
    found = [_of_sources(columns, at, nodes, pair, number) for number, pair in enumerate(sources)]
    one = np.concatenate([some.one for some in found] or [np.zeros(0, np.int64)])
    other = np.concatenate([some.other for some in found] or [np.zeros(0, np.int64)])
    of = np.concatenate([some.sources for some in found] or [np.zeros(0, np.int64)])
    kept = ~same_words_elsewhere(columns, one, other)
    return Candidates(one[kept], other[kept], of[kept], sum(some.capped for some in found))


def chance(columns: Columns, at: Grid, nodes: Ints, pair: tuple[int, int]) -> Iterator[tuple[Ints, Ints, float]]:
    """Pairs of two sources that are near each other only once the first is moved by some days, with these."""
    of_source = [nodes[columns.source[nodes] == number] for number in pair]
    seek = np.array(sorted(of_source[0].tolist(), key=lambda row: crc32(columns.ids[row].encode()))[:SAMPLE], np.int64)
    for days in MOVED:
        met = near(at, seek, of_source[1], float(days))
        apart = ~near_in_time(at, met.one, met.other)
        yield met.one[apart], met.other[apart], float(days)


def same_words_elsewhere(columns: Columns, one: Ints, other: Ints) -> Bools:
    """Which pairs are one source's same words about two places: a report of several places, an incident each."""
    same = (columns.source[one] == columns.source[other]) & (columns.text[one] == columns.text[other])
    places = columns.place[one] != columns.place[other]
    found: Bools = same & (columns.text[one] != NONE) & places
    return found


def _of_sources(columns: Columns, at: Grid, nodes: Ints, pair: tuple[int, int], number: int) -> Candidates:
    mine, theirs = (nodes[columns.source[nodes] == source] for source in pair)
    met = near(at, mine, theirs)
    named, back = same_region(columns, at, mine, theirs), same_region(columns, at, theirs, mine)
    one = np.concatenate([met.one, named.one, back.other])
    other = np.concatenate([met.other, named.other, back.one])
    once = np.unique(np.minimum(one, other) * max(1, len(columns)) + np.maximum(one, other))
    one, other = once // max(1, len(columns)), once % max(1, len(columns))
    return Candidates(one, other, np.full(len(one), number), met.capped + named.capped + back.capped)
