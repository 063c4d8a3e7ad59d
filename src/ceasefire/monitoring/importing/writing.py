"""The files that an import writes: whole or not at all, whenever it is stopped."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ceasefire.monitoring.report import Report, Unusable
from ceasefire.monitoring.table import batch_of, batches_in, schema


class Sheet:
    """Reports into `to`.parquet, unusable rows into `to`.unusable.jsonl; neither is there before `finish`."""

    def __init__(self, to: Path) -> None:
        to.parent.mkdir(parents=True, exist_ok=True)
        self.parquet, self.lines = to.with_name(f"{to.name}.parquet"), to.with_name(f"{to.name}.unusable.jsonl")
        self.unfinished = [to.with_name(f".{to.name}.{part}") for part in ("first", "second", "lines")]
        self._open = ExitStack()

    def __enter__(self) -> Sheet:
        from pyarrow import parquet

        self._table = self._open.enter_context(parquet.ParquetWriter(self.unfinished[0], schema(), compression="zstd"))
        self._lines = self._open.enter_context(self.unfinished[2].open("w", encoding="utf-8", newline="\n"))
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()
        for path in self.unfinished:
            path.unlink(missing_ok=True)

    def add(self, reports: Iterable[Report], unusable: Iterable[Unusable]) -> None:
        """A batch more."""
        batch = batch_of(reports)
        if batch.num_rows:
            self._table.write_batch(batch)
        for one in unusable:
            self._lines.write(json.dumps(asdict(one), ensure_ascii=False) + "\n")

    def finish(self, repeats: Any) -> None:
        """Puts both files in their places, the reports with how often each was repeated."""
        self._open.close()
        made = self.unfinished[0]
        if repeats is not None:
            made = self.unfinished[1]
            _with_repeats(self.unfinished[0], made, repeats)
        self.unfinished[2].replace(self.lines)
        made.replace(self.parquet)


def _with_repeats(held: Path, to: Path, repeats: Any) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    at, column = 0, schema().get_field_index("repeats")
    with parquet.ParquetWriter(to, schema(), compression="zstd") as table:
        for batch in batches_in(held):
            counts = pa.array(repeats[at : at + batch.num_rows], pa.int64())
            table.write_batch(batch.set_column(column, "repeats", counts))
            at += batch.num_rows
