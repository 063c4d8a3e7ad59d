"""Where an event took place, as its own phrase names it; a dateline is no place of an event."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from ceasefire.coding.clauses import child
from ceasefire.coding.names import is_time
from ceasefire.coding.scene import Scene
from ceasefire.coding.words import words


def place_of(scene: Scene, noun: Token | None, heads: Iterable[Token]) -> tuple[str, tuple[int, ...]]:
    """The place after "in" or "at" beside the words of the event, else the town before its noun; with its words."""
    for head in heads:
        for one in head.children:
            if one.dep_ == "prep" and one.lower_ in words("events", "placing"):
                inner = child(one, "pobj")
                if inner is not None and _is_place(scene, inner):
                    return _named(scene, inner)
    if noun is not None:
        towns = [one for one in noun.lefts if one.dep_ in {"compound", "nmod"} and _is_place(scene, one)]
        before = {mention.how for one in noun.lefts for mention in scene.cast.at(one)}
        if len(towns) == 1 and before <= {"capital"}:
            return _named(scene, towns[0])
    return "", ()


def _is_place(scene: Scene, token: Token) -> bool:
    """A name that is no person's, body's or time's."""
    if token.pos_ != "PROPN" or is_time(token) or not token.text[:1].isupper():
        return False
    return all(mention.how in {"name", "capital"} for mention in scene.cast.at(token)) and not any(
        scene.cast.parties.kind(mention.party) == "organisation" for mention in scene.cast.at(token)
    )


def _named(scene: Scene, token: Token) -> tuple[str, tuple[int, ...]]:
    """ "Riyadh, Saudi Arabia": the name with the land in which it lies."""
    first = min([token.i, *(one.i for one in token.lefts if one.dep_ == "compound")])
    land = child(token, "appos")
    last = land.i if land is not None and _is_place(scene, land) and land.i - token.i <= 3 else token.i
    start, end = scene.doc[first].idx, scene.doc[last].idx + len(scene.doc[last])
    return " ".join(scene.text[start:end].split()), tuple(range(first, last + 1))
