"""Who does what a verb says: its own subject, or the one that it shares with another verb or is controlled by."""

from __future__ import annotations

from spacy.tokens import Token

from ceasefire.coding.clauses import (
    NOMINAL,
    PASSIVE_SUBJECTS,
    SUBJECTS,
    VERBAL,
    agent,
    child,
    is_passive,
    possessor,
    up,
)
from ceasefire.coding.words import act_words, words


def doer(verb: Token) -> Token | None:
    """Who acts: the agent of a passive, the subject of an active verb."""
    return agent(verb) if is_passive(verb) else subject(verb)


def subject(verb: Token) -> Token | None:
    """The verb's subject, wherever in the sentence the grammar finds it."""
    lender: Token | None = verb
    while lender is not None:
        own = _own(lender)
        if own is not None:
            return own
        who, lender = _borrowed(lender)
        if who is not None:
            return who
    return None


def _own(verb: Token) -> Token | None:
    own = child(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
    if own is None:
        return None
    if own.lower_ in words("grammar", "relative") and verb.dep_ == "relcl":
        return verb.head
    return own if own.tag_ != "EX" else None


def _borrowed(verb: Token) -> tuple[Token | None, Token | None]:
    """Who does it, or the verb above whose subject does: each step climbs, so that the search ends."""
    head = verb.head
    if head == verb:
        return None, None
    match verb.dep_:
        case "conj" | "advcl" | "dep" | "parataxis":
            return None, head if head.pos_ in VERBAL else None
        case "ccomp" if verb.tag_ not in {"VB", "VBG"}:
            return None, None
        case "xcomp" | "ccomp":
            return _controller(head)
        case "acl" if verb.tag_ == "VB":
            return possessor(head), next((above for above in up(head) if above.pos_ in VERBAL), None)
        case "acl" | "relcl":
            return (head, None) if not is_passive(verb) else (None, None)
        case "pcomp" | "prep" | "pobj":
            return _controller(head.head if head.dep_ in {"prep", "agent"} else head)
        case _:
            return None, None


def _controller(verb: Token) -> tuple[Token | None, Token | None]:
    """ "urge Iran to stop", "accuse Iran of breaking": the object; "agreed to stop": the verb's subject."""
    if verb.pos_ == "ADJ" and verb.head.pos_ in VERBAL:
        return None, verb.head
    if verb.pos_ in NOMINAL:
        return possessor(verb), verb.head if verb.head.pos_ in VERBAL else None
    base = verb.lemma_.lower()
    controlled = child(verb, "dobj", "dative") if base in act_words("controlling") else None
    if controlled is not None:
        return controlled, None
    for preposition in verb.children:
        if preposition.dep_ == "prep" and f"{base} {preposition.lower_}" in act_words("controlling_through"):
            return child(preposition, "pobj"), None
    return None, verb
