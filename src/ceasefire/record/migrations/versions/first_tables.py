"""The log, which refuses to be changed, and the two indexes over it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

REFUSED = "the record is append-only: what turned out otherwise is a new entry"
SQLITE = """
CREATE TRIGGER entry_{verb}_refused BEFORE {verb} ON entry
BEGIN SELECT RAISE(ABORT, '{refused}'); END
"""
POSTGRESQL = """
CREATE FUNCTION entry_refused() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{refused}'; END $$;
CREATE TRIGGER entry_refused BEFORE UPDATE OR DELETE OR TRUNCATE ON entry
FOR EACH STATEMENT EXECUTE FUNCTION entry_refused();
"""


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "entry",
        sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("kind", "subject", "recorded", "previous", "hash")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("body", "bulk")),
    )
    op.create_index("entry_by_subject", "entry", ["kind", "subject", "seq"])
    op.create_table(
        "source",
        sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("identity", sa.Text, nullable=False),
        sa.Column("lineage", sa.Text, nullable=False),
    )
    op.create_index("source_by_identity", "source", ["identity"])
    op.create_index("source_by_lineage", "source", ["lineage"])
    op.create_table(
        "band",
        sa.Column("band", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(SQLITE.format(verb=verb, refused=REFUSED))
    else:
        op.execute(POSTGRESQL.format(refused=REFUSED))
