"""A bargain whose own words name no provision: "will not *sit down* with them until the *captives* are home"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ceasefire.coding.anchors import Anchor
from ceasefire.coding.claim import Claim, Deed, each
from ceasefire.coding.claims_price import is_laid_down, laid_down_by
from ceasefire.coding.clauses import VERBAL
from ceasefire.coding.conditions import Price, clause_condition, phrase_condition
from ceasefire.coding.matters import matter, tells
from ceasefire.coding.scene import Scene
from ceasefire.coding.texts import words_of
from ceasefire.coding.topic import Topic
from ceasefire.coding.unnamed import OTHER


def bargained(scene: Scene) -> Iterator[Claim]:
    """A side lays down that it will, or will not, do one thing unless another is done, and both can be told."""
    for verb in words_of(scene.doc):
        found = _bargain(verb)
        if found is None:
            continue
        word, price = found
        told = scene.anchors_in(price.start, price.end) or matter(scene.doc, price) != OTHER
        if not told or _is_named(scene, _own_words(verb, price)):
            continue
        who, actors = laid_down_by(scene, verb)
        topic = Topic(tells(word), word, word.i, word.i + 1, doing=True)
        one = Anchor(topic, word, "talks" if topic.category == "talks" else "doing")
        yield from each(scene, one, actors, Deed("condition", verb, actor=who, price=price))


def bargains(doc: Doc) -> bool:
    """A bargain is laid down in the text, whoever does so."""
    return any(_bargain(verb) is not None for verb in words_of(doc))


def _bargain(verb: Token) -> tuple[Token, Price] | None:
    """The word that tells what is bargained over, and the condition, where the verb lays down a bargain."""
    if verb.pos_ not in VERBAL or not is_laid_down(verb):
        return None
    price = clause_condition((verb,)) or phrase_condition((verb,))
    if price is None or price.holds(verb):
        return None
    word = next((token for token in _own_words(verb, price) if tells(token)), None)
    return None if word is None else (word, price)


def _own_words(verb: Token, price: Price) -> list[Token]:
    """The words of the clause without its condition: the verb first, then the rest in the order of the text."""
    rest = [token for token in verb.subtree if token != verb and not price.holds(token)]
    return [verb, *rest]


def _is_named(scene: Scene, own: list[Token]) -> bool:
    places = {token.i for token in own}
    return any(one.topic.head.i in places for one in scene.anchors_beside(own[0]))
