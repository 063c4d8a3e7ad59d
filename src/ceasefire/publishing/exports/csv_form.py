"""Tables as CSV (RFC 4180, UTF-8) that no spreadsheet executes, and back.

A text that begins with a sign of a formula gets an apostrophe before it; so does one that begins with apostrophes and
then such a sign, so that taking one apostrophe off gives the text back, always. Numbers stay numbers. A list is
a JSON array. An empty cell is nothing.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from functools import cache

from ceasefire.publishing.exports.tables import Cell, Column, Row
from ceasefire.vocabulary import load


def to_csv(columns: Sequence[Column], rows: Iterable[Row]) -> bytes:
    """A table as CSV: a header, then a line a row."""
    held = io.StringIO(newline="")
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow([one.name for one in columns])
    for row in rows:
        writer.writerow([cell_out(row[one.name]) for one in columns])
    return held.getvalue().encode("utf-8")


def from_csv(columns: Sequence[Column], content: bytes) -> list[Row]:
    """The rows that `to_csv` wrote."""
    lines = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
    next(lines)
    return [
        {one.name: cell_in(one.kind, cell) for one, cell in zip(columns, line, strict=True)} for line in lines if line
    ]


def cell_out(cell: Cell) -> str:
    """A cell as a spreadsheet may have it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return repr(cell)
    if isinstance(cell, list):
        return json.dumps(cell, ensure_ascii=False)
    return f"'{cell}" if _guarded("*").match(cell) else cell


def cell_in(kind: str, cell: str) -> Cell:
    """What a cell held before it was made safe."""
    if not cell:
        return None
    if kind == "boolean":
        return cell == "true"
    if kind in ("integer", "number"):
        return int(cell) if kind == "integer" else float(cell)
    if kind == "list":
        found: list[str] = json.loads(cell)
        return found
    return cell[1:] if _guarded("+").match(cell) else cell


@cache
def _guarded(apostrophes: str) -> re.Pattern[str]:
    signs = "".join(re.escape(sign) for sign in load("exports")["formula_signs"])
    return re.compile(f"'{apostrophes}[{signs}]")
