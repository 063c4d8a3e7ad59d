"""How firmly a claim is made: hedged, planned, hypothetical, said not to have happened."""

from __future__ import annotations

from ceasefire.coding.russian.claim import Claim
from ceasefire.coding.russian.phrases import group
from ceasefire.coding.russian.word import Word
from ceasefire.vocabulary import load

_CARRIED_OUT = frozenset({"implement", "consult", "mediate", "suspend"})


def modality(claim: Claim) -> str:
    """One of the codebook's five, by the words of the act's clause."""
    if claim.modality:
        return claim.modality
    clause = claim.view.clause(claim.words[0])
    words = [claim.view.words[i] for i in clause.words]
    if any(word.text.lower() in group("modality", "hypothetical") for word in words):
        return "hypothetical"
    if any(word.lemma in group("modality", "tentative") for word in words if abs(word.i - claim.words[0]) <= _NEAR):
        return "tentative"
    if claim.act in _CARRIED_OUT and any(_to_come(word) for word in words):
        return "planned"
    return "actual"


_NEAR = 5


def _to_come(word: Word) -> bool:
    return (
        word.feats.get("Tense") == "Fut"
        or word.text.lower() in load("russian/modality")["future"]
        or word.lemma in group("modality", "planned")
    )
