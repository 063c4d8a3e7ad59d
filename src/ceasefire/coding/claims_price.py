"""The provision is made to depend on something: "a truce *would require* an end to arms deliveries"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ceasefire.coding.anchors import Anchor
from ceasefire.coding.claim import Claim, Deed, each
from ceasefire.coding.clauses import child
from ceasefire.coding.conditions import Price, clause_condition, precondition, required
from ceasefire.coding.governors import subject_position
from ceasefire.coding.scene import Scene
from ceasefire.coding.verbs import auxiliaries, is_negated
from ceasefire.coding.words import words


def made_to_depend(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """It requires something, something is a precondition for it, or it would be "only if"."""
    verb, wanted = one.token.head, None
    if subject_position(one):
        wanted = required(verb)
    elif one.token.dep_ == "pobj":
        noun = one.token.head.head
        verb, wanted = noun.head, precondition(noun)
    elif one.token.dep_ != "attr" or child(verb, "expl") is None:
        return
    if wanted is None:
        yield from _depending(scene, one, verb)
        return
    speaker, _ = scene.speaker(verb)
    actors = (speaker,) if speaker is not None else scene.between(one)
    firmness = "negated" if is_negated(verb) else "actual"
    yield from each(scene, one, actors, Deed("condition", verb, firmness, price=_price(wanted)))


def _price(wanted: Token) -> Price:
    """The words of what is required, without the clauses that only comment on it."""
    doc, start, end = wanted.doc, wanted.left_edge.i, wanted.right_edge.i + 1
    for token in doc[wanted.i : end]:
        if token.dep_ in {"relcl", "advcl", "appos"} and token.head.i >= wanted.i:
            end = token.left_edge.i
            break
    while end > start + 1 and doc[end - 1].is_punct:
        end -= 1
    return Price(start, end)


def _depending(scene: Scene, one: Anchor, verb: Token) -> Iterator[Claim]:
    """The speaker says on what the provision hangs: "a truce would be possible only if", "no truce unless"."""
    price = clause_condition((verb,)) or clause_condition((one.token,))
    if price is None or price.holds(one.topic.head):
        return
    if not is_negated(verb) and not auxiliaries(verb) & words("conditions", "laying_down"):
        return
    speaker, _ = scene.speaker(verb)
    if speaker is not None and scene.is_side(speaker):
        yield from each(scene, one, (speaker,), Deed("condition", verb, price=price))
