"""Which statements are about making a pause longer, or ending it, by the words that they use."""

from __future__ import annotations

import re
from functools import cache

from ceasefire.coding.statement import Statement
from ceasefire.vocabulary import load

_WORD = re.compile(r"\w+")


def speaks_of_prolonging(one: Statement) -> bool:
    """ "Refused to extend the truce": not the truce is refused. That it *can* be extended is a term of it."""
    return not one.scope.extendable and _has(one.quote, "prolonging")


def speaks_of_ending(one: Statement) -> bool:
    """Whether the words say that it ends, and not only that it stops for a while."""
    return _has(one.quote, "ending")


def _has(words: str, group: str) -> bool:
    folded, beginnings = words.casefold(), _beginnings(group)
    if not any(one in folded for one in beginnings):
        return False
    return any(word.startswith(beginnings) for word in _WORD.findall(folded))


@cache
def _beginnings(group: str) -> tuple[str, ...]:
    return tuple(load("pauses")[group])
