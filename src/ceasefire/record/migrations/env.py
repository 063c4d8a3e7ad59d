"""Alembic's way in: the migrations run on the connection that opened the record, inside its transaction."""

from __future__ import annotations

from alembic import context

from ceasefire.record.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
