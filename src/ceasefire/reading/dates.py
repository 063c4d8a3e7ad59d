"""When a text was published, as precise as it says, and never more."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache

from ceasefire.vocabulary import load
from ceasefire.when import UNKNOWN, When, from_date

# Datelines and date lines stand among the first lines; a date further down is about something else.
LINES_SEARCHED = 6

_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?(?: ?(?:GMT|UTC|[A-Z]{2,4}T))?"
_NAME = r"[A-ZÀ-ÞŁŚŻŽŠČİ][\w’'.-]*"
_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})(?:[/-](\d{1,2}))?(?=[/-]|$)")
_DOTTED = re.compile(r"(\d{1,2})([./])(\d{1,2})[./](\d{4})")


def said(words: str, found_in: str) -> When:
    """The date that metadata give in these words; words that are no date are kept without one."""
    words = " ".join(words.split())
    if not words:
        return UNKNOWN
    for attempt in (_iso, _mail, _worded, _numeric):
        when = attempt(words, found_in)
        if when:
            return when
    return When("", words, found_in)


def in_lines(text: str) -> When:
    """The date that a dateline ("GENEVA, 12 March 2025 —") or a date on a line of its own gives, or unknown.

    A day without a year keeps its words and no date: the year is not ours to add.
    """
    lines = [line.strip() for line in text[:4000].split("\n") if line.strip()][:LINES_SEARCHED]
    found = [when for line in lines for when in (_dateline(line), _own_line(line)) if when is not None]
    return next((when for when in found if when.known), found[0] if found else UNKNOWN)


def in_address(url: str) -> When:
    """The date that an address carries in its path (/2025/03/18/), or unknown."""
    found = _IN_ADDRESS.search(url)
    if not found:
        return UNKNOWN
    year, month, day = found.groups()
    return _checked(int(year), int(month), int(day) if day else None, found[0].strip("/"), "address") or UNKNOWN


def _iso(words: str, found_in: str) -> When | None:
    if re.fullmatch(r"\d{4}(?:-\d{2})?", words):
        return _checked(int(words[:4]), int(words[5:]) if words[5:] else None, None, words, found_in)
    if not re.match(r"\d{4}-\d{2}-\d{2}", words):
        return None
    try:
        return _moment(datetime.fromisoformat(words), words, found_in)
    except ValueError:
        return None


def _mail(words: str, found_in: str) -> When | None:
    """A date as mails and feeds write it: "Tue, 18 Mar 2025 14:30:00 GMT"."""
    if ":" not in words:
        return None
    from email.utils import parsedate_to_datetime

    try:
        return _moment(parsedate_to_datetime(words), words, found_in)
    except (ValueError, TypeError, IndexError):
        return None


def _moment(moment: datetime, words: str, found_in: str) -> When:
    """An instant; midnight to the second is how machines write a day without a time, and so a day."""
    if moment.tzinfo is None or (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return from_date(moment.date(), words, found_in)
    return from_date(moment, words, found_in)


def _worded(words: str, found_in: str) -> When | None:
    found = _patterns()["own"].fullmatch(words)
    return _from_groups(found, words, found_in) if found else None


def _numeric(words: str, found_in: str) -> When | None:
    """18.03.2025 or 18/03/2025; where day and month could change places, only the year is sure."""
    found = _DOTTED.fullmatch(words)
    if not found:
        return None
    first, month, year = int(found[1]), int(found[3]), int(found[4])
    if found[2] == "." or first > 12:
        return _checked(year, month, first, words, found_in)
    if month > 12 or first == month:
        return _checked(year, first, month, words, found_in)
    return When(f"{year:04d}", words, found_in)


def _dateline(line: str) -> When | None:
    found = _patterns()["dateline"].match(line)
    if not found or not (found["place"].isupper() or found["mark"]):
        return None
    return _from_groups(found, found["date"], "dateline")


def _own_line(line: str) -> When | None:
    if len(line) > 80:
        return None
    found = _patterns()["own"].fullmatch(line)
    when = _from_groups(found, line, "text") if found else None
    return when if when else _numeric(line, "text") or (_iso(line, "text") if "-" in line else None)


def _from_groups(found: re.Match[str], words: str, found_in: str) -> When | None:
    parts = found.groupdict()
    month = parts["m1"] or parts["m2"] or parts["m3"]
    year = parts["y1"] or parts["y2"] or parts["y3"]
    day = parts["d1"] or parts["d2"]
    if not year:
        return When("", words, found_in)
    return _checked(int(year), month_numbers()[month.lower().rstrip(".")], int(day) if day else None, words, found_in)


def _checked(year: int, month: int | None, day: int | None, words: str, found_in: str) -> When | None:
    try:
        edtf = date(year, month or 1, day or 1).isoformat()
    except ValueError:
        return None
    return When(edtf if day else edtf[:7] if month else edtf[:4], words, found_in)


@cache
def month_numbers() -> dict[str, int]:
    """The number of each month by its English names, whole and short, in lower case."""
    return {name: number for number, names in load("publication")["months"].items() for name in names}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = load("publication")
    month, weekday = rf"{_any(month_numbers())}\.?", rf"{_any(words['weekdays'])}\.?,? "
    ordinal = "(?:st|nd|rd|th)?"
    dates = (
        rf"(?:{weekday})?(?:(?P<d1>\d{{1,2}}){ordinal} (?:of )?(?P<m1>{month}),?(?: (?P<y1>\d{{4}}))?"
        rf"|(?P<m2>{month}) (?P<d2>\d{{1,2}}){ordinal}(?:,? (?P<y2>\d{{4}}))?(?!\d)"
        rf"|(?P<m3>{month}),? (?P<y3>\d{{4}}))"
    )
    label = "(?:(?:" + "|".join(map(re.escape, words["date_labels"])) + r")(?: on)?:? )?"
    own = rf"(?i:{label})(?:at )?(?:{_CLOCK},? (?:on )?)?{dates}(?:[,|–—-]? ?(?:at )?{_CLOCK})?\.?"
    place = rf"(?P<place>{_NAME}(?:[ ,/]+{_NAME}){{0,5}}?)(?P<mark>,)?"
    line = rf"{place} (?:\()?(?P<date>{dates})\)?(?: \([^)]{{2,40}}\)| /[^/]{{2,40}}/)? ?(?:—|–|--?|:)\s"
    return {"own": re.compile(own), "dateline": re.compile(line)}


def _any(names: Iterable[str]) -> str:
    """Any of the names as print writes them: "March" or "MARCH", for "march" and "may" are words of their own."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return "(?:" + "|".join(f"{name.capitalize()}|{name.upper()}" for name in longest_first) + ")"
