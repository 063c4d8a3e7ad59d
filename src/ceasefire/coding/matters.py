"""What a condition is about, where its words name no provision: "while the town is *besieged*"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token

from ceasefire.coding.conditions import Price
from ceasefire.coding.phrases import stems
from ceasefire.coding.unnamed import OTHER
from ceasefire.vocabulary import load


def matter(doc: Doc, price: Price) -> str:
    """The category of the first word in the condition that tells one."""
    known = _categories("matters")
    for token in doc[price.start : price.end]:
        if token.pos_ in {"NOUN", "VERB", "ADJ", "PROPN"}:
            found = next((known[form] for form in stems(token) if form in known), None)
            if found is not None:
                return found
    return OTHER


def tells(token: Token) -> str:
    """The category of what is bargained over that a word of a bargain tells, none for most words."""
    if token.pos_ not in {"NOUN", "VERB"}:
        return ""
    known = _categories("bargained")
    return next((known[form] for form in stems(token) if form in known), "")


@cache
def _categories(group: str) -> dict[str, str]:
    return {word: category for category, words in load("conditions")[group].items() for word in words}
