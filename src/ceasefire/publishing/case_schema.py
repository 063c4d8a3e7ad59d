"""case.yaml for editors and as a page: a JSON Schema and tables of keys, made from the one declaration of its keys."""

from __future__ import annotations

import json
from typing import Any

from ceasefire.record.case_keys import Key, every_class, groups, keys
from ceasefire.vocabulary import load

TEXT: dict[str, Any] = {"type": "string"}
TEXTS: dict[str, Any] = {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}
DATE: dict[str, Any] = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
LENGTH: dict[str, Any] = {
    "type": "string",
    "pattern": r"^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?$",
}


def schema_text() -> str:
    """The JSON Schema of case.yaml; docs/case.schema.json holds it."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "case.yaml",
        **_group("case"),
        "required": ["title"],
        "$defs": {name: _group(name) for name in groups() if name != "case"},
    }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def tables_text() -> str:
    """The tables of docs/case.md: each key of each group, its values and its meaning, and the classes."""
    listed = [f"`{one}`" for one in every_class()]
    return "\n".join([*(_table(name) for name in groups()), "## Classes", "", f"{', '.join(listed)}.", ""])


def _group(name: str) -> dict[str, Any]:
    properties = {key: {**_value(held), "description": held.says} for key, held in keys(name).items()}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _value(key: Key) -> dict[str, Any]:
    ways = [_kind(kind, key) for kind in key.kind.split(" or ")]
    value = ways[0] if len(ways) == 1 else {"anyOf": ways}
    if key.by_name:
        return {"type": "object", "additionalProperties": value}
    if not key.many:
        return value
    return {"anyOf": [value, {"type": "array", "items": value}]}


def _kind(kind: str, key: Key) -> dict[str, Any]:
    if kind in groups():
        return {"$ref": f"#/$defs/{kind}"}
    plain = {"date": DATE, "length": LENGTH, "parties": TEXTS, "classes": _some_of(every_class())}
    if kind in plain:
        return plain[kind]
    if kind in ("notes", "aliases"):
        return {"type": "object", "additionalProperties": TEXTS}
    if key.choices and kind != "party":
        return _some_of(key.choices) if kind == "texts" else {"enum": [*key.choices]}
    return TEXTS if kind == "texts" else TEXT


def _some_of(choices: tuple[str, ...]) -> dict[str, Any]:
    """One of the choices, or a list of them; "other" provisions take any word, so classes are only offered."""
    one: dict[str, Any] = {"enum": list(choices)}
    return {"anyOf": [one, {"type": "array", "items": one}, *([TEXTS] if choices == every_class() else [])]}


def _table(name: str) -> str:
    titles = load("case_keys")["headings"][name]
    rows = [f"| `{key}` | {_values(held)} | {held.says} |" for key, held in keys(name).items()]
    return "\n".join([f"## {titles}", "", "| key | value | meaning |", "|---|---|---|", *rows, ""])


def _values(key: Key) -> str:
    words = load("case_keys")["kinds"]
    parts = [str(words.get(kind, words["group"])) for kind in key.kind.split(" or ")]
    if key.choices and len(key.choices) <= 6:
        named = ", ".join(f"`{one}`" for one in key.choices)
        parts = [*(part for part in parts if part != words["text"]), named]
    return ", or ".join(dict.fromkeys(parts))
