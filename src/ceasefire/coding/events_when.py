"""The day of an event by the words beside it, resolved against the day of the text: "on Tuesday", "18 March"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from ceasefire.reading.dates import month_numbers
from ceasefire.vocabulary import load
from ceasefire.when import UNKNOWN, When

WEEK = 7


@dataclass(frozen=True, slots=True)
class Dated:
    """text[start:end] gives a day: by its distance, its weekday, or its number and month; 0 and "" where not said."""

    start: int
    end: int
    words: str
    away: int | None = None
    weekday: int | None = None
    next: bool = False
    day: int = 0
    month: int = 0
    year: int = 0

    def when(self, published: When, held: bool) -> When:
        """The day that is meant in a text of that date: what was held lies before it, what is planned after it."""
        if self.month and self.year:
            return self._on(self.year)
        if published.first is None or published.first != published.last:
            return When("", self.words, "text")
        told = published.first
        if self.month:
            return self._nearest(told, held)
        if self.weekday is not None:
            back = (told.weekday() - self.weekday) % WEEK
            ahead = (WEEK - back) % WEEK or (WEEK if self.next else 0)
            return self._day(told + timedelta(days=-back if held and not self.next else ahead))
        return self._day(told + timedelta(days=self.away or 0))

    def _nearest(self, told: date, held: bool) -> When:
        """The year that is not said: the latest not after a text that tells of what was, the next for a plan."""
        years = (told.year, told.year - 1) if held else (told.year, told.year + 1)
        fits = (self._on(year) for year in years)
        side = (one for one in fits if one.first and (one.first <= told if held else one.last and one.last >= told))
        return next(side, UNKNOWN)

    def _on(self, year: int) -> When:
        try:
            found = date(year, self.month, self.day or 1).isoformat()
        except ValueError:
            return When("", self.words, "text")
        return When(found if self.day else found[:7], self.words, "text")

    def _day(self, day: date) -> When:
        return When(day.isoformat(), self.words, "text")


def dates(text: str) -> Iterator[Dated]:
    """Every day that an English sentence gives, in order; of a stretch of days the first."""
    for found in _pattern().finditer(text):
        said = {name: value for name, value in found.groupdict().items() if value}
        words = found.group()
        start, end = found.span()
        if "away" in said:
            yield Dated(start, end, words, away=_days()[" ".join(said["away"].lower().split())])
        elif "weekday" in said:
            weekday = load("events")["weekdays"].index(said["weekday"].lower())
            yield Dated(start, end, words, weekday=weekday, next=said.get("which", "").lower() == "next")
        else:
            month = month_numbers()[next(said[name] for name in ("m1", "m2", "m3") if name in said).lower().rstrip(".")]
            day = int(said.get("d1") or said.get("d2") or 0)
            year = int(said.get("y1") or said.get("y2") or said.get("y3") or 0)
            yield Dated(start, end, words, day=day, month=month, year=year)


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted((name.capitalize() for name in month_numbers()), key=lambda name: (-len(name), name))
    month = "(?:" + "|".join(names) + r")\b\.?"
    weekday = "|".join(day.capitalize() for day in load("events")["weekdays"])
    away = "|".join(words.replace(" ", r"\s+") for words in sorted(_days(), key=lambda w: (-len(w), w)))
    ordinal, stretch = "(?:st|nd|rd|th)?", r"(?:\s?[-–]\s?\d{1,2}(?:st|nd|rd|th)?)?"
    return re.compile(
        rf"\b(?:(?P<d1>\d{{1,2}}){ordinal}{stretch} (?:of )?(?P<m1>{month})(?:,? (?P<y1>\d{{4}})\b)?"
        rf"|(?P<m2>{month}) (?P<d2>\d{{1,2}}){ordinal}{stretch}(?!\d)(?:,? (?P<y2>\d{{4}})\b)?"
        rf"|(?P<m3>{month}),? (?P<y3>\d{{4}})\b"
        rf"|(?:(?P<which>[Ll]ast|[Nn]ext) )?(?P<weekday>{weekday})\b"
        rf"|(?i:(?P<away>{away}))\b)"
    )


@cache
def _days() -> dict[str, int]:
    known: dict[str, int] = load("events")["days"]
    return known
