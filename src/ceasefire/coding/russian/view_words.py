"""Small questions about the words around a word."""

from __future__ import annotations

from ceasefire.coding.russian.clauses import Clause
from ceasefire.coding.russian.phrases import group
from ceasefire.coding.russian.word import Word


def near(words: list[Word], i: int, most: int) -> list[Word]:
    """The words up to so many places on either side."""
    return [word for j, word in enumerate(words) if j != i and abs(j - i) <= most]


def is_denied(words: list[Word], i: int) -> bool:
    """ "не" stands before the word, or before the auxiliary before it."""
    before = [words[j] for j in range(max(0, i - 3), i)]
    for word in reversed(before):
        if word.text.lower() in group("modality", "negation"):
            return True
        if word.pos not in {"AUX", "ADV"} and word.lemma not in group("grammar", "auxiliary"):
            return False
    return False


def preposition(words: list[Word], i: int) -> int | None:
    """The index of the preposition right before the noun phrase of words[i], past its adjectives."""
    for j in range(i - 1, max(-1, i - 7), -1):
        if words[j].pos == "ADP":
            return j
        participle = words[j].pos == "VERB" and words[j].feats.get("VerbForm") == "Part" and not words[j].short
        inside = words[j].pos in {"ADJ", "DET", "NUM", "CCONJ", "PRON"} or words[j].text in '«»"'
        if not (inside or participle):
            return None
    return None


def is_supposed(words: list[Word], clause: Clause) -> bool:
    """The clause is a mere supposition: "если …"."""
    return clause.opener is not None and words[clause.opener].lemma in group("grammar", "supposing")


def in_case(words: list[Word], i: int) -> bool:
    """The word hangs from "в случае": nothing is said to have happened."""
    for j in range(i - 1, max(-1, i - 9), -1):
        if words[j].verbal:
            return False
        if words[j].lemma in group("conditions", "case_noun"):
            return True
    return False
