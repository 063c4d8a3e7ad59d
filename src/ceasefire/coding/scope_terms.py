"""How a halt may be made longer, and what releases the sides from it, by the words of its sentence."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from ceasefire.coding.anchors import Anchor
from ceasefire.coding.phrases import Phrases, lemma
from ceasefire.coding.statement import BREACH, BY_AGREEMENT, EXTENDABLE
from ceasefire.coding.words import words
from ceasefire.vocabulary import load


def extendable(anchor: Anchor) -> str:
    """ "a pause, which can be extended by mutual agreement": after the halt, in its own sentence."""
    for token in _after(anchor):
        longer = lemma(token) in words("scopes", "extending")
        if longer and any(child.lower_ in words("scopes", "allowing") for child in token.children):
            return BY_AGREEMENT if _agreed(token) else EXTENDABLE
    return ""


def ends_if(anchor: Anchor) -> str:
    """ "either side is released from it if the other breaks it"."""
    after = _after(anchor)
    released = any(lemma(token) in words("scopes", "releasing") for token in after)
    broken = any(lemma(token) in _breaking() for token in after)
    return BREACH if released and broken else ""


def _after(anchor: Anchor) -> list[Token]:
    sentence = anchor.topic.head.sent
    return [token for token in sentence if token.i >= anchor.topic.end]


def _agreed(token: Token) -> bool:
    inside = sorted(token.subtree, key=lambda one: one.i)
    return any(_agreement().at(one.doc, one.i) is not None for one in inside)


@cache
def _agreement() -> Phrases[str]:
    return Phrases({name: name for name in load("scopes")["by_agreement"]})


@cache
def _breaking() -> frozenset[str]:
    entry = next(one for one in load("acts") if "breaching" in one)
    return frozenset(entry["breaching"])
