"""Parquet: one document a row, in the columns that a line of JSONL has as fields; each row is read as such a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ceasefire.reading.kept import Draft, Failed, Kept, Refused
from ceasefire.reading.rows import among, draft_of
from ceasefire.settings import ReadingLimits

READ = ("id", "date", "text", "title", "publisher", "language", "url")
"""The columns that are read; all others are left alone."""

TEXT, AT_ONCE = "text", 500


def drafts(kept: Kept, limits: ReadingLimits) -> Iterator[Draft | Failed]:
    """A draft a row, as far as the columns go; refuses a file that has no column of texts."""
    import pyarrow as pa
    from pyarrow import parquet

    try:
        file = parquet.ParquetFile(kept.stream)
    except pa.ArrowInvalid as problem:
        raise Refused("invalid", f"it is no whole Parquet file ({problem}); write it anew") from None
    columns = [name for name in READ if name in file.schema_arrow.names]
    if TEXT not in columns:
        raise Refused("invalid", f'it has no column "{TEXT}", but {", ".join(sorted(file.schema_arrow.names))}')
    places: dict[str, tuple[int, str]] = {}
    rows = (row for batch in file.iter_batches(AT_ONCE, columns=columns) for row in batch.to_pylist())
    for number, row in enumerate(rows, start=1):
        yield among(places, draft_of(line_of(row), f"{kept.origin}:{number}"), number)


def line_of(row: Mapping[str, Any]) -> bytes:
    """The line of JSONL that says what a row of a table says; what is empty is left out, dates are in ISO 8601."""
    told = {name: row[name] for name in READ if row.get(name) is not None}
    return json.dumps(told, ensure_ascii=False, default=_plain).encode("utf-8", errors="surrogatepass")


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else repr(value)
