"""Near-copies among everything on record: found by an index that does not grow slower with the record."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sqlalchemy import Connection, func, insert, select

from ceasefire.reading.document import Copy
from ceasefire.reading.likeness import likeness, print_of
from ceasefire.record.entry import DOCUMENT, plain
from ceasefire.record.tables import bands, entries

CLOSEST = 10
"""So many documents are compared exactly: those that share most bands."""

COMMON = 50
"""A band that so many documents have is not entered for another."""


def nearest(connection: Connection, text: str, looks: Sequence[int], lineage: str) -> Copy | None:
    """The closest document on record that a text copies, by its family's first.

    Never an earlier version of itself, nor what was copied from one.
    """
    shared = func.count().label("shared")
    likely = (
        select(bands.c.seq, shared)
        .where(bands.c.band.in_(looks))
        .group_by(bands.c.seq)
        .order_by(shared.desc(), bands.c.seq)
        .limit(CLOSEST)
    )
    likely_seqs = [seq for seq, _ in connection.execute(likely)]
    if not likely_seqs:
        return None
    mine = print_of(text)
    asked = select(entries.c.seq, entries.c.bulk).where(entries.c.seq.in_(likely_seqs))
    alike = {seq: found for seq, other in connection.execute(asked) if (found := likeness(mine, print_of(other)))}
    for seq in sorted(alike, key=lambda one: (-alike[one], one)):
        first = _first_of(connection, seq, lineage)
        if first:
            return Copy(first, round(alike[seq], 3))
    return None


def _first_of(connection: Connection, seq: int, lineage: str) -> str:
    """The first of the family of a document on record; "" when it is a version of this text, or a copy of one."""
    subject, body = connection.execute(select(entries.c.subject, entries.c.body).where(entries.c.seq == seq)).one()
    row = plain(body)
    first = str(row.get("copy", {}).get("of", subject))
    return "" if lineage in (row["lineage"], _lineage_of(connection, first)) else first


def _lineage_of(connection: Connection, document: str) -> str:
    asked = select(entries.c.body).where(entries.c.kind == DOCUMENT, entries.c.subject == document).limit(1)
    return str(plain(connection.execute(asked).scalar_one())["lineage"])


def telling(connection: Connection, looks: Sequence[int]) -> list[int]:
    """The bands that so few documents have that they tell copies; a paragraph that stands under every text tells none.

    So no band ever has many rows, and looking one up takes as long in a large record as in a small one.
    """
    counts = select(bands.c.band).where(bands.c.band.in_(looks)).group_by(bands.c.band).having(func.count() >= COMMON)
    common = set(connection.execute(counts).scalars())
    return [one for one in looks if one not in common]


def enter(connection: Connection, seq: int, looks: Sequence[int]) -> None:
    """Enters what a document looks like."""
    if looks:
        connection.execute(insert(bands), [{"band": one, "seq": seq} for one in looks])


def digest_of(looks: Sequence[int]) -> str:
    """A hash over what a document looks like, so that a change in the index shows."""
    return hashlib.sha256(",".join(map(str, sorted(looks))).encode()).hexdigest()
