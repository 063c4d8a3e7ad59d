"""Names of places compared through their spellings: Kharkiv, Kharkov and Харків are one."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ceasefire.coding.party_index import fold
from ceasefire.monitoring.places import bare
from ceasefire.vocabulary import load


@lru_cache(maxsize=1 << 16)
def spelled(name: str) -> str:
    """What spellings of a name have in common; "" for no name. Words for kinds of area and of place fall away."""
    words = [word for word in bare(name).split() if word.strip(".,") not in _settlements()]
    letters = load("spellings")["letters"]
    return _by("rules", fold("".join(letters.get(one, one) for one in " ".join(words))))


@lru_cache(maxsize=1 << 16)
def loosely(name: str) -> str:
    """The same without endings, which differ between languages and cases."""
    return _by("endings", spelled(name))


def _by(group: str, name: str) -> str:
    for rule, instead in _rules(group):
        name = rule.sub(instead, name)
    return name


@cache
def _settlements() -> frozenset[str]:
    return frozenset(load("claims")["areas"]["settlement"])


@cache
def _rules(group: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), instead) for pattern, instead in load("spellings")[group])
