"""Near-copies among everything on record: found by an index that does not grow slower with the record."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sqlalchemy import Connection, func, insert, select

from ceasefire.reading.document import Copy
from ceasefire.reading.likeness import likeness, print_of
from ceasefire.record.entry import DOCUMENT, plain
from ceasefire.record.tables import bands, entries

CLOSEST = 30
"""So many documents are compared exactly: those that share most bands."""


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
    mine = print_of(text)
    best: tuple[float, int, Copy] | None = None
    for seq, _ in connection.execute(likely).all():
        subject, body, other = connection.execute(
            select(entries.c.subject, entries.c.body, entries.c.bulk).where(entries.c.seq == seq)
        ).one()
        row = plain(body)
        first = row.get("copy", {}).get("of", subject)
        if lineage in (row["lineage"], _lineage_of(connection, first)):
            continue
        alike = likeness(mine, print_of(other))
        if alike and (best is None or (alike, -seq) > best[:2]):
            best = (alike, -seq, Copy(first, round(alike, 3)))
    return best[2] if best else None


def _lineage_of(connection: Connection, document: str) -> str:
    asked = select(entries.c.body).where(entries.c.kind == DOCUMENT, entries.c.subject == document).limit(1)
    return str(plain(connection.execute(asked).scalar_one())["lineage"])


def enter(connection: Connection, seq: int, looks: Sequence[int]) -> None:
    """Enters what a document looks like."""
    connection.execute(insert(bands), [{"band": one, "seq": seq} for one in looks])


def digest_of(looks: Sequence[int]) -> str:
    """A hash over what a document looks like, so that a change in the index shows."""
    return hashlib.sha256(",".join(map(str, sorted(looks))).encode()).hexdigest()
