"""A record carried elsewhere: its log as lines of JSON, entry by entry, and back into an equal record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import select

from ceasefire.errors import RecordError
from ceasefire.reading import bands_of
from ceasefire.record.custody import Custody
from ceasefire.record.entry import DOCUMENT, KINDS, Entry, canonical, plain
from ceasefire.record.lasting import LastingRecord
from ceasefire.record.log import Writer
from ceasefire.record.near_copies import digest_of, telling
from ceasefire.record.on_record import index
from ceasefire.record.tables import entries

FIELDS = tuple(Entry.__slots__)


@dataclass(slots=True)
class Carried:
    """How many entries were added, how many were there already, and how many kept files came along."""

    added: int = 0
    known: int = 0
    files: int = 0


def lines_of(record: LastingRecord) -> Iterator[str]:
    """Each entry of the log as a line of canonical JSON, in order."""
    for entry in record.log():
        yield canonical(entry.row()) + "\n"


def take_lines(record: LastingRecord, lines: Iterable[str | bytes], name: str) -> Carried:
    """Adds to the record what the lines of another say, all or nothing; `name` is where they come from.

    The record must be empty, or hold the beginning of the same log. Raises RecordError, with the line, when a line
    is no entry, was changed, or follows another log.
    """
    carried = Carried()
    with record.database.writing() as connection:
        writer = Writer(connection)
        had = writer.seq
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            entry = _entry(line, f"{name}, line {number}")
            if entry.seq <= had:
                known = connection.execute(select(entries.c.hash).where(entries.c.seq == entry.seq)).scalar()
                if known != entry.hash:
                    raise RecordError(
                        f"{name}, line {number}: entry {entry.seq} is another one than this record has; "
                        "two logs cannot be mixed: import into a new case"
                    )
                carried.known += 1
                continue
            try:
                writer.put(entry)
            except ValueError as problem:
                raise RecordError(f"{name}, line {number}: {problem}; lines are missing: export it again") from None
            carried.added += 1
            if entry.kind == DOCUMENT:
                _index(writer, entry, f"{name}, line {number}")
    record.changed(writer)
    return carried


def take_files(record: LastingRecord, folder: Path) -> int:
    """Takes kept bytes from another record's folder into custody, those whose hash is right; answers how many."""
    theirs, taken = Custody(folder), 0
    for sha256 in theirs.names():
        if theirs.holds(sha256) and record.custody.holds(sha256) is None:
            record.custody.keep(sha256, theirs.path(sha256).read_bytes())
            taken += 1
    return taken


def _entry(line: str | bytes, where: str) -> Entry:
    try:
        row: Any = orjson.loads(line)
    except orjson.JSONDecodeError as problem:
        raise RecordError(f"{where}: this is no JSON ({problem.msg}); export it again") from None
    if not isinstance(row, dict) or sorted(row) != sorted(FIELDS):
        raise RecordError(f"{where}: this is no entry of a log; its keys must be: {', '.join(FIELDS)}")
    texts = [name for name in FIELDS if name != "seq" and not isinstance(row[name], str)]
    if texts or not isinstance(row["seq"], int) or row["kind"] not in KINDS:
        raise RecordError(f"{where}: this is no entry of a log; seq must be a number, kind one of {', '.join(KINDS)}")
    entry = Entry(**row)
    if entry.rehashed() != entry.hash:
        raise RecordError(f"{where}: entry {entry.seq} was changed after it was recorded; export it again")
    return entry


def _index(writer: Writer, entry: Entry, where: str) -> None:
    """Enters a document into the indexes."""
    body = plain(entry.body)
    looks = telling(writer.connection, bands_of(entry.bulk))
    if digest_of(looks) != body["bands"]:
        raise RecordError(f"{where}: document {entry.subject} was indexed by another version; install that version")
    index(writer.connection, entry.seq, body, looks)
