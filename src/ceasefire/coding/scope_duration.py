"""For how long a provision is to hold, as ISO 8601, or "lasting" where it is without end."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Token

from ceasefire.coding.words import words
from ceasefire.vocabulary import load


def duration(tokens: list[Token]) -> str:
    """A number of days or the like in the phrase: "a 30-day pause" → "P30D", "a lasting truce" → "lasting"."""
    if not tokens:
        return ""
    inside = " ".join(token.lower_ for token in tokens)
    return _in_one_word(tokens, inside) or _counted(inside) or _without_end(inside)


def _in_one_word(tokens: list[Token], inside: str) -> str:
    """ "month-long", "weekend": where the words between the phrase's ends hold it and it begins in the phrase."""
    text = tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text.lower()
    for word, length in load("scopes")["durations"]["words"].items():
        if word.split("-")[0] in inside and re.search(rf"\b{re.escape(word)}\b", text):
            return str(length)
    return ""


def _counted(inside: str) -> str:
    """ "for 30 days", "72-hour", "three weeks": the first unit that a number stands before."""
    table = load("scopes")["durations"]
    for match in _count().finditer(re.sub(r"\s*-\s*", "-", inside)):
        number = str(table["numbers"].get(match[1], match[1]))
        if number.isdigit():
            return str(table["units"][match[2]]).replace("#", number)
    return ""


def _without_end(inside: str) -> str:
    """ "lasting", "open-ended": words of the phrase, hyphens closed up again."""
    said = set(re.sub(r"\s*-\s*", "-", inside).split())
    return "" if said.isdisjoint(words("scopes", "durations", "lasting")) else "lasting"


@cache
def _count() -> re.Pattern[str]:
    units = "|".join(load("scopes")["durations"]["units"])
    return re.compile(rf"(\d+|[a-z]+)[\s-]+({units})s?\b")
