"""What a rule finds when it holds a claim against an incident."""

from __future__ import annotations

from dataclasses import dataclass

from ceasefire.monitoring.claims.saying import says

EXCLUDED, FITS, MAY, ECHO, SILENT = "excluded", "fits", "may", "echo", "silent"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule finds; the less `rank`, the better.

    `state` is "excluded"; "fits"; "may" (`words` speak against it); "echo" (what is reported may be the claim itself);
    "silent".
    """

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


def echo(how: str, **facts: object) -> Finding:
    """The report may only pass the claim on."""
    return Finding(ECHO, says("against", how, **facts), 1)
