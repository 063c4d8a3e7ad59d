"""The day that an announcement gives for what is to happen, as far as its words give one."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from ceasefire.coding.statement import Statement
from ceasefire.vocabulary import load
from ceasefire.when import UNKNOWN, When, from_date, nearest_day

BEHIND = 2
"""A weekday is taken as the nearest one: up to two days back it lies behind, otherwise ahead."""


def step_day(one: Statement) -> When:
    """When the step is to be: the start that its scope gives, else the day that its words name; UNKNOWN without one.

    Only a day after the announcement counts, and only where it is known when that was made.
    """
    if one.scope.start.known:
        return one.scope.start
    said = one.said.last
    if said is None or one.said.precision not in ("day", "instant"):
        return UNKNOWN
    ahead = [day for day in _named(one.quote, said) if day > said]
    return from_date(min(ahead), one.quote, "text") if ahead else UNKNOWN


def _named(words: str, said: date) -> list[date]:
    """The days that the words name, each as the one nearest to the day on which they were said."""
    found: list[date] = []
    folded = words.casefold()
    if not any(name in folded for name in _names()):
        return found
    for match in _pattern().finditer(words):
        number, month, month_first, number_after = match["day"], match["month"], match["month2"], match["day2"]
        if match["weekday"]:
            ahead = (_place("weekdays", match["weekday"]) - said.weekday()) % 7
            found.append(said + timedelta(days=ahead if ahead < 7 - BEHIND else ahead - 7))
        elif match["tomorrow"]:
            found.append(said + timedelta(days=1))
        else:
            day = nearest_day(_place("months", month or month_first) + 1, int(number or number_after), said)
            found += [day] if day is not None else []
    return found


def _place(kind: str, word: str) -> int:
    rows: list[list[str]] = load("steps")[kind]
    return next(place for place, names in enumerate(rows) if word.lower() in names)


@cache
def _names() -> tuple[str, ...]:
    """Every name of a day or a month: where none of them is, no day is named."""
    known = load("steps")
    return (*(name for kind in ("weekdays", "months") for names in known[kind] for name in names), *known["tomorrow"])


@cache
def _pattern() -> re.Pattern[str]:
    known = load("steps")
    weekdays, months = ("|".join(name for names in known[kind] for name in names) for kind in ("weekdays", "months"))
    tomorrow = "|".join(known["tomorrow"])
    return re.compile(
        rf"\b(?:(?P<weekday>{weekdays})|(?P<tomorrow>{tomorrow})|(?P<day>\d{{1,2}}) (?P<month>{months})"
        rf"|(?P<month2>{months}) (?P<day2>\d{{1,2}}))\b",
        re.IGNORECASE,
    )
