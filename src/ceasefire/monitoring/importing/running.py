"""One file → its reports as Parquet, its unusable rows beside them, and the counts; never the whole file in memory.

1. The file is read once for its encoding and for where it breaks off. 2. Where its dates could have day or month
first, they are looked at. 3. Rows become reports, batch by batch. 4. Where rows were repeated, their reports get the
counts.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, Any
from zoneinfo import ZoneInfo

from ceasefire.monitoring.importing.counts import Counts
from ceasefire.monitoring.importing.dates import EITHER
from ceasefire.monitoring.importing.formats import fitting, in_words, recognised
from ceasefire.monitoring.importing.making import UTC, Maker, content
from ceasefire.monitoring.importing.mapping import Mapping
from ceasefire.monitoring.importing.opening import Packed, Step
from ceasefire.monitoring.importing.outlines import Outlines
from ceasefire.monitoring.importing.places import SWAPPED
from ceasefire.monitoring.importing.regions import with_regions
from ceasefire.monitoring.importing.repeats import OTHER, SAME, Seen
from ceasefire.monitoring.importing.rows import CUT_OFF, Row, Rows, Spoilt
from ceasefire.monitoring.importing.writing import Sheet
from ceasefire.monitoring.report import Report, Unusable
from ceasefire.monitoring.table import AT_ONCE
from ceasefire.record.entry import canonical

VERSION = "importing/2"
KEY_TAKEN = "key-taken"

Watch = Callable[[int, int], None]
"""Told how many bytes have been read, and how many there are to read."""


@dataclass(frozen=True, slots=True)
class How:
    """How files are imported: by which mapping (or by their columns), with which outlines, in which time zone."""

    mapping: Mapping | None = None
    mapping_text: str = ""
    outlines: Outlines | None = None
    zone: ZoneInfo = UTC
    swap: bool = False

    def settings(self) -> dict[str, Any]:
        """All that reports depend on beside the file and the mapping."""
        outlines = {"sha256": self.outlines.digest, "property": self.outlines.property} if self.outlines else None
        return {"outlines": outlines, "time_zone": self.zone.key, "swapped": self.swap, "version": VERSION}

    def digest(self, mapping: Mapping) -> str:
        """One hash for all that reports depend on beside the file."""
        return hashlib.sha256(canonical([mapping.digest, self.settings()]).encode()).hexdigest()


def silent(done: int, total: int) -> None:
    """Progress that nobody watches."""


def import_file(path: Path, to: Path, how: How, watch: Watch = silent) -> Counts:
    """Writes `to`.parquet and `to`.unusable.jsonl, whole or not at all. Raises Refused when it is no such data."""
    packed = Packed(path)
    size = path.stat().st_size

    def step(nth: int) -> Step:
        return lambda done: watch(nth * size + done, 3 * size)

    packed.survey(step(0))
    mapping = mapping_for(packed, how)
    counts = Counts(mapping.source, mapping.name, how.digest(mapping), broken=packed.broken, notes=list(packed.notes))
    counts.rows_are = mapping.rows
    if mapping.digest == "guessed":
        counts.notes.append(in_words(mapping))
    maker = Maker(mapping, zone=how.zone, swap=how.swap)
    if EITHER in mapping.date.forms or EITHER in mapping.received.forms:
        _look_at_dates(packed, maker, step(1))
    with packed.text(step(2)) as stream, Sheet(to) as sheet:
        _all(_marked(Rows(stream), packed), maker, how, counts, sheet)
    return counts


def mapping_for(packed: Packed, how: How) -> Mapping:
    """The mapping of a file: the one that the user gave, or that of the format which its columns are of."""
    with packed.text() as stream:
        columns = Rows(stream).columns
    return fitting(how.mapping, columns) if how.mapping else recognised(columns)


def _look_at_dates(packed: Packed, maker: Maker, step: Step) -> None:
    """Which of day and month comes first: in the days that things happened, and apart from that in those of reports."""
    dates, received = maker.mapping.date, maker.mapping.received
    with packed.text(step) as stream:
        for row in Rows(stream):
            if isinstance(row, Spoilt):
                continue
            if EITHER in dates.forms:
                maker.order.look(row.values.get(dates.first, ""))
                maker.order.look(row.values.get(dates.last, ""))
            if EITHER in received.forms:
                words = row.values.get(received.column, "")
                for one in words.split(received.separator) if received.separator else [words]:
                    maker.received_order.look(one)


def _marked(rows: Rows, packed: Packed) -> Iterator[Row | Spoilt]:
    """The rows; the last one before a break is cut off, unless its line ends before it."""
    for row in rows:
        if packed.broken and not row.raw.endswith(("\n", "\r", "}")):
            yield Spoilt(row.number, CUT_OFF, packed.broken, row.raw)
        else:
            yield row


def _all(rows: Iterator[Row | Spoilt], maker: Maker, how: How, counts: Counts, sheet: Sheet) -> None:
    seen = Seen()
    while batch := list(islice(rows, AT_ONCE)):
        reports, unusable, repeats = _batch(batch, maker, how, counts, seen)
        counts.add(reports, unusable, repeats)
        sheet.add(reports, unusable)
    sheet.finish(seen.repeats())


def _batch(
    batch: list[Row | Spoilt], maker: Maker, how: How, counts: Counts, seen: Seen
) -> tuple[list[Report], list[Unusable], int]:
    made = [maker.made(row) for row in batch]
    unusable = [one for one in made if isinstance(one, Unusable)]
    reports = [one for one in made if isinstance(one, Report)]
    raws = {row.number: row.raw for row in batch}

    def refused(one: Report, reason: str, detail: str) -> None:
        unusable.append(Unusable(one.source, one.number, reason, detail, raws[one.number]))

    placed = with_regions(reports, how.outlines, counts) if how.outlines else list(reports)
    for one, found in zip(reports, placed, strict=True):
        if isinstance(found, str):
            refused(one, SWAPPED, f"longitude {one.place.lon}, latitude {one.place.lat}")
    usable = [one for one in placed if isinstance(one, Report)]
    looks = seen.look([one.id for one in usable], [content(one) for one in usable])
    for one, look in zip(usable, looks, strict=True):
        if look == OTHER:
            refused(one, KEY_TAKEN, f"key {one.key}")
    new = [one for one, look in zip(usable, looks, strict=True) if look not in (SAME, OTHER)]
    return new, sorted(unusable, key=lambda one: one.number), looks.count(SAME)


def unusable_in(stream: IO[str]) -> Iterator[Unusable]:
    """The unusable rows that lines of JSON hold."""
    for line in stream:
        yield Unusable(**json.loads(line))
