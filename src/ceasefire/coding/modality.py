"""How firmly a statement is made: actual, tentative, planned, hypothetical or negated."""

from __future__ import annotations

from spacy.tokens import Token

from ceasefire.coding.phrases import lemma
from ceasefire.coding.verbs import auxiliaries, is_negated
from ceasefire.coding.words import words


def is_hedged(word: Token, start: int, end: int) -> bool:
    """ "tentatively", "in principle", "may", "is considering", "openness" between the words or on the verb."""
    doc = word.doc
    if words("modality", "tentative", "auxiliaries") & auxiliaries(word) or lemma(word) in words(
        "modality", "tentative", "verbs"
    ):
        return True
    if word.pos_ == "ADJ" and lemma(word) in words("modality", "tentative", "adjectives"):
        return True
    near = {token.lower_ for token in doc[max(start, word.sent.start) : end]} | {
        child.lower_ for child in word.children
    }
    if near & words("modality", "tentative", "words"):
        return True
    text = doc[start:end].text.lower()
    return any(phrase in text for phrase in words("modality", "tentative", "phrases"))


def is_planned(verbs: tuple[Token, ...]) -> bool:
    """ "plans to", "is expected to", "will begin": on any verb of the chain."""
    return any(
        lemma(verb) in words("modality", "planned", "verbs")
        or bool(auxiliaries(verb) & words("modality", "planned", "auxiliaries"))
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
    if auxiliaries(word) & words("modality", "hypothetical", "auxiliaries"):
        return "hypothetical"
    return "actual"
