"""Whether an event took place, is planned, or is only wished for, by the verb that tells of it."""

from __future__ import annotations

from spacy.tokens import Token

from ceasefire.coding.clauses import FINITE, VERBAL, child, clause_of
from ceasefire.coding.phrases import lemma
from ceasefire.coding.verbs import auxiliaries, is_negated
from ceasefire.coding.words import words

HELD, PLANNED, NEITHER = "held", "planned", ""


def firmness(verb: Token) -> str:
    """HELD, PLANNED, or NEITHER for what is denied, wished for, refused or a mere supposition."""
    if is_negated(verb) or _is_supposed(verb):
        return NEITHER
    helping = auxiliaries(verb)
    if helping & words("events", "planned"):
        return PLANNED
    if helping & words("events", "supposed"):
        return PLANNED if helping & words("events", "reported") and verb.dep_ == "ccomp" else NEITHER
    if "to" in helping:
        return _intended(verb)
    if verb.tag_ == "VB" and verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        return firmness(verb.head)
    if verb.tag_ == "VB":  # the tagger's word for the present of a plural; an order has no subject
        return HELD if verb.dep_ == "ROOT" and not helping and child(verb, "nsubj") is not None else NEITHER
    if verb.tag_ == "VBG" and not helping:
        return _beside(verb)
    return HELD if verb.tag_ in FINITE | {"VBN", "VBG"} else NEITHER


def _intended(verb: Token) -> str:
    """ "*agreed* to meet", "is to meet", "*continued* to meet": what the verb above makes of an infinitive."""
    above = verb.head
    if verb.dep_ == "conj" and above.pos_ in VERBAL:
        return firmness(above)
    if lemma(above) in words("events", "planning") and firmness_of_clause(above) == HELD:
        return PLANNED
    if lemma(above) == "be" and verb.dep_ in {"xcomp", "ccomp"}:
        return PLANNED
    if lemma(above) in words("events", "holding") and verb.dep_ == "xcomp":
        return firmness(above)
    return NEITHER


def _beside(verb: Token) -> str:
    """ "*after* meeting Putin": done where a preposition sets the deed in it; "*before* meeting" is still to come."""
    opener = verb.head
    if verb.dep_ == "pcomp" and opener.lower_ in words("events", "during"):
        return HELD
    return NEITHER


def firmness_of_clause(word: Token) -> str:
    """The firmness of the clause in which the word stands; of "is due to" that of the verb that carries it."""
    verb = word if word.pos_ in VERBAL else clause_of(word)
    if verb.pos_ not in VERBAL:
        return NEITHER
    return firmness(verb)


def _is_supposed(verb: Token) -> bool:
    """ "*if* they meet", "*denied* that they had met", "will meet *only if*"."""
    if any(one.dep_ in {"mark", "advmod"} and one.lower_ in words("events", "supposing") for one in verb.children):
        return verb.dep_ in {"advcl", "ccomp", "acl", "relcl"}
    if verb.dep_ == "ccomp" and lemma(verb.head) in words("events", "denying"):
        return True
    above = verb
    while above.dep_ in {"xcomp", "conj", "pcomp", "prep"} and above.head != above:
        above = above.head
    return any(
        clause.dep_ == "advcl"
        and any(one.lower_ in words("events", "supposing") - {"until", "once"} for one in clause.children)
        for clause in above.children
    )
