"""What the small words around a verb say of it: denied, to come, or no more than supposed."""

from __future__ import annotations

from spacy.tokens import Token

from ceasefire.coding.clauses import OBJECTS, PASSIVE_SUBJECTS, SUBJECTS, VERBAL
from ceasefire.coding.words import words


def is_negated(verb: Token) -> bool:
    """ "did not agree", "has never agreed", "no deal" as its object or subject."""
    if _is_left_undone(verb):
        return True
    for dependant in verb.children:
        if dependant.dep_ == "neg" or dependant.lower_ in words("grammar", "denying"):
            return True
        if dependant.dep_ in OBJECTS | SUBJECTS | PASSIVE_SUBJECTS and any(
            inner.lower_ == "no" and inner.dep_ in {"det", "neg"} for inner in dependant.children
        ):
            return True
    return False


def _is_left_undone(verb: Token) -> bool:
    """ "*without* signing", "*failed* to sign", "has *yet* to sign"."""
    if verb.dep_ == "pcomp":
        return verb.head.lower_ == "without"
    if verb.dep_ != "xcomp":
        return False
    return verb.head.lemma_.lower() in words("grammar", "undone") or _is_still_to_come(verb)


def _is_still_to_come(verb: Token) -> bool:
    """ "has *yet* to sign", on whichever of the two verbs the parser hangs the adverb."""
    above, pending = verb.head, words("grammar", "pending")
    if any(d.lower_ in pending and d.dep_ == "advmod" for d in above.children):
        return True
    near = (*verb.children, *above.children) if above.lemma_.lower() == "have" else ()
    return any(d.lower_ in pending for d in near)


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


def is_past(verb: Token) -> bool:
    """It stands in a clause of what was before: "four years *after* the accord was signed"."""
    if verb.dep_ != "advcl":
        return False
    opens = (d for d in verb.children if d.dep_ in {"mark", "advmod"} and d.i > 0)
    past, long_before = words("grammar", "past_background"), words("grammar", "long_before")
    return any(d.lower_ in past and d.nbor(-1).lower_ in long_before for d in opens)
