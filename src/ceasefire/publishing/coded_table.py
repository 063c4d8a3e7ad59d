"""What `ceasefire code --out` writes: a row a document, with the fields of a line of JSON as columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa

from ceasefire.coding.statement import Coded
from ceasefire.errors import InputError
from ceasefire.publishing.coded_lines import coded_fields
from ceasefire.reading.document import Unread

AT_ONCE = 1000
PART = "part-00000.parquet"


@cache
def coded_schema() -> pa.Schema:
    """The columns; `file` is where the document came from, without the number of its row."""
    text, number = pa.string(), pa.int32()
    spans = pa.list_(pa.list_(number))
    lists = [(name, pa.list_(text)) for name in ("targets", "domains", "area", "between")]
    words = [(name, text) for name in ("duration", "start", "direction", "occasion", "extendable", "ends_if")]
    scope = pa.struct(lists + words)
    said = ("id", "actor", "act", "provision", "recipient", "condition", "condition_provision", "speaker", "modality")
    statement = [(name, text) for name in (*said, "quote")] + [("start", number), ("end", number)]
    statement += [("scope", scope), ("condition_scope", scope), ("places", spans), ("listed", pa.bool_())]
    attribution = pa.struct([("source", spans), ("cue", spans), ("content", spans)])
    return pa.schema(
        [
            ("id", text),
            ("date", text),
            ("statements", pa.list_(pa.struct(statement))),
            ("attributions", pa.list_(attribution)),
            ("unread", text),
            ("detail", text),
            ("file", text),
        ]
    )


def coded_row(item: Coded | Unread) -> dict[str, Any]:
    """The row of one document, or of what could not be read."""
    origin = item.origin if isinstance(item, Unread) else item.document.origin
    return {**coded_fields(item), "file": without_row(origin)}


def without_row(origin: str) -> str:
    """The file that an origin names, without the number of the row."""
    file, _, row = origin.rpartition(":")
    return file if file and row.isdecimal() else origin


def write_coded(items: Iterable[Coded | Unread], folder: Path) -> Iterator[Coded | Unread]:
    """Writes the items as they come to a new folder, and gives them on. Raises InputError where something is there."""
    from pyarrow import parquet

    new_folder(folder)
    waiting = iter(items)
    with parquet.ParquetWriter(folder / PART, coded_schema(), compression="zstd") as file:
        while some := list(islice(waiting, AT_ONCE)):
            file.write_table(pa.Table.from_pylist([coded_row(one) for one in some], coded_schema()))
            yield from some


def new_folder(folder: Path) -> None:
    """Makes a folder that is not there, or is empty. Raises InputError where something is in it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise InputError(f"{folder} is not empty, and nothing is written over; give --out another folder")
    except OSError as problem:
        raise InputError(f"{folder} cannot be written ({problem.strerror}); give --out another folder") from None
