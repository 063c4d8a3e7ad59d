"""Tables as JSON Lines: a row a line, its keys in the order of the columns."""

from __future__ import annotations

from collections.abc import Iterable

import orjson

from ceasefire.publishing.exports.tables import Row, Table


def to_jsonl(table: Table, rows: Iterable[Row]) -> bytes:
    """A table as lines of JSON in UTF-8."""
    names = [one.name for one in table.columns]
    return b"".join(orjson.dumps({name: row[name] for name in names}) + b"\n" for row in rows)
