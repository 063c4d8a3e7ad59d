"""Incident data on the record of a case: the bytes in custody, an entry in the log, and reports made of both.

The reports (CASE/incidents/*.parquet) are derived: where they are missing, or were made otherwise, they are made again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from ceasefire.errors import RecordError
from ceasefire.monitoring.importing.counts import Counts, counts_of
from ceasefire.monitoring.importing.formats import built_in
from ceasefire.monitoring.importing.mapping_file import mapping_in
from ceasefire.monitoring.importing.opening import Packed, Refused
from ceasefire.monitoring.importing.outlines import outlines_of
from ceasefire.monitoring.importing.repeats import NEW, Seen
from ceasefire.monitoring.importing.running import How, Watch, import_file, mapping_for, silent, unusable_in
from ceasefire.monitoring.report import Report, Unusable
from ceasefire.monitoring.table import batches_in, report_of
from ceasefire.record.address import INCIDENTS
from ceasefire.record.entry import Entry, plain
from ceasefire.record.lasting import LastingRecord


@dataclass(frozen=True, slots=True)
class Imported:
    """A file of incident data on record: its name, its hash, when it was imported, what became of its rows."""

    file: str
    sha256: str
    recorded: str
    counts: Counts
    table: Path

    def unusable(self) -> Iterator[Unusable]:
        """The rows that cannot be used, in the order of the file."""
        with self.table.with_suffix(".unusable.jsonl").open(encoding="utf-8") as stream:
            yield from unusable_in(stream)


def take_in(record: LastingRecord, path: Path, how: How, watch: Watch = silent) -> Counts:
    """Puts a file on record, once; answers what became of its rows. Raises Refused when it cannot be imported."""
    if not path.is_file():
        raise Refused("not there", "there is no such file")
    mapping_for(Packed(path), how)
    sha256 = record.custody.keep_file(path)
    counts = _made(record, sha256, how, watch)
    body = {
        "file": path.name,
        "sha256": sha256,
        "mapping": {"name": counts.mapping, "own": bool(how.mapping), "digest": counts.digest},
        **how.settings(),
        **{name: value for name, value in counts.row().items() if name not in ("mapping", "digest")},
        "kept": {sha256: path.name, **({how.outlines.digest: "outlines"} if how.outlines else {})},
    }
    record.add_incidents(sha256, body, how.mapping_text)
    return counts


def imported(record: LastingRecord, watch: Watch = silent) -> list[Imported]:
    """Every file on record as it was last imported, by source and first day; what is missing of it is made again."""
    found = [_imported(record, one, watch) for one in record.incidents()]
    return sorted(found, key=lambda one: (one.counts.source, one.counts.first, one.file, one.sha256))


def tables(record: LastingRecord) -> list[Path]:
    """The Parquet files with the reports on record; where two files tell the same report, `reports` has it once."""
    return [one.table for one in imported(record)]


def reports(files: list[Imported]) -> Iterator[tuple[Report, int]]:
    """Each report, with how often its file repeats it; of one that several files tell, as the last imported has it."""
    stands = _standing(files)
    for one in files:
        number = 0
        for batch in batches_in(one.table):
            for row in batch.to_pylist():
                if stands[one.sha256][number] == NEW:
                    yield report_of(row), row["repeats"]
                number += 1


def superseded(files: list[Imported]) -> dict[str, int]:
    """How many reports of each file a later file tells again, by the hash of the file."""
    return {sha256: len(looks) - looks.count(NEW) for sha256, looks in _standing(files).items()}


def _standing(files: list[Imported]) -> dict[str, bytearray]:
    """For each report of each file whether it stands, or is told by a file that was imported later."""
    seen, found = Seen(), dict[str, bytearray]()
    for one in sorted(files, key=lambda held: (held.recorded, held.file, held.sha256), reverse=True):
        looks = found.setdefault(one.sha256, bytearray())
        for batch in batches_in(one.table, ["id"]):
            ids = batch.column("id").to_pylist()
            looks.extend(seen.look(ids, [0] * len(ids)))
    return found


def _imported(record: LastingRecord, entry: Entry, watch: Watch) -> Imported:
    body = plain(entry.body)
    counts = _made(record, entry.subject, _as_recorded(record, body, entry.bulk), watch, body["mapping"]["name"])
    return Imported(body["file"], entry.subject, entry.recorded, counts, _table(record, entry.subject))


def _as_recorded(record: LastingRecord, body: dict[str, Any], mapping: str) -> How:
    """How a file was imported, from its entry in the log."""
    how = How(zone=ZoneInfo(body["time_zone"]), swap=body["swapped"], mapping_text=mapping)
    if mapping:
        how = replace(how, mapping=mapping_in(mapping.encode(), body["mapping"]["name"]))
    if body["outlines"]:
        kept = record.custody.path(body["outlines"]["sha256"])
        how = replace(how, outlines=outlines_of(kept, body["outlines"]["property"]))
    return how


def _told(path: Path) -> Counts | None:
    """The counts beside a table; None where they are missing, damaged, or another version's."""
    try:
        return counts_of(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def _made(record: LastingRecord, sha256: str, how: How, watch: Watch, name: str = "") -> Counts:
    """The counts of a file, whose reports are made unless they are there and were made in the same way."""
    table = _table(record, sha256)
    told = table.with_suffix(".json")
    counts = _told(told) if table.is_file() else None
    if counts is not None:
        known = how.mapping or next((one for one in built_in() if one.name == counts.mapping), None)
        if known and how.digest(known) == counts.digest:
            return counts
    if not record.custody.path(sha256).is_file():
        raise RecordError(f"the bytes of the incident data {name} ({sha256[:12]}) are gone; import the file again")
    if how.outlines:
        record.custody.keep(how.outlines.digest, how.outlines.data)
    counts = import_file(record.custody.path(sha256), table.with_suffix(""), how, watch)
    unfinished = told.with_name(f".{told.name}")
    unfinished.write_text(json.dumps(counts.row(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    unfinished.replace(told)
    return counts


def _table(record: LastingRecord, sha256: str) -> Path:
    return record.folder / INCIDENTS / f"{sha256}.parquet"
