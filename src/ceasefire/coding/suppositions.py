"""What opens a condition ("if", "as long as", "the moment", "should they"), and what is no more than supposed."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from ceasefire.coding.clauses import child, up
from ceasefire.coding.names import is_time
from ceasefire.coding.phrases import lemma
from ceasefire.coding.words import words


@dataclass(frozen=True, slots=True)
class Opening:
    """The first word of a condition clause and the word that tells which kind it is: "long" in "as long as"."""

    first: Token
    telling: str


def opening(dependant: Token) -> Opening | None:
    """How a verb's dependant opens a condition, None where it opens none; "even if" opens none."""
    if dependant.dep_ == "prep":
        inner = child(dependant, "pcomp", "pobj")
        if inner is None or is_time(inner):
            return None
        known = dependant.lower_ in words("conditions", "clause_prepositions")
        return Opening(dependant, dependant.lower_) if known else None
    if dependant.dep_ == "advmod" and dependant.lower_ in words("conditions", "comparing"):
        return _compared(dependant)
    if lemma(dependant) in words("conditions", "moment") and child(dependant, "relcl", "acl") is not None:
        return Opening(dependant.left_edge, "moment")
    return _conjunction(dependant) if dependant.dep_ == "advcl" else None


def is_supposed(token: Token) -> bool:
    """The token stands in a clause that is no more than a condition: "if Hamas disarms", "until they leave"."""
    for verb in (token, *up(token)):
        if verb.dep_ == "advcl" and any(
            d.dep_ in {"mark", "advmod"} and d.i < verb.i and _supposes(d) for d in verb.children
        ):
            return True
        if verb.dep_ == "advcl" and (_is_inverted(verb) or verb.head.lower_ in words("conditions", "comparing")):
            return True
        if verb.dep_ == "relcl" and lemma(verb.head) in words("conditions", "moment"):
            return True
        if verb.dep_ in {"pcomp", "pobj"} and _supposes(verb.head):
            return True
    return False


def is_only_after(word: Token) -> bool:
    """ "only *after* they leave", "only *when* they leave"; "can only begin *after* they leave"."""
    if word.lower_ not in words("conditions", "only"):
        return False
    before = word.i > 0 and word.nbor(-1).lower_ == "only"
    return before or any(d.lower_ == "only" for d in word.head.head.lefts)


def _compared(adverb: Token) -> Opening | None:
    """ "as *long* as", "so *long* as", "as *soon* as"."""
    held = next((d for d in adverb.children if d.dep_ == "advcl" and child(d, "mark") is not None), None)
    return Opening(adverb.left_edge, adverb.lower_) if held is not None else None


def _conjunction(clause: Token) -> Opening | None:
    for dependant in clause.children:
        if dependant.i > clause.i or dependant.dep_ not in {"mark", "advmod"}:
            continue
        if dependant.lower_ in words("conditions", "clause") and not _is_even(dependant):
            return Opening(dependant, dependant.lower_)
        if is_only_after(dependant):
            return Opening(dependant, "only")
        if dependant.lower_ in words("conditions", "with_perfect") and clause.tag_ == "VBN":
            return Opening(dependant, dependant.lower_)
    return Opening(clause.left_edge, "should") if _is_inverted(clause) else None


def _is_even(conjunction: Token) -> bool:
    """ "even *if* they ask": what happens anyway."""
    return conjunction.i > 0 and conjunction.nbor(-1).lower_ in words("conditions", "anyway")


def _is_inverted(clause: Token) -> bool:
    """ "*should* they attack", "*were* they to leave": an auxiliary first, and no conjunction."""
    first = clause.left_edge
    return (
        first.lower_ in words("conditions", "inverted")
        and first.head == clause
        and first.dep_ in {"aux", "auxpass"}
        and any(d.dep_ in {"nsubj", "nsubjpass"} and d.i > first.i for d in clause.children)
    )


def _supposes(word: Token) -> bool:
    return word.lower_ in words("conditions", "supposing") or is_only_after(word)
