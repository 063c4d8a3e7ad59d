"""The text of a new case.yaml, from the template that explains every key."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from importlib.resources import files

from ceasefire.publishing.inert import one_line

_PLAIN = re.compile(r"[^\W\d_][\w ./-]*\w", re.UNICODE)
_TAKEN = re.compile(r"(?i)y|n|yes|no|on|off|true|false|null")


def case_text(title: str, parties: Sequence[str] = (), sources: Sequence[str] = ()) -> str:
    """case.yaml with these values and, for what is not given, commented examples."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, autoescape=False
    )
    environment.filters["yaml"] = in_yaml
    template = files("ceasefire.publishing").joinpath("templates/case.yaml.j2").read_text(encoding="utf-8")
    return environment.from_string(template).render(
        title=title, parties=list(dict.fromkeys(parties)), sources=list(dict.fromkeys(sources))
    )


def in_yaml(words: str) -> str:
    """A text as one value of YAML: as it stands where that is safe, else in double quotes."""
    text = one_line(words)
    return text if _PLAIN.fullmatch(text) and not _TAKEN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
