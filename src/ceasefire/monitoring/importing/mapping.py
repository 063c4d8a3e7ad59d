"""What a source's columns mean: a declared mapping, from its rows to reports."""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Values:
    """A column that holds one value or several: what separates them, where each one ends, or a constant instead."""

    column: str = ""
    separator: str = ""
    until: str = ""
    constant: str = ""


@dataclass(frozen=True, slots=True)
class Dates:
    """The columns of the day (or the first and the last), how they are written, and what a code widens a day to."""

    first: str = ""
    last: str = ""
    time: str = ""
    forms: tuple[str, ...] = ("iso",)
    midnight_known: bool = False
    precision: str = ""
    codes: Map[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Received:
    """The column that says when it was published or entered; of several dates, the first counts."""

    column: str = ""
    separator: str = ""
    forms: tuple[str, ...] = ("iso",)


@dataclass(frozen=True, slots=True)
class Precision:
    """How exact a place is, in our words, and how far from its point it may lie."""

    word: str = "unknown"
    radius_km: float | None = None


@dataclass(frozen=True, slots=True)
class Places:
    """The columns of name and point; the precision, the same for all or by a column's code."""

    name: tuple[str, ...] = ()
    lon: str = ""
    lat: str = ""
    region: str = ""
    precision: Precision = Precision()
    column: str = ""
    codes: Map[str, Precision] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judged:
    """One half of a grade: the same for all, or by a column's code."""

    constant: str = ""
    column: str = ""
    codes: Map[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mapping:
    """One source: its name, the columns that tell it from others, and what each column means.

    `digest` is the SHA-256 of what the mapping says; `name` its file. `rows` says what a row is: an "event", a "report"
    or an "alert"; "" leaves it to the vocabulary, where a source that is not listed has events.
    """

    source: str
    name: str = ""
    digest: str = ""
    needs: tuple[str, ...] = ()
    key: str = ""
    text: tuple[str, ...] = ()
    reporter: Values = Values()
    received: Received = Received()
    actors: tuple[str, ...] = ()
    deaths: str = ""
    date: Dates = Dates()
    place: Places = Places()
    reliability: Judged = Judged()
    credibility: Judged = Judged()
    region_names: Map[str, str] = field(default_factory=dict)
    rows: str = ""

    def columns(self) -> tuple[str, ...]:
        """Every column that it takes something from, or is recognised by."""
        named = (
            *self.needs,
            self.key,
            *self.text,
            self.reporter.column,
            self.received.column,
            *self.actors,
            self.deaths,
            *(self.date.first, self.date.last, self.date.time, self.date.precision),
            *self.place.name,
            *(self.place.lon, self.place.lat, self.place.region, self.place.column),
            *(self.reliability.column, self.credibility.column),
        )
        return tuple(dict.fromkeys(one for one in named if one))
