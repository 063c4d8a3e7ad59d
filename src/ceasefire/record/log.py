"""Adding to the log: each entry takes up the hash of the one before, inside the transaction that writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from ceasefire.record.entry import BEGINNING, Entry, canonical, hash_of, instant
from ceasefire.record.log_end import End
from ceasefire.record.tables import entries

Clock = Callable[[], datetime]

AT_ONCE = 500
"""So many rows are had from the database at a time."""


def now() -> datetime:
    """The system's clock, in UTC."""
    return datetime.now(UTC)


@dataclass(slots=True)
class Writer:
    """The end of the log, inside one writing transaction, all of which is recorded at one instant."""

    connection: Connection
    clock: Clock = now
    seq: int = 0
    hash: str = BEGINNING
    recorded: str = ""
    instant: str = ""
    written: list[Entry] = field(default_factory=list)

    def __post_init__(self) -> None:
        last = self.connection.execute(
            select(entries.c.seq, entries.c.hash, entries.c.recorded).order_by(entries.c.seq.desc()).limit(1)
        ).first()
        if last:
            self.seq, self.hash, self.recorded = last

    def write(self, kind: str, subject: str, body: Any, bulk: str = "") -> Entry:
        """Adds an entry. A clock that was set back does not put it before the entry that it follows."""
        self.instant = self.instant or instant(self.clock())
        recorded = max(self.recorded, self.instant)
        text, seq = canonical(body), self.seq + 1
        digest = hash_of(seq, kind, subject, recorded, text, bulk, self.hash)
        entry = Entry(seq, kind, subject, recorded, text, bulk, self.hash, digest)
        self.put(entry)
        return entry

    def put(self, entry: Entry) -> None:
        """Adds an entry as it is; it must follow the last one."""
        if (entry.seq, entry.previous) != (self.seq + 1, self.hash):
            raise ValueError(f"entry {entry.seq} does not follow entry {self.seq}")
        self.connection.execute(insert(entries), entry.row())
        self.seq, self.hash, self.recorded = entry.seq, entry.hash, entry.recorded
        self.written.append(entry)


def entries_of(connection: Connection, about: str = "") -> Iterator[Entry]:
    """The entries of the log in their order; of one document, source or statement when one is named."""
    asked = select(*(entries.c[name] for name in Entry.__slots__)).order_by(entries.c.seq)
    if about:
        asked = asked.where(entries.c.subject == about)
    for row in connection.execute(asked.execution_options(yield_per=AT_ONCE)):
        yield Entry(*row)


def end_of(connection: Connection) -> End:
    """The last entry of the log; one without number, hash and instant where the log is empty."""
    asked = select(entries.c.seq, entries.c.hash, entries.c.recorded).order_by(entries.c.seq.desc()).limit(1)
    last = connection.execute(asked).first()
    return End(*last) if last else End(0, BEGINNING, "")
