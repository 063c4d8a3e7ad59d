"""What incident data there is on record, source by source: rows, days, places, and what cannot be used and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ceasefire.monitoring.importing.kept import Imported, superseded
from ceasefire.monitoring.table import batches_in
from ceasefire.publishing.wording import counted, phrase
from ceasefire.vocabulary import load

Within = tuple[date | None, date | None]
PARTS = ["first", "last", "lon", "precision", "repeats"]


@dataclass(slots=True)
class SourceCounts:
    """One source: its files and rows; of the reports within the days asked for, days, places and repeats."""

    source: str
    files: list[Imported] = field(default_factory=list)
    superseded: int = 0
    reports: int = 0
    repeats: int = 0
    pointed: int = 0
    first: date | None = None
    last: date | None = None
    precisions: Counter[str] = field(default_factory=Counter)

    def sum_of(self, name: str) -> int:
        """One of the counts of its files, added up."""
        return sum(getattr(one.counts, name) for one in self.files)

    def unusable(self) -> Counter[str]:
        """How many rows cannot be used, by reason."""
        return sum((one.counts.unusable for one in self.files), Counter[str]())

    def row(self) -> dict[str, Any]:
        """All of it, as an answer has it."""
        return {
            "source": self.source,
            "files": len(self.files),
            "rows": self.sum_of("rows"),
            "used": self.sum_of("used"),
            "unusable": dict(sorted(self.unusable().items())),
            "reports": self.reports,
            "repeats": self.repeats,
            "superseded": self.superseded,
            "first": self.first.isoformat() if self.first else None,
            "last": self.last.isoformat() if self.last else None,
            "with_point": self.pointed,
            "without_point": self.reports - self.pointed,
            "precisions": dict(sorted(self.precisions.items())),
            **{name: self.sum_of(name) for name in ("outside", "near", "several")},
        }


def by_source(files: Sequence[Imported], within: Within) -> list[SourceCounts]:
    """The counts of each source, by its name; reports outside the days asked for are left out."""
    found: dict[str, SourceCounts] = {}
    again = superseded(list(files))
    for one in files:
        counts = found.setdefault(one.counts.source, SourceCounts(one.counts.source))
        counts.files.append(one)
        counts.superseded += again[one.sha256]
        _look(one, counts, within)
    return [found[name] for name in sorted(found)]


def _look(one: Imported, counts: SourceCounts, within: Within) -> None:
    import pyarrow.compute as pc

    for held in batches_in(one.table, PARTS):
        batch = held
        if within[0] is not None:
            batch = batch.filter(pc.greater_equal(batch.column("last"), within[0]))
        if within[1] is not None:
            batch = batch.filter(pc.less_equal(batch.column("first"), within[1]))
        if not batch.num_rows:
            continue
        counts.reports += batch.num_rows
        counts.repeats += pc.sum(batch.column("repeats")).as_py()
        counts.pointed += batch.num_rows - batch.column("lon").null_count
        first, last = pc.min(batch.column("first")).as_py(), pc.max(batch.column("last")).as_py()
        counts.first = min(counts.first or first, first)
        counts.last = max(counts.last or last, last)
        words = pc.value_counts(batch.column("precision")).to_pylist()
        counts.precisions.update({word["values"]: word["counts"] for word in words})


def lines_of(counts: SourceCounts) -> Iterator[str]:
    """The counts of one source as lines of text."""
    row, unusable = counts.row(), counts.unusable()
    numbers = {name: f"{value:,}" for name, value in row.items() if isinstance(value, int)}
    named = {**numbers, "source": counts.source, "unusable": f"{unusable.total():,}"}
    named["files"] = counted("incidents.files", len(counts.files))
    yield phrase("incidents.source", **named)
    if counts.first:
        yield "  " + phrase("incidents.days", first=counts.first, last=counts.last)
    if counts.reports:
        words = ", ".join(f"{word} {count:,}" for word, count in sorted(counts.precisions.items()))
        pointless = f"{row['without_point']:,}"
        points = f"{row['with_point']:,}"
        yield "  " + phrase("incidents.places", pointed=points, pointless=pointless, precisions=words)
    if row["outside"] or row["several"]:
        yield "  " + phrase("incidents.regions", **numbers)
    if counts.repeats:
        yield "  " + phrase("incidents.repeats", repeats=f"{counts.repeats:,}")
    if counts.superseded:
        yield "  " + phrase("incidents.superseded", **numbers)
    for reason, count in sorted(unusable.items()):
        says = load("unusable")[reason]
        yield "  " + phrase("incidents.unusable", count=f"{count:,}", reason=reason, says=says)
    for one in counts.files:
        for note in [*one.counts.notes, *filter(None, [one.counts.broken])]:
            yield "  " + phrase("incidents.note", file=one.file, note=note)
