"""From the incident data on record to incidents: read, understood, linked.

Only reports that tell of an attack, or may, are linked; alerts and everything else are counted and stand aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ceasefire.monitoring.happened import NO, YES, Happened
from ceasefire.monitoring.importing.kept import Imported, reports
from ceasefire.monitoring.incident import Incident, Link
from ceasefire.monitoring.monitored import DataSet
from ceasefire.monitoring.report import Report
from ceasefire.vocabulary import load

if TYPE_CHECKING:
    from ceasefire.coding.parties import Parties
    from ceasefire.monitoring.linking.deciding import Decision

Row = tuple[Report, Happened]

EXPECTED = 10.0
"""Reports that must have been expected in a row of days for their absence to count as nobody looking."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the data tells of attacks: reports by id, the incidents they make, and what became of each source.

    `undone` are links that a person took apart. `silent` are days on which nobody can have looked (see `_gaps`).
    """

    rows: dict[str, Row]
    incidents: list[Incident]
    data: tuple[DataSet, ...]
    reports: int
    links: tuple[Link, ...]
    undone: tuple[Link, ...]
    notes: tuple[str, ...]
    conflicts: tuple[str, ...]
    last: date | None
    first: date | None
    silent: tuple[date, ...]


def gathered(
    files: Sequence[Imported],
    parties: Parties | None = None,
    decisions: Sequence[Decision] = (),
    as_of: date | None = None,
) -> Gathered:
    """Incidents from the files on record; with `as_of`, from what had happened and was received by then."""
    from ceasefire.monitoring.happening import Reader
    from ceasefire.monitoring.linking.columns import columns
    from ceasefire.monitoring.linking.incidents import incidents
    from ceasefire.monitoring.linking.linking import Asked, link

    reader = Reader(parties)
    declared = {one.counts.source: one.counts.rows_are for one in files if one.counts.rows_are}
    alerts = {name for name, kind in {**load("linking")["rows"], **declared}.items() if kind == "alert"}
    told: dict[str, list[Report]] = {}
    rows: dict[str, Row] = {}
    count = 0
    for report, _ in reports(list(files)):
        if not _by(report, as_of):
            continue
        told.setdefault(report.source, []).append(replace(report, text="", codes={}))
        if report.source in alerts:
            continue
        count += 1
        what = reader.happened(report)
        if what.attack != NO:
            rows[report.id] = (report, what)
    linked = link(columns(rows.values()), Asked(declared, decisions=tuple(decisions)))
    made = incidents(linked, rows.values())
    attacks = {name: sum(row[1].attack == YES for row in rows.values() if row[0].source == name) for name in told}
    data = tuple(_data_set(name, files, told.get(name, []), attacks.get(name, 0)) for name in _sources(files))
    days = _days(one for name in told if name not in alerts for one in told[name])
    return Gathered(
        rows=rows,
        incidents=made,
        data=data,
        reports=count,
        links=linked.links,
        undone=linked.undone,
        notes=linked.notes,
        conflicts=tuple(f"{one.decision.by}: {one.why}" for one in linked.conflicts),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        silent=_gaps(days, sum(len(some) for name, some in told.items() if name not in alerts)),
    )


def _by(report: Report, as_of: date | None) -> bool:
    """Whether it had happened, and was received, by a day; what has no date stays in."""
    if as_of is None:
        return True
    happened = report.happened.first is None or report.happened.first <= as_of
    return happened and (report.received is None or report.received <= as_of)


def _sources(files: Iterable[Imported]) -> list[str]:
    return sorted({one.counts.source for one in files})


def _data_set(name: str, files: Iterable[Imported], told: list[Report], attacks: int) -> DataSet:
    counts = [one.counts for one in files if one.counts.source == name]
    unusable: dict[str, int] = {}
    for one in counts:
        for reason, number in one.unusable.items():
            unusable[reason] = unusable.get(reason, 0) + number
    days = _days(told)
    return DataSet(
        source=name,
        rows=sum(one.rows for one in counts),
        used=sum(one.used for one in counts),
        unusable=dict(sorted(unusable.items())),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        attacks=attacks,
        silent=_silent(days),
        unplaced=sum(one.place.lon is None and not one.place.region for one in told),
    )


def _days(told: Iterable[Report]) -> list[date]:
    return sorted({one.happened.first for one in told if one.happened.first is not None})


def _gaps(days: Sequence[date], reports: int) -> tuple[date, ...]:
    """Those of the silent days that come in a row in which reports would have been expected, going by all the days.

    Where little is reported, a day without a report is nothing unusual; where much is, nobody may have looked.
    """
    silent = _silent(days)
    if not silent:
        return ()
    a_day = reports / ((days[-1] - days[0]).days + 1)
    found: list[date] = []
    for run in _runs(silent):
        found += run if len(run) * a_day >= EXPECTED else []
    return tuple(found)


def _runs(days: Sequence[date]) -> list[list[date]]:
    """Days that follow each other, together."""
    runs: list[list[date]] = []
    for day in days:
        if runs and (day - runs[-1][-1]).days == 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _silent(days: Sequence[date]) -> tuple[date, ...]:
    """The days between the first and the last on which there is nothing."""
    if not days:
        return ()
    held, span = set(days), (days[-1] - days[0]).days
    every = (days[0] + timedelta(number) for number in range(span))
    return tuple(one for one in every if one not in held)
