"""From a lemma of the vocabulary to every word that the model could take for a form of it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from ceasefire.coding.model import model

_POS = ("verb", "noun", "adj", "adv")


def forms(lemmas: Iterable[str]) -> frozenset[str]:
    """Every small-letter word whose lemma, or whose stem (`phrases.stems`), may be one of these; more, never fewer."""
    return frozenset().union(*map(_forms, lemmas))


@cache
def _forms(lemma: str) -> frozenset[str]:
    """The rules of the lemmatizer read backwards, and its exceptions."""
    endings = {(old, new) for pos in _POS for old, new in _table("lemma_rules").get(pos, ())} | {
        ("s", ""),
        ("ies", "y"),
    }
    found = {lemma} | {lemma.removesuffix(new) + old for old, new in endings if lemma.endswith(new)}
    return frozenset(found | _exceptional().get(lemma, set()))


@cache
def _exceptional() -> dict[str, set[str]]:
    """Lemma → words that the lemmatizer's tables, or the rules of `lemmas`, list for it."""
    found: dict[str, set[str]] = {}
    for pos in _POS:
        for word, lemmas in _table("lemma_exc").get(pos, {}).items():
            for lemma in lemmas:
                found.setdefault(lemma, set()).add(word)
    ruler: Any = model().get_pipe("attribute_ruler")
    for rule in ruler.patterns:
        for pattern in rule["patterns"]:
            said = pattern[rule["index"]].get("LOWER", ())
            for word in (said,) if isinstance(said, str) else said.get("IN", ()) if isinstance(said, dict) else ():
                found.setdefault(str(rule["attrs"].get("LEMMA", word)).lower(), set()).add(word)
    return found


@cache
def _table(name: str) -> Any:
    lemmatizer: Any = model().get_pipe("lemmatizer")
    return lemmatizer.lookups.get_table(name)
