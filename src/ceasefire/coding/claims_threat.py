"""A return to war is threatened unless something is done: the halt is what is made to depend."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ceasefire.coding.anchors import anchor
from ceasefire.coding.claim import Claim, Deed, each
from ceasefire.coding.claims_price import laid_down_by
from ceasefire.coding.clauses import child
from ceasefire.coding.conditions import Price, around, clause_condition, phrase_condition
from ceasefire.coding.phrases import lemma
from ceasefire.coding.scene import Scene
from ceasefire.coding.texts import words_of
from ceasefire.coding.topic import Topic
from ceasefire.coding.verbs import auxiliaries, is_negated
from ceasefire.coding.words import words


def threatened(scene: Scene) -> Iterator[Claim]:
    """ "will resume its attacks unless they withdraw", "is prepared to go back to war if the talks fail"."""
    for verb in words_of(scene.doc):
        found = _threat(verb)
        if found is None:
            continue
        thing, price = found
        one = anchor(Topic("ceasefire", verb, verb.i, thing.i + 1, doing=True, verbal=True))
        who, actors = laid_down_by(scene, verb)
        yield from each(scene, one, actors, Deed("condition", verb, actor=who, price=price))


def threatens(doc: Doc) -> bool:
    """A return to war hangs on something in the text, whoever says so."""
    return any(_threat(verb) is not None for verb in words_of(doc))


def _threat(verb: Token) -> tuple[Token, Price] | None:
    """What is taken up again, and the condition, where the verb threatens it."""
    if verb.pos_ != "VERB" or lemma(verb) not in words("conditions", "resuming"):
        return None
    thing, chain = _war(verb), around((verb,))
    price = clause_condition(chain) or phrase_condition(chain[::-1]) if thing is not None else None
    if thing is None or price is None or price.holds(verb) or not any(map(_is_threat, chain)):
        return None
    return thing, price


def _war(verb: Token) -> Token | None:
    """What is taken up again, as the verb's object or behind "to"."""
    held = child(verb, "dobj")
    for dependant in (verb, *verb.children):
        preposition = child(dependant, "prep")
        if held is None and preposition is not None and preposition.lower_ == "to":
            held = child(preposition, "pobj")
    return held if held is not None and lemma(held) in words("conditions", "warring") else None


def _is_threat(verb: Token) -> bool:
    if is_negated(verb):
        return False
    laid_down = auxiliaries(verb) & words("conditions", "laying_down")
    return bool(laid_down) or lemma(verb) in words("conditions", "threatening")
