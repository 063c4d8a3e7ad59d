"""Where a provision holds, by the places that its words name."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from ceasefire.coding.anchors import Anchor
from ceasefire.coding.clauses import VERBAL
from ceasefire.coding.words import words


def places(tokens: Iterable[Token]) -> tuple[str, ...]:
    """Places named after "in", "across", "around", "near"."""
    return tuple(sorted({_name(token) for token in tokens if _is_place(token)}))


def shared_water(anchor: Anchor) -> tuple[str, ...]:
    """The sea at the end of a list of actions, the first about ships: "open lanes and clear mines *in the sea*"."""
    verb = anchor.topic.head if anchor.topic.verbal else anchor.token.head
    if anchor.topic.category != "navigation" or verb.pos_ not in VERBAL:
        return ()
    listed = [one for one in verb.children if one.dep_ == "conj" and one.pos_ in VERBAL and one.i > anchor.token.i]
    inside = sorted(token.i for one in listed[-1:] for token in one.subtree if not token.is_punct)
    last = verb.doc[inside[-1]] if inside else verb
    return (_name(last),) if _is_place(last) and _is_water(_name(last)) else ()


def venues(area: tuple[str, ...]) -> tuple[str, ...]:
    """Of the places beside talks those where one can meet: what lies in a sea or a strait is what they are about."""
    return tuple(place for place in area if not _is_water(place))


def _is_water(place: str) -> bool:
    return not words("scopes", "waters").isdisjoint(place.lower().split(" "))


def _is_place(token: Token) -> bool:
    return token.dep_ == "pobj" and token.pos_ == "PROPN" and token.head.lower_ in words("grammar", "area")


def _name(token: Token) -> str:
    before = [left for left in token.lefts if left.dep_ in {"compound", "amod", "det"} and left.lower_ != "the"]
    return " ".join([*(word.text for word in before), token.text])
