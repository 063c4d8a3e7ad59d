"""What a condition is about, where its words name no provision: "while the town is *besieged*"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from ceasefire.coding.conditions import Price
from ceasefire.coding.phrases import stems
from ceasefire.coding.unnamed import OTHER
from ceasefire.vocabulary import load


def matter(doc: Doc, price: Price) -> str:
    """The category of the first word in the condition that tells one."""
    known = _categories()
    for token in doc[price.start : price.end]:
        if token.pos_ in {"NOUN", "VERB", "ADJ", "PROPN"}:
            found = next((known[form] for form in stems(token) if form in known), None)
            if found is not None:
                return found
    return OTHER


@cache
def _categories() -> dict[str, str]:
    return {word: category for category, words in load("conditions")["matters"].items() for word in words}
