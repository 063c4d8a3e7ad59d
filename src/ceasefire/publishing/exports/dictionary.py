"""The data dictionary: what every column means, for people (Markdown, CSV) and for programs (Frictionless)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from ceasefire.publishing.exports.csv_form import to_csv
from ceasefire.publishing.exports.tables import Column, Row, Table
from ceasefire.publishing.inert import markdown
from ceasefire.vocabulary import load

FRICTIONLESS = {"text": "string", "date": "string", "list": "array"}
"""Dates are as precise as published, which the Frictionless "date" cannot say: they are strings there."""

COLUMNS = tuple(Column(name, "text", "") for name in ("table", "column", "type", "unit", "meaning"))


def as_markdown(tables: Iterable[Table]) -> bytes:
    """The dictionary for reading."""
    words = load("exports")["words"]
    lines = [f"# {words['dictionary']}", ""]
    for table in tables:
        key = str(words["key"]).format(key=", ".join(f"`{name}`" for name in table.key))
        lines += [f"## {table.name}", "", f"{markdown(table.meaning)} {key}", "", words["head"], "|---|---|---|"]
        lines += [f"| `{one.name}` | {one.kind} | {markdown(one.described)} |" for one in table.columns]
        lines.append("")
    return "\n".join(lines).encode("utf-8")


def as_csv(tables: Iterable[Table]) -> bytes:
    """The dictionary as a table: a line a column."""
    rows: list[Row] = [
        {"table": table.name, "column": one.name, "type": one.kind, "unit": one.unit, "meaning": one.meaning}
        for table in tables
        for one in table.columns
    ]
    return to_csv(COLUMNS, rows)


def as_datapackage(tables: Sequence[Table], title: str, paths: dict[str, str]) -> bytes:
    """A Frictionless data package that describes the CSV files; `paths` by table."""
    package = {
        "profile": "tabular-data-package",
        "name": "ceasefire-record",
        "title": title,
        "resources": [_resource(one, paths[one.name]) for one in tables if one.name in paths],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _resource(table: Table, path: str) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name.replace("_", "-"),
        "path": path,
        "description": table.meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n"},
        "schema": {
            "fields": [
                {
                    "name": one.name,
                    "type": FRICTIONLESS.get(one.kind, one.kind),
                    "description": one.described,
                }
                for one in table.columns
            ],
            "primaryKey": list(table.key),
            "missingValues": [""],
        },
    }
