"""The incidents, one from each group of reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from hashlib import sha256

from ceasefire.monitoring.incident import Incident, Link
from ceasefire.monitoring.linking.columns import Row
from ceasefire.monitoring.linking.linking import Linked
from ceasefire.monitoring.linking.merging import happened_together, most_precise_moment, most_precise_place
from ceasefire.monitoring.report import Report

DIGITS = 12


def incident_id(report: str) -> str:
    """The id of the incident whose first report this is."""
    return sha256(f"incident {report}".encode()).hexdigest()[:DIGITS]


def incidents(linked: Linked, rows: Iterable[Row], before: Collection[str] = ()) -> list[Incident]:
    """An incident for each group, in the order of time and then of ids.

    An incident's id is made from the report that was received first (by day, then id; where that is not known the day
    on which it happened stands for it). `before` are ids of incidents that are known already: such an id stays with
    the group that holds the report it was made from, whatever has joined it since; where two of them have become one,
    the earlier stays.
    """
    held = {row[0].id: row for row in rows}
    of_group = _links(linked)
    known = set(before)
    made = [_incident([held[report] for report in group], tuple(of_group[group[0]]), known) for group in linked.groups]
    return sorted(made, key=lambda one: (one.happened_at.first or date.max, one.happened_at.instant, one.id))


def _incident(rows: Sequence[Row], links: tuple[Link, ...], known: set[str]) -> Incident:
    reports = sorted((row[0] for row in rows), key=_received)
    named = [report for report in reports if known and incident_id(report.id) in known]
    return Incident(
        id=incident_id((named or reports)[0].id),
        reports=tuple(report.id for report in reports),
        happened_at=most_precise_moment(reports),
        place=most_precise_place(reports),
        happened=happened_together([row[1] for row in rows]),
        sources=tuple(sorted({report.source for report in reports})),
        reporters=tuple(sorted({report.reporter for report in reports} - {""})),
        links=links,
        texts=tuple(sorted({report.text for report in reports} - {""})),
    )


def _received(report: Report) -> tuple[date, str]:
    return report.received or report.happened.last or date.max, report.id


def _links(linked: Linked) -> dict[str, list[Link]]:
    """The links of each group, by the first id of the group."""
    first = {report: group[0] for group in linked.groups for report in group}
    found: dict[str, list[Link]] = defaultdict(list)
    for link in linked.links:
        found[first[link.one]].append(link)
    return found
