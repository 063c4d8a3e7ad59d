"""The provision is made to depend on something: "a truce *would require* an end to arms deliveries"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ceasefire.coding.anchors import Anchor
from ceasefire.coding.cast import Role
from ceasefire.coding.claim import Claim, Deed, each
from ceasefire.coding.clauses import VERBAL, is_passive, up
from ceasefire.coding.conditions import clause_condition, phrase_condition
from ceasefire.coding.governors import subject_position
from ceasefire.coding.modality import is_hedged
from ceasefire.coding.phrases import lemma
from ceasefire.coding.required import precondition, price_words, required
from ceasefire.coding.scene import Scene
from ceasefire.coding.subjects import subject
from ceasefire.coding.verbs import auxiliaries, is_negated
from ceasefire.coding.words import words

_BELOW = frozenset({"xcomp", "acl", "pcomp", "prep", "pobj", "dobj", "acomp", "attr", "nsubj", "nsubjpass", "advmod"})

_NOMINAL_LINKS = frozenset({"compound", "amod", "poss", "conj", "appos"})


def made_to_depend(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """It requires something, or something is a precondition for it."""
    verb, wanted = one.token.head, None
    if subject_position(one):
        wanted = required(verb)
    elif one.token.dep_ == "pobj":
        noun = one.token.head.head
        verb, wanted = noun.head, precondition(noun)
    elif one.token.dep_ == "attr" and one.token in one.carriers:
        wanted = precondition(one.token)  # "is a condition of the accord"
    if wanted is None:
        return
    speaker, _ = scene.speaker(verb)
    actors = (speaker,) if speaker is not None else scene.between(one)
    firmness = "negated" if is_negated(verb) else "actual"
    yield from each(scene, one, actors, Deed("condition", verb, firmness, price=price_words(wanted)))


def hanging(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """No word takes a stance, but its clause hangs on a condition: "no truce unless", "troops will stay until"."""
    verbs = _clause(one)
    if not verbs:
        return
    price = clause_condition(verbs) or phrase_condition(verbs)
    if price is None or price.holds(one.topic.head) or not is_laid_down(verbs[-1]):
        return
    who, actors = laid_down_by(scene, verbs[-1])
    firmness = "tentative" if is_hedged(verbs[-1], verbs[-1].i, verbs[-1].i + 1) else "actual"
    yield from each(scene, one, actors, Deed("condition", verbs[-1], firmness, who, price=price))


def _clause(one: Anchor) -> tuple[Token, ...]:
    """The verbs from the provision up to the finite one of its clause."""
    found = []
    for token in (one.topic.head, *up(one.topic.head)):
        if token.pos_ in VERBAL:
            found.append(token)
            if token.dep_ not in _BELOW:
                break
        elif token.dep_ not in _BELOW | _NOMINAL_LINKS:
            break
    return tuple(found)


def is_laid_down(verb: Token) -> bool:
    """The clause says what is to be or not to be: "would", "will", "no talks", "stay shut"."""
    return is_negated(verb) or bool(auxiliaries(verb) & words("conditions", "laying_down")) or _stays(verb)


def _stays(verb: Token) -> bool:
    return lemma(verb) in words("conditions", "staying")


def laid_down_by(scene: Scene, verb: Token) -> tuple[Token | None, tuple[Role, ...]]:
    """Who lays it down: the party that is to do it, else the side that says so."""
    who = None if is_passive(verb) else subject(verb)
    sides = tuple(role for role in scene.parties(who) if scene.is_side(role))
    if sides:
        return who, sides
    speaker, _ = scene.speaker(verb)
    return None, (speaker,) if speaker is not None and scene.is_side(speaker) else ()
