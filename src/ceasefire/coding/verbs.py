"""What the small words around a verb say of it: denied, to come, or no more than supposed."""

from __future__ import annotations

from spacy.tokens import Token

from ceasefire.coding.clauses import OBJECTS, PASSIVE_SUBJECTS, SUBJECTS, VERBAL
from ceasefire.coding.words import words


def is_negated(verb: Token) -> bool:
    """ "did not agree", "has never agreed", "no deal" as its object or subject."""
    for dependant in verb.children:
        if dependant.dep_ == "neg" or dependant.lower_ in words("grammar", "denying"):
            return True
        if dependant.dep_ in OBJECTS | SUBJECTS | PASSIVE_SUBJECTS and any(
            inner.lower_ == "no" and inner.dep_ in {"det", "neg"} for inner in dependant.children
        ):
            return True
    return verb.dep_ == "xcomp" and _is_still_to(verb.head)


def _is_still_to(verb: Token) -> bool:
    """ "has *yet* to agree"."""
    return any(d.lower_ in words("grammar", "pending") and d.dep_ == "advmod" for d in verb.children)


def auxiliaries(verb: Token) -> set[str]:
    """The lower-case auxiliaries of a verb, those of the verb it is coordinated with where it has none."""
    while True:
        own = {d.lower_.replace("'ll", "will") for d in verb.children if d.dep_ in {"aux", "auxpass"}}
        if own or verb.dep_ != "conj" or verb.head.pos_ not in VERBAL or verb.tag_ != "VB":
            return own
        verb = verb.head


def has_auxiliary(verb: Token, group: str) -> bool:
    """One of the verb's auxiliaries is in a group of vocabulary/grammar.yaml: "future", "planned"."""
    return bool(auxiliaries(verb) & words("grammar", group))
