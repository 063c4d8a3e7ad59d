"""What the log has of a source already: looked up before it is read, and again under the lock that writes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, insert, select

from ceasefire.reading.document import Document
from ceasefire.record.entry import DOCUMENT, READING, plain
from ceasefire.record.lineage import identity, is_dated_by_hand
from ceasefire.record.near_copies import enter
from ceasefire.record.tables import entries, sources


def entry_of(connection: Connection, document: Document) -> int | None:
    """The number of the entry that holds the same bytes from the same address, with the same date if that was given.

    Who gives a date again, after another one was given, means it anew: then there is no such entry yet.
    """
    same = select(sources.c.seq).where(sources.c.identity == identity(document)).order_by(sources.c.seq.desc())
    seq = connection.execute(same.limit(1)).scalar()
    if seq is not None and is_dated_by_hand(document) and not is_present(connection, seq):
        return None
    return seq


def is_present(connection: Connection, seq: int) -> bool:
    """Whether a document is the last version of its text; an earlier one is not read again."""
    text = select(sources.c.lineage).where(sources.c.seq == seq).scalar_subquery()
    return connection.execute(select(func.max(sources.c.seq)).where(sources.c.lineage == text)).scalar() == seq


def subject_of(connection: Connection, seq: int) -> str:
    """The id of the document that an entry is about."""
    return str(connection.execute(select(entries.c.subject).where(entries.c.seq == seq)).scalar_one())


def last_coder(connection: Connection, subject: str) -> str:
    """The coder whose reading of a document is the last on record."""
    body = connection.execute(
        select(entries.c.body)
        .where(entries.c.kind == READING, entries.c.subject == subject)
        .order_by(entries.c.seq.desc())
        .limit(1)
    ).scalar()
    return str(plain(body)["coder"]) if body is not None else ""


def free_name(connection: Connection, wanted: str, text: str) -> str:
    """The id wanted, or with "-2" (then "-3"…) where it names another text; versions of one text may share it."""
    name, number = wanted, 1
    while True:
        body = connection.execute(
            select(entries.c.body).where(entries.c.kind == DOCUMENT, entries.c.subject == name).limit(1)
        ).scalar()
        if body is None or plain(body)["lineage"] == text:
            return name
        number += 1
        name = f"{wanted}-{number}"


def index(connection: Connection, seq: int, row: Mapping[str, Any], entered: Sequence[int]) -> None:
    """Enters a document's entry into the indexes: where it comes from, and what it looks like."""
    connection.execute(insert(sources), {"seq": seq, "identity": row["identity"], "lineage": row["lineage"]})
    enter(connection, seq, entered)
