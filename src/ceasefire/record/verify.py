"""Whether a record is what it was when it was written: every link of the chain, every index, every kept file.

Found and named: an entry that was changed, taken out, put in or cut off the end; an index that no longer says what
the log says; bytes that were changed or are gone; a quote that is not in its text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, select

from ceasefire.errors import RecordError
from ceasefire.record.custody import Custody
from ceasefire.record.database import Database
from ceasefire.record.entry import BEGINNING, DOCUMENT, INCIDENTS, READING, UNREAD, Entry, plain
from ceasefire.record.log import AT_ONCE, entries_of
from ceasefire.record.near_copies import digest_of
from ceasefire.record.tables import bands, entries, sources


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was recorded: what kind of thing, which one, and what is wrong with it."""

    kind: str
    name: str
    detail: str


@dataclass(slots=True)
class Checked:
    """How much was looked at, and the end of the log, which anybody may note down elsewhere."""

    entries: int = 0
    documents: int = 0
    files: int = 0
    seq: int = 0
    hash: str = BEGINNING


def verify(database: Database, custody: Custody, checked: Checked) -> Iterator[Finding]:
    """Everything that is not as it was recorded, in the order of the log; `checked` counts as it goes.

    A database that can be read no further is a finding too; what comes after it could not be looked at.
    """
    expected: dict[int, dict[str, Any]] = {}
    kept: list[tuple[str, str]] = []
    try:
        with database.reading() as connection:
            yield from _pages(database, connection)
            yield from _log(connection, checked, expected, kept)
            yield from _end(connection, custody, checked)
            yield from _sources(connection, expected)
            yield from _bands(connection, expected)
    except RecordError as problem:
        yield Finding("database", database.address.where, str(problem))
    checked.documents = len(expected)
    yield from _files(custody, checked, kept)


def _pages(database: Database, connection: Connection) -> Iterator[Finding]:
    """The pages of an SQLite file fit together; PostgreSQL looks after its own."""
    if database.is_sqlite:
        for row in connection.exec_driver_sql("PRAGMA integrity_check(10)"):
            if row[0] != "ok":
                yield Finding("database", database.address.where, f"the file is damaged: {row[0]}")


def _log(
    connection: Connection, checked: Checked, expected: dict[int, dict[str, Any]], kept: list[tuple[str, str]]
) -> Iterator[Finding]:
    """Numbers without a gap, each entry's own hash, each link to the one before, each quote in its text."""
    texts: dict[int, str] = {}
    for entry in entries_of(connection):
        checked.entries += 1
        yield from _missing(checked.seq, entry.seq)
        if entry.rehashed() != entry.hash:
            yield Finding("entry", _name(entry), "it was changed after it was recorded: its contents give another hash")
        elif entry.seq == checked.seq + 1 and entry.previous != checked.hash:
            yield Finding("entry", _name(entry), "its link to the entry before it is broken")
        checked.seq, checked.hash = entry.seq, entry.hash
        try:
            body = plain(entry.body)
        except ValueError:
            continue
        if entry.kind == DOCUMENT:
            expected[entry.seq] = {**body, "id": entry.subject}
            kept.append((body["sha256"], f"document {entry.subject} ({body['origin']})"))
            texts = {entry.seq: entry.bulk}
        if entry.kind == UNREAD and body.get("kept"):
            kept.append((body["sha256"], f"{entry.subject}, which could not be read,"))
        if entry.kind == INCIDENTS:
            kept += [(sha256, f"the incident data {name}") for sha256, name in sorted(body["kept"].items())]
        if entry.kind == READING:
            yield from _quotes(entry, body, texts)


def _missing(last: int, now: int) -> Iterator[Finding]:
    if now != last + 1:
        gone = str(last + 1) if now == last + 2 else f"{last + 1} to {now - 1}"
        yield Finding("entry", f"entry {gone}", "it was taken out of the log")


def _quotes(entry: Entry, body: dict[str, Any], texts: dict[int, str]) -> Iterator[Finding]:
    """The reading that follows its document: the text holds every quote at its place."""
    text = texts.get(body["document"])
    if text is None:
        return
    for row in body["statements"]:
        if text[row["start"] : row["end"]] != row["quote"]:
            yield Finding("statement", row["id"], f"its quote is not in its place in document {entry.subject}")


def _end(connection: Connection, custody: Custody, checked: Checked) -> Iterator[Finding]:
    """The end of the log that was noted must be in the log: entries cut off at the end break no link."""
    noted = custody.noted_end()
    if noted is None:
        if checked.entries:
            yield Finding(
                "file", "end-of-log", "it is missing or damaged: whether the end of the log was cut off cannot be said"
            )
        return
    seq, digest = noted
    if seq > checked.seq:
        gone = str(seq) if seq == checked.seq + 1 else f"{checked.seq + 1} to {seq}"
        yield Finding("entry", f"entry {gone}", "it was taken off the end of the log")
    elif connection.execute(select(entries.c.hash).where(entries.c.seq == seq)).scalar() != digest:
        yield Finding("entry", f"entry {seq}", "it is not the entry that was noted as the end of the log")


def _sources(connection: Connection, expected: dict[int, dict[str, Any]]) -> Iterator[Finding]:
    """The index of sources says what the documents' entries say."""
    told = {seq: (body["identity"], body["lineage"]) for seq, body in expected.items()}
    found = {row.seq: (row.identity, row.lineage) for row in connection.execute(select(sources))}
    for seq in sorted(told.keys() | found.keys()):
        if told.get(seq) != found.get(seq):
            what = "is missing" if seq not in found else "belongs to no document" if seq not in told else "was changed"
            yield Finding("index", f"source {seq}", f"the row {what} in the index of sources")


def _bands(connection: Connection, expected: dict[int, dict[str, Any]]) -> Iterator[Finding]:
    """The index of near-copies holds for each document what its entry has a hash of."""
    asked = select(bands.c.seq, bands.c.band).order_by(bands.c.seq, bands.c.band)
    found = {
        seq: digest_of([row.band for row in rows])
        for seq, rows in groupby(connection.execution_options(yield_per=AT_ONCE).execute(asked), key=itemgetter(0))
    }
    for seq in sorted(expected.keys() | found.keys()):
        if seq not in expected or expected[seq]["bands"] != found.get(seq):
            yield Finding("index", f"band {seq}", "the rows of this document in the index of near-copies were changed")


def _files(custody: Custody, checked: Checked, kept: list[tuple[str, str]]) -> Iterator[Finding]:
    """The bytes of every document, of what could not be read and of incident data are there and unchanged."""
    found: dict[str, bool | None] = {}
    for sha256, what in kept:
        if sha256 not in found:
            found[sha256] = custody.holds(sha256)
            checked.files += found[sha256] is not None
        if not found[sha256]:
            happened = "are gone" if found[sha256] is None else "were changed"
            yield Finding("file", str(custody.path(sha256)), f"the bytes of {what} {happened}")


def _name(entry: Entry) -> str:
    return f"entry {entry.seq} ({entry.kind} {entry.subject})"
