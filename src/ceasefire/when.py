"""Dates as precise as they were published.

A `When` is a day, a month, a year, an instant, or unknown. "Unknown" is a value of its own and
never becomes midnight or today. Forms follow EDTF level 0 (ISO 8601-2): "2025", "2025-03",
"2025-03-18", "2025-03-18T14:30:00Z"; unknown is the empty string.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from ceasefire.errors import QuestionError

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?")


GIVEN = "given"
"""Where a date was found that a person gave to a text that carries none."""


@dataclass(frozen=True, slots=True)
class When:
    """A date as precise as published: its EDTF form, the words that gave it, and where they stood.

    `words` is what the source said ("Tuesday 18 March"); `found_in` is one of "metadata",
    "dateline", "text", "row", "address", "given" (a person gave it), or "" when unknown.
    """

    edtf: str = ""
    words: str = ""
    found_in: str = ""

    def __post_init__(self) -> None:
        if self.edtf:
            _bounds(self.edtf)

    @property
    def known(self) -> bool:
        return bool(self.edtf)

    @property
    def first(self) -> date | None:
        """The earliest day that it can mean, or None when unknown."""
        return _bounds(self.edtf)[0] if self.edtf else None

    @property
    def last(self) -> date | None:
        """The latest day that it can mean, or None when unknown."""
        return _bounds(self.edtf)[1] if self.edtf else None

    @property
    def precision(self) -> str:
        """One of "instant", "day", "month", "year", "unknown"."""
        if not self.edtf:
            return "unknown"
        if "T" in self.edtf:
            return "instant"
        return {1: "year", 2: "month", 3: "day"}[self.edtf.count("-") + 1]

    def by(self, day: date) -> bool | None:
        """Whether it lies on or before `day`: True, False, or None when that cannot be said."""
        if self.first is None or self.last is None:
            return None
        if self.last <= day:
            return True
        return False if self.first > day else None

    def order(self) -> tuple[int, date, date, str]:
        """A sort key: unknown first, then by earliest and latest day, then by form."""
        if self.first is None or self.last is None:
            return (0, date.min, date.min, "")
        return (1, self.first, self.last, self.edtf)

    def __str__(self) -> str:
        return self.edtf or "undated"


UNKNOWN = When()


def from_date(day: date | datetime, words: str = "", found_in: str = "") -> When:
    """A `When` of one day, or of one instant when given a datetime with a time zone."""
    if isinstance(day, datetime):
        if day.tzinfo is None:
            return When(day.date().isoformat(), words, found_in)
        return When(day.isoformat(timespec="seconds").replace("+00:00", "Z"), words, found_in)
    return When(day.isoformat(), words, found_in)


def day_of(year: int, month: int, day: int) -> date | None:
    """That day; None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest_day(month: int, day: int, told: date) -> date | None:
    """The day of that month that lies nearest to another; None where the month has none. Of two, the earlier."""
    years = (told.year - 1, told.year, told.year + 1)
    found = [one for one in (day_of(year, month, day) for year in years) if one is not None]
    return min(found, key=lambda one: abs((one - told).days), default=None)


def ask(words: str) -> date:
    """The day that a user's `--as-of` names: the last day of a month or year.

    Raises QuestionError when the words are no date of the form YYYY, YYYY-MM or YYYY-MM-DD.
    """
    try:
        return _bounds(words.strip())[1]
    except ValueError:
        raise QuestionError(f"cannot use {words!r} as a date: give YYYY-MM-DD, YYYY-MM or YYYY") from None


def given(words: str) -> When:
    """The date that a person gives, as precise as it is written.

    Raises QuestionError when the words are no date of the form YYYY, YYYY-MM or YYYY-MM-DD.
    """
    try:
        made = When(words.strip(), found_in=GIVEN)
    except ValueError:
        made = UNKNOWN
    if not made.known or made.precision == "instant":
        raise QuestionError(f"cannot use {words!r} as a date: give YYYY-MM-DD, YYYY-MM or YYYY")
    return made


@lru_cache(maxsize=65536)
def _bounds(edtf: str) -> tuple[date, date]:
    match = _FORM.fullmatch(edtf)
    if not match:
        raise ValueError(f"not an EDTF date: {edtf!r}")
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    assert year is not None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
