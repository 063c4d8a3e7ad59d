"""What people decide about incidents: which reports are of one, and what an incident is under a provision.

A decision is an entry of the log, with name and reason; it supersedes and never overwrites. What it is about is told
by reports, whose ids stay, so that it is found again when reports are linked anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import select

from ceasefire.monitoring.assessing import Decided
from ceasefire.monitoring.linking.deciding import Decision
from ceasefire.record.entry import ASSESSMENT, LINK, Entry, end_of_day, plain
from ceasefire.record.lasting import LastingRecord
from ceasefire.record.log import Writer
from ceasefire.record.tables import entries


def decide_link(record: LastingRecord, made: Decision) -> Decision:
    """Records that two reports are of one incident, of different ones, or that what was decided is taken back."""
    one, other = made.pair
    body = {"one": one, "other": other, "verdict": made.verdict, "by": made.by, "reason": made.reason}
    entry = _written(record, LINK, f"{one} {other}", body)
    return Decision(one, other, made.verdict, made.by, made.reason, entry.recorded)


def decide_assessment(record: LastingRecord, made: Decided) -> Decided:
    """Records what a person holds an incident to be; verdict "" takes back what was decided before."""
    body = {
        "provision": made.provision,
        "terms": made.terms,
        "verdict": made.verdict,
        "by": made.by,
        "reason": made.reason,
        "reports": sorted(made.reports),
    }
    entry = _written(record, ASSESSMENT, made.incident, body)
    return _decided(entry)


def links_decided(record: LastingRecord, known_at: date | None = None) -> list[Decision]:
    """Every decision on links, in the order in which they were made."""
    found = ((one, plain(one.body)) for one in _entries(record, LINK, known_at))
    return [Decision(**body, recorded=f"{one.recorded} {one.seq:012}") for one, body in found]


def assessments_decided(record: LastingRecord, known_at: date | None = None) -> list[Decided]:
    """Every decision on assessments, in the order in which they were made."""
    return [_decided(one) for one in _entries(record, ASSESSMENT, known_at)]


class Standing:
    """The decisions on assessments that stand, to be asked for an incident as its reports are linked now."""

    def __init__(self, decided: Iterable[Decided]) -> None:
        """Of two about one incident, provision and version the later stands; one that takes back leaves none."""
        last: dict[tuple[str, str, str], Decided] = {}
        for one in decided:
            key = (one.incident, one.provision, one.terms)
            last.pop(key, None)
            last[key] = one
        self._of_report: dict[tuple[str, str, str], Decided] = {}
        for one in last.values():
            for report in one.reports:
                self._of_report[report, one.provision, one.terms] = one

    def of(self, reports: Iterable[str], provision: str, terms: str) -> Decided | None:
        """What somebody decided of the incident with these reports: in this version of the terms, else in all."""
        told = tuple(reports)
        for version in (terms, ""):
            found = [self._of_report[key] for one in told if (key := (one, provision, version)) in self._of_report]
            if found:
                latest = max(found, key=lambda one: one.recorded)
                return latest if latest.verdict else None
        return None

    def __bool__(self) -> bool:
        return bool(self._of_report)

    def reports(self) -> frozenset[str]:
        """Every report that some decision is about."""
        return frozenset(report for report, _, _ in self._of_report)


def _written(record: LastingRecord, kind: str, subject: str, body: Mapping[str, object]) -> Entry:
    with record.database.writing() as connection:
        writer = Writer(connection)
        entry = writer.write(kind, subject, body)
    record.changed(writer)
    return entry


def _entries(record: LastingRecord, kind: str, known_at: date | None) -> list[Entry]:
    asked = select(*(entries.c[name] for name in Entry.__slots__)).where(entries.c.kind == kind)
    if known_at is not None:
        asked = asked.where(entries.c.recorded <= end_of_day(known_at))
    with record.database.reading() as connection:
        return [Entry(*row) for row in connection.execute(asked.order_by(entries.c.seq))]


def _decided(entry: Entry) -> Decided:
    body = plain(entry.body)
    return Decided(
        incident=entry.subject,
        provision=body["provision"],
        verdict=body["verdict"],
        by=body["by"],
        reason=body["reason"],
        recorded=entry.recorded,
        terms=body["terms"],
        reports=tuple(body["reports"]),
    )
