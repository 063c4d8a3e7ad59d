"""What the columns of counts hold, and tables of rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa

TYPES: dict[str, pa.DataType] = {
    **dict.fromkeys(("version", "kind", "of", "stretch"), pa.int32()),
    **dict.fromkeys(("first", "last"), pa.date32()),
    "n": pa.int64(),
}
"""By name; all others hold text."""


def schema(*names: str) -> pa.Schema:
    """Columns of these names."""
    return pa.schema([(name, TYPES.get(name, pa.string())) for name in names])


def table(columns: pa.Schema, rows: Sequence[Any]) -> pa.Table:
    """Rows of values in the order of the columns."""
    given = zip(*rows, strict=True) if rows else ((),) * len(columns)
    return pa.table([pa.array(column, one.type) for column, one in zip(given, columns, strict=True)], columns)
