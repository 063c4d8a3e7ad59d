"""The brief as JSON, with everything in it, and back: `"format": "ceasefire-brief/1"`."""

from __future__ import annotations

import dataclasses
import json
import types
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from ceasefire.errors import InputError
from ceasefire.publishing.brief import Brief
from ceasefire.publishing.inert import json_text

FORMAT = "ceasefire-brief/1"


def to_json(brief: Brief) -> str:
    """The brief as JSON text; the same brief gives the same text."""
    return json_text(json.dumps({"format": FORMAT, **_plain(brief)}, ensure_ascii=False, indent=1)) + "\n"


def from_json(text: str) -> Brief:
    """A brief from the JSON that `to_json` wrote. Raises InputError when it is of another format."""
    held = json.loads(text)
    found = held.pop("format", None) if isinstance(held, dict) else None
    if found != FORMAT:
        raise InputError(f"cannot read a brief of format {found!r}: this program reads {FORMAT!r}")
    brief: Brief = _typed(Brief, held)
    return brief


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


def _typed(kind: Any, value: Any) -> Any:
    """A value of JSON as the type that a field asks for."""
    if get_origin(kind) in (Union, types.UnionType):
        return None if value is None else _typed(next(one for one in get_args(kind) if one is not type(None)), value)
    if get_origin(kind) is tuple:
        inner = get_args(kind)
        kinds = [inner[0]] * len(value) if inner[-1] is Ellipsis else inner
        return tuple(_typed(one, item) for one, item in zip(kinds, value, strict=True))
    if dataclasses.is_dataclass(kind):
        made: Any = kind
        return made(**{name: _typed(_hints(made)[name], item) for name, item in value.items()})
    return value


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
