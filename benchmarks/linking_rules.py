"""Simpler ways to find the reports of one incident, to hold ours against: a plain window, and a rule after MELTT.

MELTT: Donnay, Dunford, McGrath, Backer, Cunningham (2019), "Integrating Conflict Event Data",
Journal of Conflict Resolution 63.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from benchmarks.linking_world import KM_A_DEGREE, Floats, Truth, includes
from ceasefire.monitoring.linking.compare_what import wider_classes

KM, DAYS = 3.0, 1
Ends = tuple[str, str]


def window(truth: Truth, km: float = KM, days: int = DAYS) -> set[Ends]:
    """Every two reports of two sources within so many kilometres and days."""
    reports = [report for report, _ in truth.rows]
    return {
        (min(reports[a].id, reports[b].id), max(reports[a].id, reports[b].id))
        for a, b in _near(truth, km, days)
        if reports[a].source != reports[b].source
    }


def after_meltt(truth: Truth, km: float = KM, days: int = DAYS) -> set[Ends]:
    """One data set after the other: near in space and time and of agreeing classes in every taxonomy, or no match.

    The first data set is the base; each report of the next is a match of the report of the base that agrees at the
    finest level; of those that agree alike the nearest; a report is taken once. What matches nothing joins the base.
    """
    rows = truth.rows
    near: dict[int, list[int]] = {}
    for a, b in _near(truth, km, days):
        near.setdefault(a, []).append(b)
        near.setdefault(b, []).append(a)
    entry = {row: row for row in range(len(rows))}
    sources = sorted({report.source for report, _ in rows})
    base = {row for row, (report, _) in enumerate(rows) if report.source == sources[0]}
    for source in sources[1:]:
        mine = [row for row, (report, _) in enumerate(rows) if report.source == source]
        scored = sorted(
            (score, _km(truth, row, other), rows[row][0].id, rows[other][0].id, row, other)
            for row in mine
            for other in near.get(row, ())
            if other in base and (score := _score(truth, row, other)) is not None
        )
        used: set[int] = set()
        for _, _, _, _, row, other in scored:
            if row not in used and other not in used:
                used |= {row, other}
                entry[row] = entry[other]
        base |= {row for row in mine if row not in used}
    return pairs_of({rows[row][0].id: str(group) for row, group in entry.items()})


def pairs_of(group: Mapping[str, str]) -> set[Ends]:
    """Every two that have the same group."""
    members: dict[str, list[str]] = {}
    for one in sorted(group):
        members.setdefault(group[one], []).append(one)
    return {(a, b) for some in members.values() for at, a in enumerate(some) for b in some[at + 1 :]}


WIDER = wider_classes(includes())


def _score(truth: Truth, row: int, other: int) -> int | None:
    """How coarse the finest agreement is in both taxonomies together; None where either does not agree at all."""
    mine, theirs = truth.rows[row][1], truth.rows[other][1]
    common = WIDER[mine.targets[0]] & WIDER[theirs.targets[0]]
    if not common or (mine.means and theirs.means and mine.means != theirs.means):
        return None
    return -max(len(name) for name in common)


def _near(truth: Truth, km: float, days: int) -> Iterator[tuple[int, int]]:
    from scipy.spatial import KDTree

    where, when = spots(truth), _days(truth)
    for a, b in sorted(KDTree(where).query_pairs(km)):
        if abs(when[a] - when[b]) <= days:
            yield a, b


def _km(truth: Truth, row: int, other: int) -> float:
    pair = Truth([truth.rows[row], truth.rows[other]], {})
    return float(np.hypot(*np.diff(spots(pair), axis=0)[0]))


def spots(truth: Truth) -> Floats:
    """Where each report is, in kilometres east and north."""
    lonlat = np.array([(report.place.lon, report.place.lat) for report, _ in truth.rows], dtype=np.float64)
    found: Floats = lonlat * KM_A_DEGREE * [np.cos(np.radians(49.3)), 1.0]
    return found


def _days(truth: Truth) -> list[int]:
    middles = [report.happened.middle() for report, _ in truth.rows]
    return [day.toordinal() if day else 0 for day in middles]
