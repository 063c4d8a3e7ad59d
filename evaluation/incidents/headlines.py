"""The headlines of the incident data beside the project: read from SHARED, never kept."""

from __future__ import annotations

import csv
import gzip
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

DIGITS = 12


@dataclass(frozen=True)
class Headline:
    """A row of a month's file: `row` counts from 0 below the heading; `codes` are the source's other columns."""

    month: str
    row: int
    text: str
    codes: dict[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The month, the row, and the start of the text's SHA-256, by which a shift of rows is noticed."""
        return f"{self.month}:{self.row}:{digest(self.text)}"


def digest(text: str) -> str:
    """The first twelve hex digits of a text's SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


def files(shared: Path) -> list[Path]:
    """The months that are there, in order."""
    return sorted((shared / "data" / "incidents").glob("viina_incidents_*.csv.gz"))


def rows(shared: Path) -> Iterator[Headline]:
    """Every row of every month, in order."""
    for path in files(shared):
        month = path.name.removesuffix(".csv.gz").rpartition("_")[2]
        with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
            for at, row in enumerate(csv.DictReader(lines)):
                yield Headline(month, at, row.pop("headline"), row)


def distinct(shared: Path) -> list[Headline]:
    """The first row of each headline."""
    first: dict[str, Headline] = {}
    for one in rows(shared):
        first.setdefault(one.text, one)
    return list(first.values())
