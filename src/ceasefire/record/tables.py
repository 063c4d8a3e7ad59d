"""The tables of a record: the log, and an index over the texts that finds near-copies. The migrations make them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, MetaData, Table, Text

metadata = MetaData()

entries = Table(
    "entry",
    metadata,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("recorded", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("bulk", Text, nullable=False),
    Index("entry_by_subject", "kind", "subject", "seq"),
)

sources = Table(
    "source",
    metadata,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("identity", Text, nullable=False),
    Column("lineage", Text, nullable=False),
    Index("source_by_identity", "identity"),
    Index("source_by_lineage", "lineage"),
)
"""Which document entry holds which bytes, and which text it is a version of."""

bands = Table(
    "band",
    metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""Which document entry has a piece that looks like this: near-copies share a band."""
