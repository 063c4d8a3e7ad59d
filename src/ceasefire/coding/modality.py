"""How firmly a statement is made: actual, tentative, planned, hypothetical or negated."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from ceasefire.coding.clauses import auxiliaries, is_negated
from ceasefire.coding.phrases import lemma
from ceasefire.vocabulary import load


@cache
def _words(modality: str, kind: str) -> frozenset[str]:
    return frozenset(load("modality").get(modality, {}).get(kind, ()))


def is_hedged(word: Token, start: int, end: int) -> bool:
    """ "tentatively", "in principle", "may", "is considering", "openness" between the words or on the verb."""
    doc = word.doc
    if _words("tentative", "auxiliaries") & auxiliaries(word) or lemma(word) in _words("tentative", "verbs"):
        return True
    if word.pos_ == "ADJ" and lemma(word) in _words("tentative", "adjectives"):
        return True
    near = {token.lower_ for token in doc[max(start, word.sent.start) : end]} | {
        child.lower_ for child in word.children
    }
    if near & _words("tentative", "words"):
        return True
    text = doc[start:end].text.lower()
    return any(phrase in text for phrase in _words("tentative", "phrases"))


def is_planned(verbs: tuple[Token, ...]) -> bool:
    """ "plans to", "is expected to", "will begin": on any verb of the chain."""
    return any(
        lemma(verb) in _words("planned", "verbs") or bool(auxiliaries(verb) & _words("planned", "auxiliaries"))
        for verb in verbs
    )


def modality(act: str, word: Token, verbs: tuple[Token, ...], start: int, end: int) -> str:
    """The modality of an act by the word that makes it and the verbs it reaches through."""
    if is_negated(word):
        return "negated"
    if is_hedged(word, start, end):
        return "tentative"
    if act in {"implement", "consult", "mediate", "accept"} and is_planned((word, *verbs)):
        return "planned"
    if auxiliaries(word) & _words("hypothetical", "auxiliaries"):
        return "hypothetical"
    return "actual"
