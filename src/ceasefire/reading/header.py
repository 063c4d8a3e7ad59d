"""What stands above a text and is about it: front matter between "---" lines, or a block of "Key: value" lines.

The block is cut from the text and kept beside it, field by field; nothing in it is coded as if a party had said it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ceasefire.reading.dates import said
from ceasefire.vocabulary import load
from ceasefire.when import UNKNOWN, When

_LINE = re.compile(r"(?:# ?)?([A-Za-z][A-Za-z_ -]{0,30}?)[ \t]*:[ \t]+(\S.*)")
# Between the rules of front matter may also stand empty keys, lists, comments and blank lines.
_FRONT_MATTER = re.compile(r"[A-Za-z][\w -]*:.*|\s+\S.*|- .*|#.*|\s*")
_RULE = re.compile(r"-{3,}[ \t]*")


@dataclass(frozen=True, slots=True)
class Header:
    """The fields of a header in their order, and the text that is left below it."""

    fields: tuple[tuple[str, str], ...]
    text: str

    def get(self, meaning: str) -> str:
        """The value of the first key that means this ("title", "publisher"…), or ""."""
        values = {_plain(key): value for key, value in reversed(self.fields)}
        return next((values[key] for key in _keys()[meaning] if values.get(key)), "")

    @property
    def published(self) -> When:
        words = self.get("published")
        return said(words, "metadata") if words else UNKNOWN


def split(text: str) -> Header:
    """The header of a text and the text itself; without a header the text is given back untouched.

    Front matter opens and closes with a line of three hyphens. A block of "Key: value" lines ends with
    such a line or a blank one, and counts only when one of its keys is known, so that a dialogue stays text.
    """
    lines = text.split("\n")
    first = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    fenced = first < len(lines) and _RULE.fullmatch(lines[first]) is not None
    start = first + 1 if fenced else first
    end = start
    inside = _FRONT_MATTER if fenced else _LINE
    while end < len(lines) and inside.fullmatch(lines[end]):
        end += 1
    fields = tuple(_field(line) for line in lines[start:end] if _LINE.fullmatch(line))
    closed = end < len(lines) and (_RULE.fullmatch(lines[end]) or (not fenced and not lines[end].strip()))
    known = {key for keys in _keys().values() for key in keys}
    if not closed or not any(_plain(key) in known for key, _ in fields):
        return Header((), text)
    return Header(fields, "\n".join(lines[end + 1 :]).lstrip("\n"))


def _field(line: str) -> tuple[str, str]:
    found = _LINE.fullmatch(line)
    assert found is not None
    value = found[2].strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return found[1].strip(), value


def _plain(key: str) -> str:
    return re.sub(r"[_\s-]+", " ", key).strip().lower()


@cache
def _keys() -> dict[str, list[str]]:
    keys: dict[str, list[str]] = load("publication")["header"]
    return keys
