"""Reports, and rows that cannot be used, as lines of JSON, as CSV that no spreadsheet executes, or as text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from itertools import islice
from typing import Any

from ceasefire.monitoring.importing.kept import Imported
from ceasefire.monitoring.report import Report
from ceasefire.monitoring.table import row_of, schema
from ceasefire.publishing.exports.csv_form import cell_out
from ceasefire.publishing.inert import shortened
from ceasefire.publishing.putting import put
from ceasefire.publishing.wording import phrase

AT_ONCE = 1000


def put_reports(reports: Iterable[tuple[Report, int]], form: str) -> None:
    """Each report with its repeats, a line each."""
    rows = (row_of(*one) for one in reports)
    _put(_csv(rows, schema().names) if form == "csv" else (_json(_opened(one)) for one in rows))


def put_unusable(files: Iterable[Imported], form: str) -> None:
    """Each row that cannot be used, with its file."""
    rows = ({"file": one.file, **asdict(row)} for one in files for row in one.unusable())
    if form == "csv":
        _put(_csv(rows, ["file", "source", "number", "reason", "detail", "row"]))
    elif form == "jsonl":
        _put(_json(row) for row in rows)
    else:
        _put(phrase("incidents.row", **{**row, "row": shortened(row["row"], 120)}) + "\n" for row in rows)


def _opened(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "codes": json.loads(row["codes"])}


def _json(row: Mapping[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, default=str) + "\n"


def _csv(rows: Iterable[Mapping[str, Any]], names: list[str]) -> Iterator[str]:
    yield _line(names)
    for row in rows:
        yield _line([cell_out(row[name] if isinstance(row[name], _PLAIN) else str(row[name])) for name in names])


_PLAIN = (str, int, float, list, type(None))


def _line(cells: list[str]) -> str:
    held = io.StringIO(newline="")
    csv.writer(held, lineterminator="\r\n").writerow(cells)
    return held.getvalue()


def _put(lines: Iterable[str]) -> None:
    waiting = iter(lines)
    while some := "".join(islice(waiting, AT_ONCE)):
        put(some)
