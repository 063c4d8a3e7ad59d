"""A title for a text that carries none apart: the line that reads like a headline."""

from __future__ import annotations

from ceasefire.reading.dates import in_lines
from ceasefire.when import UNKNOWN

_LOOKED_AT = 8
_LONGEST = 160


def headline_of(text: str) -> str:
    """A short line that stands twice among the first lines, or else a first line without a full stop; "" for none.

    Scraped pages often put a summary first and the headline, twice, below it.
    """
    lines = [line for line in (line.strip() for line in text[:8000].split("\n")) if line]
    top = lines[:_LOOKED_AT]
    for line in top:
        if _like_a_headline(line) and top.count(line) > 1:
            return line
    if len(lines) > 1 and _like_a_headline(lines[0]) and in_lines(lines[0]) == UNKNOWN:
        return _bare(lines[0])
    return ""


def _like_a_headline(line: str) -> bool:
    words = line.split()
    return 2 <= len(words) <= 25 and len(line) <= _LONGEST and line[-1] not in ".;:,…" and line[0] not in "-*•["


def _bare(line: str) -> str:
    """A headline without the marks that Markdown puts before it."""
    return line.lstrip("#").strip()
