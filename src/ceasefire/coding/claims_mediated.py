"""Who stands between the sides: brokers, hosts, guarantors, messengers."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ceasefire.coding.acts import act_of
from ceasefire.coding.anchors import Anchor, is_carrier
from ceasefire.coding.cast import Role
from ceasefire.coding.claim import Claim
from ceasefire.coding.clauses import agent, child, clause_of, up
from ceasefire.coding.scene import Scene, distinct
from ceasefire.coding.subjects import subject
from ceasefire.coding.words import words


def mediated(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """A third party brokers or hosts: "talks mediated by Oman", "a Qatar-mediated truce", "via Pakistan"."""
    for noun in dict.fromkeys(one.nouns):
        for dependant in noun.children:
            if dependant.dep_ in {"acl", "relcl", "amod"} and act_of(dependant, one.kind, "object") == "mediate":
                brokers = scene.parties(agent(dependant)) or distinct(
                    role for left in dependant.lefts for role in scene.parties(left)
                )
                yield from brokering(one, dependant, brokers)
            if dependant.dep_ == "prep" and dependant.lower_ in words("grammar", "brokered"):
                yield from brokering(one, dependant, scene.parties(child(dependant, "pobj")))
    yield from _named_mediators(scene, one)


def _named_mediators(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """ "*Mediators* Qatar and Egypt presented the plan": named as such in the clause of the provision."""
    verb = clause_of(one.token)
    for token in one.topic.head.sent:
        if token.lower_ not in words("topics", "carriers", "brokers") or token in one.nouns:
            continue
        if token.dep_ in {"nsubj", "appos", "pobj", "compound", "dobj"} and clause_of(token) in (verb, *up(verb)):
            yield from brokering(one, token, _mediators(scene, token))


def mediating(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """Mediation is what is spoken of: "is engaged in ceasefire mediation efforts", "backs Oman as a mediator"."""
    noun = next((noun for noun in (*one.carriers, one.token) if is_carrier(noun, "mediate")), None)
    if noun is None:
        return
    brokers = _mediators(scene, noun)
    if not brokers and noun.dep_ == "pobj" and noun.head.lower_ == "as":
        brokers = scene.parties(child(noun.head.head, "dobj"))
    yield from brokering(one, noun, brokers or scene.parties(subject(clause_of(noun))))


def brokering(one: Anchor, word: Token, brokers: tuple[Role, ...]) -> Iterator[Claim]:
    """One claim of mediating for each broker."""
    tokens = (word.left_edge.i, word.right_edge.i, one.topic.start, one.topic.end - 1)
    for role in brokers:
        yield Claim(role, "mediate", one.topic.category, one, word, "actual", tokens)


def _mediators(scene: Scene, noun: Token) -> tuple[Role, ...]:
    return scene.owners(noun) or scene.parties(noun) or scene.parties(child(noun, "appos"))
