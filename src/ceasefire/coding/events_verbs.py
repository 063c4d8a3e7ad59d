"""Events told by a verb: "A met B", "A and B spoke", "A phoned B", "A and B signed a truce"."""

from __future__ import annotations

from spacy.tokens import Token

from ceasefire.coding.clauses import agent, child, is_passive, joined
from ceasefire.coding.events_held import firmness
from ceasefire.coding.events_sides import facing, own_sides, parties_of, with_whom
from ceasefire.coding.events_told import Told, acting
from ceasefire.coding.phrases import lemma
from ceasefire.coding.scene import Scene
from ceasefire.coding.statement import CALL, MEETING, SIGNING, TALKS
from ceasefire.coding.words import words


def by_verb(scene: Scene, verb: Token) -> Told | None:
    """The event that a verb tells of by itself, with its subject and the other side."""
    return _by_phone(scene, verb) or _met(scene, verb) or _signed(scene, verb)


def _met(scene: Scene, verb: Token) -> Told | None:
    """ "A met B", "A and B met", "A spoke with B", "A phoned B", "A discussed it with B"."""
    base = lemma(verb)
    kind = next((kind for kind in (MEETING, TALKS, CALL) if base in words("events", "verbs", kind)), "")
    discusses = base in words("events", "discussing")
    if is_passive(verb) or not (kind or discusses):
        return None
    if discusses:
        return Told(verb, verb, TALKS, acting(scene, verb) | with_whom(scene, verb), firmness(verb))
    met = child(verb, "dobj")
    if met is not None and kind == TALKS:
        return None
    others = parties_of(scene, [met]) if met is not None else facing(scene, verb)
    if (met is not None and not others and not _is_aside(verb, met)) or (kind == CALL and not others):
        return None
    return Told(verb, verb, kind, acting(scene, verb) | others, firmness(verb))


def _is_aside(verb: Token, noun: Token) -> bool:
    """ "meet in Oslo, *the seat of the prize*": behind a comma, and no object of the verb."""
    return any(token.text == "," for token in verb.doc[verb.i : noun.i])


def _by_phone(scene: Scene, verb: Token) -> Told | None:
    """Any verb of what one says to another, done by telephone: "thanked its president by telephone"."""
    if not any(_is_phone(one) for one in verb.children):
        return None
    others = parties_of(scene, [child(verb, "dobj", "dative")]) | facing(scene, verb)
    return Told(verb, verb, CALL, acting(scene, verb) | others, firmness(verb))


def _is_phone(word: Token) -> bool:
    inner = (
        child(word, "pobj") if word.dep_ in {"prep", "agent"} and word.lower_ in words("events", "by_phone") else None
    )
    return inner is not None and lemma(inner) in words("events", "phones")


def _signed(scene: Scene, verb: Token) -> Told | None:
    """ "A and B signed a truce", "A signed an accord with B", "an accord was signed by A and B"."""
    if lemma(verb) not in words("events", "signing"):
        return None
    passive = is_passive(verb)
    paper = child(verb, "nsubjpass") if passive else child(verb, "dobj")
    if paper is None or not any(lemma(one) in words("events", "papers") for one in joined(paper)):
        return None
    who = parties_of(scene, [agent(verb)]) if passive else acting(scene, verb)
    sides = who | with_whom(scene, verb, paper) | own_sides(scene, paper)
    return Told(verb, verb, SIGNING, sides, firmness(verb), paper) if who else None
