"""Which reports are near enough in space and time to be compared, for how precisely each is known.

Reports are sorted into tiers by how far off they may be in space and in days. Between two tiers the nearest are looked
up in a tree of points on the globe and days, so that a report known to a street does not meet everything that one known
to a region must meet. No report is compared with more than MOST of one tier of one source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ceasefire.monitoring.linking.arrays import NONE, Bools, Floats, Ints
from ceasefire.monitoring.linking.columns import Columns

EARTH_KM = 6371.0
SLACK_KM, SLACK_RADII, SLACK_DAYS = 5.0, 1.5, 2.0
TIER_KM, TIER_DAYS = (3.0, 15.0, 50.0, 150.0), (0.5, 4.0, 16.0)
MOST = 200
BATCH = 4096


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Where on the globe (km from its centre) and when (middle day, and days to either side) each report stands."""

    points: Floats
    middle: Floats
    half: Floats
    radius: Floats
    tier: Ints
    placed: Bools
    dated: Bools


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of reports by their places in the columns, and how many reports had more near them than were taken."""

    one: Ints
    other: Ints
    capped: int = 0


def grid(columns: Columns) -> Grid:
    """Where and when each report stands; reports without a point or a day are marked as such."""
    lat, lon = np.radians(columns.lat), np.radians(columns.lon)
    xyz = EARTH_KM * np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    half = (columns.last - columns.first) / 2.0
    tier = np.searchsorted(TIER_KM, columns.radius) * (len(TIER_DAYS) + 1) + np.searchsorted(TIER_DAYS, half)
    placed = np.isfinite(columns.lat) & np.isfinite(columns.lon)
    dated = columns.first > 0
    return Grid(xyz, columns.first + half, half, columns.radius, tier, placed, dated)


def near(at: Grid, seek: Ints, among: Ints, later: float = 0.0) -> Pairs:
    """Pairs of a report sought and one of another set, near each other once `later` days are added to the first.

    A pair that would stand in both orders may come twice; a report is never paired with itself.
    """
    found: list[tuple[Ints, Ints]] = []
    over: set[int] = set()
    for mine in _tiers(at, seek):
        for theirs in _tiers(at, among):
            for one, other, many in _between(at, mine, theirs, later):
                found.append((one, other))
                over.update(many.tolist())
    one = np.concatenate([pair[0] for pair in found] or [np.zeros(0, np.int64)])
    other = np.concatenate([pair[1] for pair in found] or [np.zeros(0, np.int64)])
    return Pairs(one, other, len(over))


def same_region(columns: Columns, at: Grid, seek: Ints, among: Ints) -> Pairs:
    """Pairs of a report that has a region but no point and another of that region, near each other in time."""
    pairs = [(np.zeros(0, np.int64), np.zeros(0, np.int64))]
    capped = 0
    there = among[(columns.region[among] != NONE) & at.dated[among]]
    for mine in seek[(columns.region[seek] != NONE) & at.dated[seek] & ~at.placed[seek]].tolist():
        theirs = there[(columns.region[there] == columns.region[mine]) & (there != mine)]
        gap = np.abs(at.middle[theirs] - at.middle[mine]) - at.half[theirs] - at.half[mine]
        order = np.argsort(gap, kind="stable")
        close = theirs[order[gap[order] <= SLACK_DAYS]]
        capped += len(close) > MOST
        pairs.append((np.full(min(len(close), MOST), mine), close[:MOST]))
    return Pairs(np.concatenate([pair[0] for pair in pairs]), np.concatenate([pair[1] for pair in pairs]), capped)


def _tiers(at: Grid, which: Ints) -> Iterator[Ints]:
    """The reports that have a point and a day, a tier at a time."""
    usable = which[at.placed[which] & at.dated[which]]
    for tier in np.unique(at.tier[usable]):
        yield usable[at.tier[usable] == tier]


def _between(at: Grid, mine: Ints, theirs: Ints, later: float) -> Iterator[tuple[Ints, Ints, Ints]]:
    """Batches of pairs between two tiers, with those of the first that had more near them than are taken."""
    from scipy.spatial import KDTree

    reach_km = SLACK_KM + SLACK_RADII * (at.radius[mine].max() + at.radius[theirs].max())
    reach_days = SLACK_DAYS + at.half[mine].max() + at.half[theirs].max()
    tree = KDTree(np.column_stack([at.points[theirs] / reach_km, at.middle[theirs] / reach_days]))
    for start in range(0, len(mine), BATCH):
        some = mine[start : start + BATCH]
        spot = np.column_stack([at.points[some] / reach_km, (at.middle[some] + later) / reach_days])
        most = min(MOST + 1, len(theirs))
        distance, index = tree.query(spot, k=[*range(1, most + 1)], p=2, distance_upper_bound=np.sqrt(2.0) + 1e-9)
        row, rank = np.nonzero(np.isfinite(distance))
        many = some[np.isfinite(distance[:, -1])] if most > MOST else some[:0]
        taken = rank < MOST
        one, other = some[row[taken]], theirs[index[row[taken], rank[taken]]]
        kept = _near(at, one, other, later)
        yield one[kept], other[kept], many


def near_in_time(at: Grid, one: Ints, other: Ints, later: float = 0.0) -> Bools:
    """Which pairs are near enough in days once `later` days are added to the first."""
    near: Bools = np.abs(at.middle[one] + later - at.middle[other]) - at.half[one] - at.half[other] <= SLACK_DAYS
    return near


def _near(at: Grid, one: Ints, other: Ints, later: float) -> Bools:
    """Which pairs are near enough for their own precision."""
    km = np.linalg.norm(at.points[one] - at.points[other], axis=1)
    within = km <= SLACK_KM + SLACK_RADII * (at.radius[one] + at.radius[other])
    near: Bools = within & near_in_time(at, one, other, later) & (one != other)
    return near
