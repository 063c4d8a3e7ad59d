"""How near each other two reports are in space and time, for how precisely each is known."""

from __future__ import annotations

import numpy as np

from ceasefire.monitoring.linking.arrays import NONE, Floats, Ints, Levels
from ceasefire.monitoring.linking.candidates import Grid
from ceasefire.monitoring.linking.columns import Columns

PARTS = (0.25, 0.5, 1.0, 1.5, 2.0)
"""Bounds of the levels of place: the distance as a part of what the two places may be off together."""

PRECISE_KM, SETTLEMENT_KM = 4.0, 20.0
LEAST_KM = 0.5
MINUTES = (30.0, 120.0, 360.0, 720.0, 1440.0)
MINUTES_A_DAY = 1440.0
CROWD_KM, CROWD_DAYS = (3.0, 15.0, 50.0, 150.0), 30.0
"""How far, for reports known to within as much, and how many days before and after, others count as near."""

Several = dict[str, Levels]


def places(columns: Columns, at: Grid, one: Ints, other: Ints) -> Several:
    """The levels of the four fields of place; each pair has a level in one of them."""
    off = np.maximum(np.hypot(at.radius[one], at.radius[other]), LEAST_KM)
    km = np.linalg.norm(at.points[one] - at.points[other], axis=1)
    pointed = np.isfinite(km)
    part = np.searchsorted(PARTS, np.where(pointed, km / off, 0.0)).astype(np.int8)
    alike = (columns.place[one] == columns.place[other]) & (columns.place[one] != NONE)
    named = np.where(alike, 0, 1).astype(np.int8)
    return {
        "place-precise": _only(part, pointed & (off <= PRECISE_KM)),
        "place-settlement": _only(part, pointed & (off > PRECISE_KM) & (off <= SETTLEMENT_KM)),
        "place-wide": _only(part, pointed & (off > SETTLEMENT_KM)),
        "place-named": _only(named, ~pointed),
    }


def times(columns: Columns, at: Grid, one: Ints, other: Ints, later: float = 0.0) -> Several:
    """The levels of the three fields of time: by the clock where both give it alike, else by the days."""
    minutes = np.abs(columns.minute[one] + later * MINUTES_A_DAY - columns.minute[other])
    days = np.abs(at.middle[one] + later - at.middle[other])
    half = at.half[one] + at.half[other]
    clock = np.isfinite(minutes) & (columns.zoned[one] == columns.zoned[other]) & (half == 0)
    gap = np.ceil(np.clip(days - half, 0, 2)).astype(np.int8)
    return {
        "clock": _only(np.searchsorted(MINUTES, np.nan_to_num(minutes)).astype(np.int8), clock),
        "day": _only(gap, ~clock & (half == 0)),
        "span": _only(gap, half > 0),
    }


def crowding(at: Grid, first: Ints) -> Floats:
    """How many reports there are within a month and near each report, as a power of two; repeats are not counted.

    `first` gives for each report the one that it repeats, itself where it repeats none.
    """
    from scipy.spatial import KDTree

    count = np.ones(len(first))
    usable = at.placed & at.dated & (first == np.arange(len(first)))
    ring = np.searchsorted(CROWD_KM[:-1], at.radius)
    for number, km in enumerate(CROWD_KM):
        mine = usable & (ring == number)
        if mine.any():
            where = np.column_stack([at.points, at.middle * (km / CROWD_DAYS)])
            tree = KDTree(where[usable])
            count[mine] = tree.query_ball_point(where[mine], km, p=np.inf, return_length=True)
    power: Floats = np.log2(count)[first]
    return power


def crowded(power: Floats, one: Ints, other: Ints) -> Levels:
    """The level of crowding of a pair: the mean of its two reports' powers of two."""
    level: Levels = np.clip(np.floor((power[one] + power[other]) / 2), 0, 8).astype(np.int8)
    return level


def _only(level: Levels, where: object) -> Levels:
    return np.where(np.asarray(where), level, NONE).astype(np.int8)
