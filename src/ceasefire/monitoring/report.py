"""What one source reports of one place: a row of its data, with its own codes kept beside ours.

A report is not an incident: an incident is what happened, told by one or more reports.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

UNGRADED_RELIABILITY, UNGRADED_CREDIBILITY = "F", "6"

RELIABILITIES, CREDIBILITIES = "ABCDEF", "123456"


@dataclass(frozen=True, slots=True)
class Grade:
    """How a source and what it says are judged apart, in the Admiralty scale; F and 6 are "cannot be judged"."""

    reliability: str = UNGRADED_RELIABILITY
    credibility: str = UNGRADED_CREDIBILITY

    def __str__(self) -> str:
        return f"{self.reliability}{self.credibility}"


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened, as precisely as it was given: on a day between two, both included.

    `instant` is the time of day as ISO 8601 ("2025-03-20T14:30" or with its zone), "" where it is not known.
    Both days are None where nothing usable was given.
    """

    first: date | None = None
    last: date | None = None
    instant: str = ""

    @property
    def known(self) -> bool:
        return self.first is not None

    @property
    def days(self) -> int:
        """How many days it may have been; 0 when unknown."""
        return (self.last - self.first).days + 1 if self.first is not None and self.last is not None else 0

    def middle(self) -> date | None:
        """The day in the middle, which stands for it where one day is needed."""
        return self.first + timedelta(days=(self.days - 1) // 2) if self.first is not None else None


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened: its name, a point, how far from the point it may have been, and the region round it.

    `precision` is one of "exact", "near", "settlement", "district", "region", "country", "unknown"; `radius_km` is
    what the source's code for it means. `lon` and `lat` are None where no point was given. `region` is the name in
    the outlines that the user gave, "" where it lies in none.
    """

    name: str = ""
    lon: float | None = None
    lat: float | None = None
    precision: str = "unknown"
    radius_km: float | None = None
    region: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One row of one source.

    `source` names the data set ("viina"), `number` its row in the file, `key` its own id of the row ("" without one).
    `reporter` is who reported it, several joined by "; " ("" where the data set does not say). `received` is when it
    was published or entered. `codes` are the source's own columns and values. `actors` are those that it names as
    taking part, as it writes them; `deaths` None where it does not say.
    """

    id: str
    source: str
    number: int
    key: str = ""
    reporter: str = ""
    grade: Grade = Grade()
    happened: Moment = Moment()
    received: date | None = None
    place: Place = Place()
    text: str = ""
    actors: tuple[str, ...] = ()
    deaths: int | None = None
    codes: Mapping[str, str] = field(default_factory=dict)

    @property
    def reporters(self) -> tuple[str, ...]:
        """Everyone who reported it."""
        return tuple(self.reporter.split("; ")) if self.reporter else ()


@dataclass(frozen=True, slots=True)
class Unusable:
    """A row that cannot be used, kept as it was, with the reason and what to do about it."""

    source: str
    number: int
    reason: str
    detail: str
    row: str
