"""Tables as Parquet: typed columns, each with its meaning and unit in the file's own schema."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from ceasefire.publishing.exports.tables import Row, Table


def to_parquet(table: Table, rows: Sequence[Row]) -> bytes:
    """A table as Parquet; the same rows give the same bytes with the same version of pyarrow."""
    import pyarrow as pa
    from pyarrow import parquet

    kinds: dict[str, Any] = {
        "text": pa.string(),
        "date": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "list": pa.list_(pa.string()),
    }
    schema = pa.schema(
        [
            pa.field(one.name, kinds[one.kind], metadata={"description": one.meaning, "unit": one.unit})
            for one in table.columns
        ],
        metadata={"description": table.meaning},
    )
    held = io.BytesIO()
    made = pa.Table.from_pylist(list(rows), schema=schema)
    parquet.write_table(made, held, compression="zstd", use_dictionary=True, write_statistics=True)
    return held.getvalue()
