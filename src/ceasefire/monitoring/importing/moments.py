"""When a row says that something happened: the days between which it lies, and the instant where one is known."""

from __future__ import annotations

import calendar
from collections.abc import Mapping as Map
from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from ceasefire.monitoring.importing.dates import NO_DATE, Order, Stamp, Unread, clock, stamp
from ceasefire.monitoring.importing.mapping import Dates, Received
from ceasefire.monitoring.report import Moment

BACKWARDS, CODE_UNKNOWN = "ends-before-it-begins", "code-unknown"


def moment(values: Map[str, str], dates: Dates, order: Order, zone: ZoneInfo) -> Moment:
    """The days and the instant of a row. Raises Unread with the reason why there is none.

    A stamp with a zone counts on the day that it has in `zone`; one without is taken as it is written.
    """
    begins = _begins(values, dates, order)
    first = _day(begins, zone)
    last = first
    if words := values.get(dates.last, "").strip():
        last = _day(stamp(words, dates.forms, order), zone)
    if last < first:
        raise Unread(BACKWARDS)
    if dates.precision:
        first, last = _widened(first, last, values.get(dates.precision, "").strip(), dates)
    return Moment(first, last, _instant(begins, dates) if first == last or not dates.precision else "")


def received(values: Map[str, str], how: Received, order: Order, zone: ZoneInfo) -> date | None:
    """The first day on which it was published or entered; None where no such date can be read."""
    words = values.get(how.column, "")
    found: list[date] = []
    for one in words.split(how.separator) if how.separator else [words]:
        try:
            found.append(_day(stamp(one, how.forms, order), zone))
        except Unread:
            continue
    return min(found, default=None)


def _begins(values: Map[str, str], dates: Dates, order: Order) -> Stamp:
    if not dates.first:
        raise Unread(NO_DATE)
    found = stamp(values.get(dates.first, ""), dates.forms, order)
    return replace(found, time=clock(values.get(dates.time, ""))) if dates.time else found


def _day(found: Stamp, zone: ZoneInfo) -> date:
    if found.time is None or found.time.tzinfo is None:
        return found.day
    try:
        return found.at().astimezone(zone).date()
    except OverflowError:
        return found.day


def _instant(found: Stamp, dates: Dates) -> str:
    """The time of day in ISO 8601; "" where 00:00 stands for one that is not known."""
    if found.time is None or (not dates.midnight_known and found.time.replace(tzinfo=None) == time()):
        return ""
    return found.at().isoformat(timespec="seconds" if found.time.second else "minutes")


def _widened(first: date, last: date, code: str, dates: Dates) -> tuple[date, date]:
    """A week is three days to either side of its middle; a month and a year are the calendar's."""
    word = dates.codes.get(code) if dates.codes else code or "day"
    try:
        if word == "day":
            return first, last
        if word == "week":
            return first - timedelta(days=3), last + timedelta(days=3)
        if word == "month":
            end = calendar.monthrange(last.year, last.month)[1]
            return first.replace(day=1), last.replace(day=end)
        if word == "year":
            return first.replace(month=1, day=1), last.replace(month=12, day=31)
    except OverflowError:
        return first, last
    raise Unread(CODE_UNKNOWN)
