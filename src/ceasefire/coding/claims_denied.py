"""A party denies what is said about a provision: "denies that talks took place", "dismissed reports of a truce"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ceasefire.coding.acts import act_of
from ceasefire.coding.anchors import Anchor, is_carrier
from ceasefire.coding.claim import Claim, Deed, each
from ceasefire.coding.clauses import up
from ceasefire.coding.scene import Scene
from ceasefire.coding.subjects import doer
from ceasefire.coding.verbs import is_negated


def denied(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """The provision stands in what is denied, and nothing else in it is named nearer to the verb."""
    verb = _denying(one)
    if verb is None:
        return
    depth = _steps(one.token, verb)
    nearer = (other for other in scene.anchors_beside(verb) if other != one and _denying(other) == verb)
    if any((_steps(other.token, verb), other.token.i) < (depth, one.token.i) for other in nearer):
        return
    yield from each(scene, one, scene.parties(doer(verb)), Deed("deny", verb, actor=doer(verb)))


def is_denied(one: Anchor) -> bool:
    """The provision stands in what somebody denies, so that it is not said to be."""
    return _denying(one) is not None


def _denying(one: Anchor) -> Token | None:
    """The verb that denies: above a clause of its own, or above a report or a charge."""
    for token in (one.token, *up(one.token)):
        above = token.head
        if token.dep_ == "ccomp" and _is(above, "deny"):
            return above
        reported = is_carrier(token, "charges") and token != one.topic.head and token.dep_ == "dobj"
        if reported and (_is(above, "deny") or _is(above, "reject")):
            return above
    return None


def _is(verb: Token, act: str) -> bool:
    return verb.pos_ == "VERB" and act_of(verb, "provision", "object") == act and not is_negated(verb)


def _steps(token: Token, verb: Token) -> int:
    return next((steps for steps, above in enumerate(up(token)) if above == verb), 0)
