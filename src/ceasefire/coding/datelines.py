"""Where a dateline ends: "DOHA, 21 August (Harbour Wire) - " says where the text was written and nothing else."""

from __future__ import annotations

import re
from functools import lru_cache

_PLACES = r"[A-ZÀ-Þ][A-ZÀ-Þ.’'-]{2,}(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.’'-]*)*(?:, [A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+)*)?"
_WHEN = r"(?:,? (?:\d{1,2}(?:st|nd|rd|th)? )?[A-ZÀ-Þ][a-z]{2,8}\.?(?: \d{1,2})?(?:,? \d{4})?)?"
_DATELINE = re.compile(rf"{_PLACES}{_WHEN}(?: \([^()\n]{{2,40}}\))?\s?[-–—:]+\s")


def dateline_length(passage: str) -> int:
    """How many characters of a passage are its dateline: 0 where it has none."""
    found = _DATELINE.match(passage)
    return found.end() if found else 0


@lru_cache(maxsize=128)
def datelines(text: str) -> list[tuple[int, int]]:
    """The (start, end) of every dateline at the start of a line; the list is shared by all who ask."""
    found = []
    start = 0
    for line in text.splitlines(keepends=True):
        length = dateline_length(line)
        if length:
            found.append((start, start + length))
        start += len(line)
    return found
