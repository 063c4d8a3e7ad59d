"""What a rule finds when it holds a claim against an incident."""

from __future__ import annotations

from dataclasses import dataclass

from ceasefire.monitoring.claims.saying import says

EXCLUDED, FITS, MAY, SILENT = "excluded", "fits", "may", "silent"


@dataclass(frozen=True, slots=True)
class Finding:
    """`state` is "excluded", "fits", "may" (`words` speak against it) or "silent". The less `rank`, the better."""

    state: str
    words: str = ""
    rank: int = 0


NOT_THE_SAME = Finding(EXCLUDED)
NOTHING = Finding(SILENT)


def fits(how: str, rank: int = 0, **facts: object) -> Finding:
    """It fits, in the words of the vocabulary."""
    return Finding(FITS, says("fits", how, **facts), rank)


def may(how: str, rank: int = 0, **facts: object) -> Finding:
    """It may fit, and this speaks against it."""
    return Finding(MAY, says("against", how, **facts), rank)
