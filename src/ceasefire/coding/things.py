"""What an action is done to, or who does it by moving: the noun phrases around a word of doing."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ceasefire.coding.clauses import NOMINAL, child, is_passive
from ceasefire.coding.names import is_full_name
from ceasefire.coding.phrases import Phrases, lemma, stems
from ceasefire.coding.subjects import subject
from ceasefire.coding.words import words

_OUTCOMES = frozenset({"ccomp", "xcomp", "acomp", "oprd", "prt", "advmod"})
_DONE_TO = frozenset({"dobj", "nsubjpass", "compound", "poss", "dative", "amod"})


def thing_in(thing: Token, known: Phrases[bool]) -> tuple[int, int] | None:
    """The known thing that a noun phrase is headed by, or that modifies its head."""
    for start in range(max(thing.left_edge.i, thing.i - 3), thing.i + 1):
        match = known.at(thing.doc, start)
        if match is not None and match[0] >= thing.i + 1:
            return start, match[0]
    return None


def done_to(action: Token, verbal: bool) -> list[Token]:
    """What the action is done to, whether it stands as an object, a passive subject or after a preposition."""
    things = [dependant for dependant in action.children if dependant.dep_ in _DONE_TO]
    for dependant in action.children:
        if dependant.dep_ in {"prep", "agent", "prt"}:
            inner = child(dependant, "pobj", "pcomp")
            if inner is not None:
                things += [inner, *_inner(inner)]
        if dependant.dep_ in {"dobj", "nsubjpass"}:
            things += _inner(dependant)
        if dependant.dep_ in {"xcomp", "pcomp"} and dependant.tag_ == "VBG":
            things.append(dependant)
    outcome = outcome_of(action)
    if outcome is not None:
        things += [d for d in outcome.children if d.dep_ in {"nsubj", "dobj"}]
    if verbal and _takes_up_its_head(action):
        things.append(action.head)
    return things


def outcome_of(verb: Token) -> Token | None:
    """What a light verb brings about: "lets them *go*", "sets them *free*"."""
    outcomes = words("topics", "carriers", "outcomes")
    if lemma(verb) not in words("topics", "carriers", "light"):
        return None
    return next((d for d in verb.children if d.dep_ in _OUTCOMES and d.lower_ in outcomes), None)


def _takes_up_its_head(verb: Token) -> bool:
    """ "the prisoners *freed* yesterday", "the prisoners whom it freed": not where it has an object of its own."""
    return verb.dep_ in {"acl", "relcl"} and not child(verb, "dobj")


def doers(verb: Token, verbal: bool) -> list[Token]:
    """Who does what is done by moving: "*troops* withdraw", "the *convoy* entered"; a noun's own modifiers for one."""
    own = [part for d in verb.children if d.dep_ == "nsubj" for part in (d, *_inner(d))]
    if verbal and verb.dep_ in {"xcomp", "conj", "ccomp"} and not own:
        who = subject(verb)
        own = [who] if who is not None else []
    elif verbal and verb.dep_ in {"acl", "relcl"}:
        own = [verb.head]
    return own


def is_captive(thing: Token, persons: bool) -> bool:
    """Somebody described as held ("the *captured* pilot"); with `persons`, any named one, or "them" named before."""
    if persons and thing.dep_ in {"dobj", "nsubjpass"}:
        return is_full_name(thing) or thing.lower_ in words("grammar", "persons")
    if thing.pos_ not in NOMINAL:
        return False
    held = words("topics", "prisoner-release", "held")
    return any(form in held for d in thing.children if d.dep_ in {"amod", "acl", "relcl"} for form in stems(d))


def is_rescue(verb: Token) -> bool:
    """Captives freed in a raid, by troops or by a court are none of a deal's (codebook)."""
    near = [*verb.subtree, *((verb.head,) if verb.dep_ in {"conj", "advcl"} else ())]
    if any(lemma(token) in words("topics", "prisoner-release", "by_force") for token in near):
        return True
    who = None if is_passive(verb) else subject(verb)
    rescuers = words("topics", "prisoner-release", "rescuers")
    return who is not None and lemma(who) in rescuers and lemma(verb) in words("topics", "prisoner-release", "freeing")


def _inner(held: Token) -> Iterator[Token]:
    """ "freed 700 *of its prisoners*", "a group *of hostages*", "supplied the rebels *with drones*"."""
    for preposition in held.children:
        if preposition.dep_ != "prep" or preposition.lower_ not in words("grammar", "inner"):
            continue
        counted = held.pos_ == "NUM" or any(form in words("grammar", "quantities") for form in stems(held))
        if counted or preposition.lower_ in words("grammar", "means"):
            inner = child(preposition, "pobj")
            if inner is not None:
                yield inner
