"""The head of the report: title, number, period, time zone, and what it is based on."""

from __future__ import annotations

from ceasefire.monitoring.monitored import Monitored
from ceasefire.publishing.monitor.words import counted, day, days, phrase


def heading(found: Monitored) -> str:
    """The report's title."""
    return phrase("heading.title", title=found.title)


def about(found: Monitored) -> tuple[str, ...]:
    """The number, which is the last day of the period; the period; as of when; the end of the record's log."""
    period = found.period
    said = [
        phrase("heading.number", number=period.last.isoformat()),
        phrase(
            "heading.period",
            days=days(period.first, period.last),
            count=counted("heading.days", period.days),
            zone=found.time_zone,
        ),
        phrase("heading.as_of", date=day(found.as_of)) if found.as_of else phrase("heading.as_of_all"),
    ]
    if found.known_at:
        said.append(phrase("heading.known_at", date=day(found.known_at)))
    if found.record_end:
        said.append(phrase("heading.record", hash=found.record_end))
    return tuple(said)
