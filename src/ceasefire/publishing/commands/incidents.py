"""`ceasefire incidents`: incident data onto the record of a case, and what is there: counts, reports, unusable rows."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from ceasefire import when
from ceasefire.errors import InputError
from ceasefire.monitoring.importing.kept import Imported, imported, reports, take_in
from ceasefire.monitoring.importing.mapping_file import mapping_of
from ceasefire.monitoring.importing.opening import Refused
from ceasefire.monitoring.importing.outlines import outlines_of
from ceasefire.monitoring.importing.running import How
from ceasefire.pipeline import spelt_out
from ceasefire.publishing.asked import Asked, Tally
from ceasefire.publishing.incident_counts import SourceCounts, by_source, lines_of
from ceasefire.publishing.incident_rows import put_reports, put_unusable
from ceasefire.publishing.progress import bytes_watched
from ceasefire.publishing.putting import put, put_json
from ceasefire.publishing.recording import case_named, opened
from ceasefire.publishing.wording import phrase
from ceasefire.reading.document import Unread
from ceasefire.record.case import Case
from ceasefire.record.lasting import LastingRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedIncidents(Asked):
    """Which files, what their columns mean, where regions are, and what is wanted of it."""

    case: str
    paths: tuple[str, ...] = ()
    mapping: str | None = None
    outlines: str | None = None
    region_name: str | None = None
    swap_coordinates: bool = False
    unusable: bool = False
    since: str | None = None
    until: str | None = None

    def within(self) -> tuple[date | None, date | None]:
        """The first and the last day that are asked for. Raises QuestionError when one is no date."""
        first = when.When(self.since).first if self.since and when.ask(self.since) else None
        return first, when.ask(self.until) if self.until else None


ASKED = AskedIncidents


def answer(asked: AskedIncidents) -> int:
    """What is on record once the files that were named (or that the case names) have been imported."""
    case, within, tally = case_named(asked.case), asked.within(), Tally()
    how = _how(asked, case)
    paths = list(asked.paths) or [path for one in case.incidents for path in spelt_out(case.folder, one)]
    record = opened(case, create=bool(paths))
    try:
        for path in paths:
            _import(record, Path(path), how, asked, tally)
        files = imported(record)
        tally.read += not paths
        _show(files, asked, within)
    finally:
        record.close()
    return tally.close()


def _how(asked: AskedIncidents, case: Case) -> How:
    outlines = Path(asked.outlines) if asked.outlines else case.folder / case.outlines if case.outlines else None
    named = asked.region_name or case.region_name
    if asked.region_name and outlines is None:
        raise InputError("--region-name names a property of outlines: give them with --outlines FILE")
    mapping = Path(asked.mapping) if asked.mapping else None
    return How(
        mapping_of(mapping) if mapping else None,
        mapping.read_text(encoding="utf-8-sig") if mapping else "",
        outlines_of(outlines, named) if outlines else None,
        ZoneInfo(case.time_zone),
        asked.swap_coordinates,
    )


def _import(record: LastingRecord, path: Path, how: How, asked: AskedIncidents, tally: Tally) -> None:
    """One file; what is wrong with it is told, and the rest goes on."""
    try:
        with bytes_watched(sys.stderr, asked.quiet, path.name) as watch:
            counts = take_in(record, path, how, watch)
    except (Refused, OSError) as problem:
        reason, detail = (problem.reason, problem.detail) if isinstance(problem, Refused) else ("file", str(problem))
        tally.unread.append(Unread(str(path), str(path), reason, detail))
        return
    tally.read += 1
    if counts.broken:
        detail = phrase("incidents.broken", detail=counts.broken, rows=counts.rows)
        tally.unread.append(Unread(str(path), str(path), "cut-off", detail))


def _show(files: list[Imported], asked: AskedIncidents, within: tuple[date | None, date | None]) -> None:
    if asked.form in ("jsonl", "csv") or asked.unusable:
        if asked.unusable:
            put_unusable(files, asked.form)
        else:
            put_reports((one for one in reports(files) if _in(one[0].happened, within)), asked.form)
        return
    counted = by_source(files, within)
    if asked.form == "json":
        put_json({"sources": [one.row() for one in counted], "files": [_file(one) for one in files]})
        return
    put("".join(f"{line}\n" for line in _lines(counted)))


def _lines(counted: list[SourceCounts]) -> Iterator[str]:
    if not counted:
        yield phrase("incidents.none")
    for one in counted:
        yield from lines_of(one)


def _in(moment: Any, within: tuple[date | None, date | None]) -> bool:
    """Whether it may have happened within the days asked for."""
    first, last = within
    return (first is None or moment.last >= first) and (last is None or moment.first <= last)


def _file(one: Imported) -> dict[str, Any]:
    counts = {name: value for name, value in one.counts.row().items() if name != "digest"}
    return {"file": one.file, "sha256": one.sha256, "recorded": one.recorded, **counts}
