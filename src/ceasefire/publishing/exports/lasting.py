"""What a record that lasts adds to an export: people's decisions, its log, and the bytes that were read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from ceasefire.publishing.exports.material import Decided
from ceasefire.record.entry import end_of_day
from ceasefire.record.standing import StandingRecord
from ceasefire.record.view import Record

if TYPE_CHECKING:
    from ceasefire.record.custody import Custody
    from ceasefire.record.lasting import LastingRecord


def lasting(record: Record) -> LastingRecord | None:
    """The record as one that lasts; None where it is kept in memory."""
    from ceasefire.record.lasting import LastingRecord

    if isinstance(record, StandingRecord):
        return record.lasting
    return record if isinstance(record, LastingRecord) else None


def decided_of(record: LastingRecord, known_at: date | None = None) -> Decided:
    """Its decisions and the bounds of its log, as far as they were on record at the end of a day."""
    until = end_of_day(known_at) if known_at else ""
    first = last = None
    for entry in record.log():
        if until and entry.recorded > until:
            break
        first, last = first or entry, entry
    return Decided(
        decisions=tuple(record.view(known_at).decisions),
        entries=last.seq if last else 0,
        hash=last.hash if last else "",
        first=first.recorded if first else "",
        last=last.recorded if last else "",
    )


def carried(record: LastingRecord) -> tuple[Iterable[str], Custody]:
    """The lines of its log and the folder of kept bytes, from which `ceasefire import` makes an equal record."""
    from ceasefire.record.carrying import lines_of

    return lines_of(record), record.custody
