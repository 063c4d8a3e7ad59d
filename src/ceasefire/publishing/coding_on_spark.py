"""`ceasefire code --engine spark`: documents from Parquet or JSONL, coded by the workers of a cluster, to Parquet.

1. The rows are read by Spark, each with its place: its file, its block of the file, its number. 2. They are dealt out
in parts of a few hundred, so that little is lost when a worker dies. 3. Each process of each worker loads the coder
once, and codes part after part as the single process does. 4. What they made is put into the order of the input.
Each row is taken by itself: no near-copies are marked, and a row keeps its id where another has the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from ceasefire.errors import InputError, QuestionError
from ceasefire.publishing.coded_table import coded_row, coded_schema, new_folder
from ceasefire.reading.document import Document, Unread
from ceasefire.settings import ReadingLimits

PLACE = ("source", "file", "block", "row")
A_PART = 250
"""Documents that a worker takes at once."""


def code_on_spark(sources: Sequence[str], folder: Path, master: str, a_part: int = A_PART) -> dict[str | None, int]:
    """Codes the sources on a cluster into a new folder; how many rows there are for each reason, None for those read.

    Sources, folder and this package must be there under the same names for every worker.
    """
    from ceasefire.spark import session

    formats = [format_of(one) for one in sources]
    with session(master) as spark:
        new_folder(folder)
        rows = _rows(spark, sources, formats)
        number = max(2 * spark.sparkContext.defaultParallelism, -(-rows.count() // a_part))
        made = rows.repartition(number).mapInArrow(coded_batches, _types())
        made = made.persist(_on_disk())
        ordered = made.orderBy(*PLACE).select(*coded_schema().names)
        ordered.write.mode("overwrite").parquet(str(folder), compression="zstd")
        return {one["unread"]: one["count"] for one in made.groupBy("unread").count().collect()}


def format_of(source: str) -> str:
    """Whether a source is "parquet" or "jsonl", by its name, or by the names in the folder."""
    path = Path(source)
    names = [one.name for one in path.iterdir() if one.name[0] not in "._"] if path.is_dir() else [path.name]
    if names and all(name.endswith(".parquet") for name in names):
        return "parquet"
    if names and all(name.removesuffix(".gz").endswith((".jsonl", ".ndjson")) for name in names):
        return "jsonl"
    raise QuestionError(f"on Spark, documents come from *.parquet or *.jsonl files, and {source!r} is or holds others")


def coded_batches(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """What one part becomes, row by row; this runs in the worker."""
    from ceasefire.coding import code
    from ceasefire.coding.coder import BATCH

    schema = pa.schema([*_place_fields(), *(one for one in coded_schema() if one.name != "file")])
    for batch in batches:
        for first in range(0, len(batch), BATCH):
            some = batch.slice(first, BATCH).to_pylist()
            read = [_read(row) for row in some]
            made = code(one for one in read if isinstance(one, Document))
            coded = [next(made) if isinstance(one, Document) else one for one in read]
            rows = [
                {**coded_row(one), **{name: row[name] for name in PLACE}} for row, one in zip(some, coded, strict=True)
            ]
            yield pa.RecordBatch.from_pylist(rows, schema)


def _read(row: dict[str, Any]) -> Document | Unread:
    from ceasefire.reading.assemble import assemble, unread
    from ceasefire.reading.kept import Draft, Failed
    from ceasefire.reading.parquet import line_of
    from ceasefire.reading.rows import draft_of

    line = row["line"].rstrip(b"\r") if row["line"] is not None else line_of(row["fields"])
    origin = f"{row['file']}:{row['row'] + 1}"
    try:
        draft = draft_of(line.removeprefix(b"\xef\xbb\xbf"), origin)
        return assemble(draft, ReadingLimits()) if isinstance(draft, Draft) else unread(draft)
    except Exception as problem:
        return unread(Failed(origin, "invalid", f"its reader failed on it ({type(problem).__name__}: {problem})"))


def _rows(spark: Any, sources: Sequence[str], formats: Sequence[str]) -> Any:
    """The rows of all sources with their places: `line` is one of JSONL, `fields` are those of a row of Parquet."""
    parts = [
        _of_source(spark, number, source, how)
        for number, (source, how) in enumerate(zip(sources, formats, strict=True))
    ]
    if not parts:
        raise QuestionError("there is nothing to code: name *.parquet or *.jsonl files, or folders of these")
    whole = parts[0]
    for one in parts[1:]:
        whole = whole.unionByName(one)
    return whole


def _of_source(spark: Any, number: int, source: str, how: str) -> Any:
    from pyspark.errors import AnalysisException
    from pyspark.sql import functions as f

    from ceasefire.reading.parquet import READ

    nothing = ",".join(f"{name}:string" for name in READ)
    try:
        if how == "jsonl":
            given = spark.read.option("lineSep", "\n").text(source)
            line, fields = f.col("value").cast("binary"), f.lit(None).cast(f"struct<{nothing}>")
            given = given.where("trim(both ' \t\r' from value) <> ''")
        else:
            given = spark.read.parquet(source)
            said = [_as_text(f, given, name).alias(name) for name in READ]
            line, fields = f.lit(None).cast("binary"), f.struct(*said)
    except AnalysisException as problem:
        raise InputError(f"{source} cannot be read by Spark ({str(problem)[:200]})") from problem
    meta = f.col("_metadata")
    return given.select(
        f.lit(number).alias("source"),
        f.regexp_replace(meta["file_path"], "^file:/*", "/").alias("file"),
        meta["file_block_start"].alias("block"),
        f.monotonically_increasing_id().alias("row"),
        line.alias("line"),
        fields.alias("fields"),
    )


def _as_text(f: Any, given: Any, name: str) -> Any:
    return f.col(name).cast("string") if name in given.columns else f.lit(None).cast("string")


def _place_fields() -> list[pa.Field]:
    return [
        pa.field("source", pa.int32()),
        pa.field("file", pa.string()),
        pa.field("block", pa.int64()),
        pa.field("row", pa.int64()),
    ]


def _types() -> Any:
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(pa.schema([*_place_fields(), *(one for one in coded_schema() if one.name != "file")]))


def _on_disk() -> Any:
    from pyspark import StorageLevel

    return StorageLevel.DISK_ONLY
