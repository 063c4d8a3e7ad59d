"""The lists of the vocabulary as sets of words, each made once a process."""

from __future__ import annotations

from functools import cache

from ceasefire.vocabulary import load


@cache
def words(file: str, *keys: str) -> frozenset[str]:
    """The list of vocabulary/<file>.yaml that the keys lead to: `words("grammar", "pointers")`."""
    found = load(file)
    for key in keys:
        found = found[key]
    return frozenset(found)


@cache
def act_words(group: str) -> frozenset[str]:
    """The list of vocabulary/acts.yaml that is called so: "attacks", "meeting", "joint"."""
    return frozenset(next(entry[group] for entry in load("acts") if group in entry))
