"""The rows of a ledger: JSON lines or a table with a header (CSV, TSV), plain or in gzip."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ceasefire.errors import InputError

_GZIP = b"\x1f\x8b"


class Row(NamedTuple):
    """A row as it was written, by its number in the file, and its cells; None where it cannot be parsed."""

    number: int
    written: str
    cells: dict[str, str] | None


def rows_of(path: Path) -> list[Row]:
    """Every row of a file that is not empty. Raises InputError when it cannot be read at all."""
    try:
        data = path.read_bytes()
        text = (gzip.decompress(data) if data.startswith(_GZIP) else data).decode("utf-8-sig")
    except (OSError, EOFError) as problem:
        raise InputError(f"cannot read the claims {path}: {getattr(problem, 'strerror', None) or problem}") from None
    except UnicodeDecodeError:
        raise InputError(f"cannot read the claims {path}: not UTF-8 text; save it as UTF-8") from None
    return list(_lines(text) if text.lstrip().startswith(("{", "[")) else _table(text))


def _lines(text: str) -> Iterator[Row]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield Row(number, line.strip(), _object(line))


def _object(line: str) -> dict[str, str] | None:
    try:
        held = json.loads(line)
    except ValueError:
        return None
    if not isinstance(held, dict):
        return None
    return {name: "" if value is None else str(value).strip() for name, value in held.items()}


def _table(text: str) -> Iterator[Row]:
    header = text.partition("\n")[0]
    separator = max(",;\t", key=header.count)
    read = csv.reader(io.StringIO(text), delimiter=separator)
    names = [one.strip() for one in next(read, [])]
    for number, cells in enumerate(read, 2):
        if any(one.strip() for one in cells):
            written = separator.join(cells)
            whole = len(cells) == len(names)
            yield Row(number, written, dict(zip(names, map(str.strip, cells), strict=True)) if whole else None)
