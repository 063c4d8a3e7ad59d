"""Where the log of a record ends, looked up in an SQLite file without all that speaks to databases of every kind.

So a question that finds what stands on record in a file (`kept_present.py`) starts in half the time.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass

from ceasefire.record.address import Address
from ceasefire.record.sqlite_file import uri

PRESENT = "0001"
"""The schema that this version writes; the migrations lead to it."""

WAIT_SECONDS = 120
"""How long one waits for a writer to end."""


@dataclass(frozen=True, slots=True)
class End:
    """The last entry of the log: its number, its hash, and when it was recorded."""

    seq: int
    hash: str
    recorded: str


def end_in_file(address: Address) -> End | None:
    """The last entry of a log that is kept in an SQLite file of the present schema.

    None of every other record, of one without an entry, and of one that cannot be read in this way: whoever then
    opens the database is told why.
    """
    if address.file is None:
        return None
    try:
        with closing(sqlite3.connect(uri(address.file), uri=True, timeout=WAIT_SECONDS)) as connection:
            if connection.execute("SELECT version_num FROM alembic_version").fetchall() != [(PRESENT,)]:
                return None
            last = connection.execute("SELECT seq, hash, recorded FROM entry ORDER BY seq DESC LIMIT 1").fetchone()
    except (OSError, sqlite3.Error):
        return None
    return End(*last) if last else None
