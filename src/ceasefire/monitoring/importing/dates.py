"""Dates as incident data write them, and whether day or month comes first where that must be told from the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache, lru_cache

from ceasefire.vocabulary import load
from ceasefire.when import day_of

EITHER, DAY_FIRST, MONTH_FIRST = "day or month first", "day/month/year", "month/day/year"
NO_DATE, NOT_READABLE, AMBIGUOUS, TWO_FORMS = "no-date", "date-not-readable", "date-ambiguous", "dates-in-two-forms"

_TIME = r"(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)? ?([AaPp][Mm])? ?(Z|UTC|[+-]\d{2}:?\d{2})?)?"
_ISO = re.compile(rf"(\d{{4}})-(\d{{1,2}})-(\d{{1,2}}){_TIME}")
_COMPACT = re.compile(rf"(\d{{4}})(\d{{2}})(\d{{2}}){_TIME}")
_PARTS = re.compile(rf"(\d{{1,2}})[/.-](\d{{1,2}})[/.-](\d{{4}}){_TIME}")
_NAMED = re.compile(rf"(\d{{1,2}})[ -]([^\W\d]+)\.?,?[ -](\d{{4}}){_TIME}")
_SECONDS = re.compile(r"\d{9,11}")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day, and the time of day where one was given."""

    day: date
    time: time | None = None

    def at(self) -> datetime:
        """The instant, without a zone where none was given."""
        return datetime.combine(self.day, self.time or time())


class Unread(Exception):  # noqa: N818 - it is caught at once and becomes the reason of a row
    """A date cannot be read; the message is the reason."""


@dataclass(slots=True)
class Order:
    """Which of day and month comes first in a file, told by the dates that can be only one of the two."""

    day_first: int = 0
    month_first: int = 0
    undecided: int = 0

    def look(self, words: str) -> None:
        """Counts what one date tells."""
        if match := _PARTS.fullmatch(words.strip()):
            one, other = int(match[1]), int(match[2])
            self.day_first += one > 12 >= other
            self.month_first += other > 12 >= one
            self.undecided += one <= 12 and other <= 12 and one != other

    @property
    def form(self) -> str:
        """The form that the file has; "" where both or none occur."""
        if bool(self.day_first) == bool(self.month_first):
            return ""
        return DAY_FIRST if self.day_first else MONTH_FIRST

    @property
    def reason(self) -> str:
        """Why a date that could be either cannot be read."""
        return TWO_FORMS if self.day_first else AMBIGUOUS


def stamp(words: str, forms: Iterable[str], order: Order) -> Stamp:
    """The day and time that words give, by the first form that fits. Raises Unread with its reason."""
    text = words.strip()
    if not text:
        raise Unread(NO_DATE)
    for form in forms:
        found = _FORMS[form](text, order)
        if found is not None:
            return found
    raise Unread(NOT_READABLE)


def clock(words: str) -> time | None:
    """A time of day in a column of its own; None where it is none."""
    match = re.fullmatch(_TIME, f" {words.strip()}")
    return _time(match.groups()) if match and match[1] else None


def _iso(text: str, _: Order) -> Stamp | None:
    return _made(_ISO, text, (0, 1, 2))


def _compact(text: str, _: Order) -> Stamp | None:
    return _made(_COMPACT, text, (0, 1, 2))


def _day_first(text: str, _: Order) -> Stamp | None:
    return _made(_PARTS, text, (2, 1, 0))


def _month_first(text: str, _: Order) -> Stamp | None:
    return _made(_PARTS, text, (2, 0, 1))


def _either(text: str, order: Order) -> Stamp | None:
    """A date that can be only one of the two is read so; any other as the rest of the file, if that is of one form."""
    match = _PARTS.fullmatch(text)
    if match is None:
        return None
    one, other = int(match[1]), int(match[2])
    if other > 12 or (one <= 12 and order.form == MONTH_FIRST):
        return _month_first(text, order)
    if one > 12 or one == other or order.form == DAY_FIRST:
        return _day_first(text, order)
    raise Unread(order.reason)


def _named(text: str, _: Order) -> Stamp | None:
    match = _NAMED.fullmatch(text)
    month = _months().get(match[2].casefold()) if match else None
    if match is None or month is None:
        return None
    day = day_of(int(match[3]), month, int(match[1]))
    return Stamp(day, _time(match.groups()[3:])) if day else None


def _seconds(text: str, _: Order) -> Stamp | None:
    if not _SECONDS.fullmatch(text):
        return None
    at = datetime.fromtimestamp(int(text), UTC)
    return Stamp(at.date(), at.timetz())


_FORMS: dict[str, Callable[[str, Order], Stamp | None]] = {
    "iso": _iso,
    "compact": _compact,
    "day month year": _named,
    DAY_FIRST: _day_first,
    MONTH_FIRST: _month_first,
    EITHER: _either,
    "seconds": _seconds,
}


@lru_cache(maxsize=65536)
def _made(form: re.Pattern[str], text: str, order: tuple[int, int, int]) -> Stamp | None:
    match = form.fullmatch(text)
    if match is None:
        return None
    parts = match.groups()
    day = day_of(*(int(parts[at]) for at in order))
    return Stamp(day, _time(parts[3:])) if day else None


def _time(parts: tuple[str | None, ...]) -> time | None:
    """Hours, minutes, seconds, AM or PM, and a zone; None where there is none, or where the clock has no such time."""
    hours, minutes, seconds, half, zone = parts
    if hours is None:
        return None
    hour = int(hours)
    if half:
        hour = hour % 12 + (12 if half.lower() == "pm" else 0)
    try:
        return time.fromisoformat(f"{hour:02}:{minutes}:{seconds or '00'}{_zone(zone)}")
    except ValueError:
        return None


def _zone(words: str | None) -> str:
    return "+00:00" if words in ("Z", "UTC") else words or ""


@cache
def _months() -> dict[str, int]:
    names = load("publication")["months"]
    return {name.casefold(): number for number, held in names.items() for name in held}
