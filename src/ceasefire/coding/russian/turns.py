"""Who is speaking where in a transcript: "В.Иванов: …" opens a turn."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ceasefire.vocabulary import load

_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_PERSON = rf"(?:[А-ЯЁ]\.\s?){{1,2}}(?P<name>{_SURNAME})(?:\s+(?P=name)[^.:!?]{{0,160}})?"


@dataclass(frozen=True, slots=True)
class Turn:
    """text[start:end] is what one speaker says; the label before it is text[label:label_end].

    `name` is the surname in the label, "" for one who only asks.
    """

    start: int
    end: int
    label: int
    label_end: int
    name: str


def turns(text: str) -> list[Turn]:
    """The turns of a transcript in order; none where no label stands."""
    found = list(_label().finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)]
    return [
        Turn(
            match.end(),
            end,
            match.start("who"),
            match.start("who") + len(match["who"].rstrip()),
            match.group("name") or "",
        )
        for match, end in zip(found, ends, strict=False)
    ]


def turn_at(found: Sequence[Turn], offset: int) -> Turn | None:
    """The turn in which an offset lies."""
    at = bisect_right(found, offset, key=lambda turn: turn.start) - 1
    return found[at] if at >= 0 and offset < found[at].end else None


@cache
def _label() -> re.Pattern[str]:
    askers = "|".join(word.capitalize() for word in load("russian/roles")["askers"])
    return re.compile(rf"(?<![\w.«])(?P<who>{_PERSON}|(?:{askers}))\s?(?:\([^)]{{1,60}}\)\s?)?:\s")
