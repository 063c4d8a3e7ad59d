"""The words of the monitoring report: the phrases are data (vocabulary/monitoring_report.yaml), this fills them in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from ceasefire.monitoring.wording import day
from ceasefire.publishing.inert import one_line
from ceasefire.publishing.wording import listed
from ceasefire.vocabulary import load

__all__ = ["classes", "counted", "day", "days", "glyph", "look", "numbered", "phrase", "spells", "words"]


def words(path: str) -> Any:
    """What stands at a path of monitoring_report.yaml ("terms.columns")."""
    value = load("monitoring_report")
    for step in path.split("."):
        value = value[step]
    return value


def phrase(path: str, /, **fields: object) -> str:
    """The phrase at a path, its fields filled with words from the record."""
    return str(words(path)).format(**{name: one_line(str(value)) for name, value in fields.items()})


def counted(path: str, count: int, /, **fields: object) -> str:
    """The phrase for a number of things: its form for none, one or many."""
    forms: Mapping[str, str] = words(path)
    form = "none" if count == 0 and "none" in forms else "one" if count == 1 else "many"
    filled = {name: one_line(str(value)) for name, value in fields.items()}
    return str(forms[form]).format(count=numbered(count), **filled)


def numbered(count: int) -> str:
    """A count as readers write it: 12,345."""
    return f"{count:,}"


def look(verdict: str) -> Mapping[str, str]:
    """The word, sign, form and colour of an assessment."""
    found: Mapping[str, str] = words("verdicts")[verdict]
    return found


def glyph(verdict: str) -> str:
    """The sign of an assessment where nothing can be drawn."""
    return look(verdict)["glyph"]


def classes(names: Iterable[str]) -> str:
    """Classes of targets, means or effects as readers say them: "energy substations and rail"."""
    return listed([one.replace("-", " ") for one in names])


def days(first: date | None, last: date | None) -> str:
    """Days from one to another, both included: "18 to 24 March 2025"; without a last one, open."""
    if first is None:
        return phrase("date.nobody")
    if last is None:
        return phrase("date.open", first=day(first))
    if first == last:
        return day(first)
    begun = day(first)
    if first.year == last.year:
        begun = begun.removesuffix(f" {first.year}")
        begun = str(first.day) if first.month == last.month else begun
    return phrase("date.within_month", first=begun, last=day(last))


def spells(found: Iterable[date]) -> list[str]:
    """Days in unbroken runs: "3 to 5 March 2025", "9 March 2025"."""
    runs: list[list[date]] = []
    for one in sorted(found):
        if runs and one - runs[-1][-1] == timedelta(days=1):
            runs[-1].append(one)
        else:
            runs.append([one])
    return [days(run[0], run[-1]) for run in runs]
