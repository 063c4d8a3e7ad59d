"""The day of an event that an accusation's own words give: "on 20 March", "on Monday", "overnight"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import Any

from ceasefire.monitoring.report import Moment
from ceasefire.vocabulary import load
from ceasefire.when import When, day_of


def event_days(words: str, said: When) -> Moment:
    """The day that the words give, the latest on or before they were said; unknown where they give none.

    Only where it is known on which day they were said, for words such as "yesterday" and dates without a year.
    """
    told = said.last
    if told is None or said.precision not in ("day", "instant"):
        return Moment()
    for entry in load("claims")["days"]:
        if any(re.search(rf"\b{re.escape(one)}\b", words, re.IGNORECASE) for one in entry["words"]):
            first, last = entry["back"]
            return Moment(told - timedelta(days=first), told - timedelta(days=last))
    found = [day for match in _pattern().finditer(words) if (day := _day(match, told)) is not None]
    return Moment(found[0], found[0]) if found else Moment()


def _day(match: re.Match[str], told: date) -> date | None:
    if match["weekday"]:
        return told - timedelta(days=(told.weekday() - _place("weekdays", match["weekday"])) % 7)
    month, number = match["month"] or match["month2"], int(match["day"] or match["day2"])
    years = (told.year, told.year - 1) if not match["year"] else (int(match["year"]),)
    days = [day_of(year, _place("months", month) + 1, number) for year in years]
    return next((day for day in days if day is not None and day <= told), None)


def _place(kind: str, word: str) -> int:
    rows: list[list[str]] = load("steps")[kind]
    return next(place for place, names in enumerate(rows) if word.lower() in names)


@cache
def _pattern() -> re.Pattern[str]:
    known: Any = load("steps")
    weekdays, months = ("|".join(name for names in known[kind] for name in names) for kind in ("weekdays", "months"))
    return re.compile(
        rf"\b(?:(?P<weekday>{weekdays})"
        rf"|(?:(?P<day>\d{{1,2}}) (?P<month>{months})|(?P<month2>{months}) (?P<day2>\d{{1,2}}))"
        rf"(?:,? (?P<year>\d{{4}}))?)\b",
        re.IGNORECASE,
    )
