"""Words that take up a provision named before: "rejected *the proposal*", "will agree to *it*", "*the truce* holds"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from spacy.tokens import Doc, Token

from ceasefire.coding.acts import act_of
from ceasefire.coding.anchors import Anchor, anchor, is_carrier, role, taken
from ceasefire.coding.name_words import apart
from ceasefire.coding.texts import words_of
from ceasefire.coding.topic import HALTS, Topic
from ceasefire.coding.words import words

_REACH = 60  # words back, a name being one, to what a pointing word takes up


def pointing(doc: Doc, named: list[Anchor]) -> list[Anchor]:
    """The pointing words near after a provision, `named` in the order of their heads; talks are not pointed at."""
    known = taken(named)
    things = [one for one in named if one.topic.category != "talks"]
    heads = [one.topic.head.i for one in things]
    found = []
    for token in words_of(doc):
        before = bisect_left(heads, token.i) - 1
        if token.i in known or before < 0 or apart(doc, heads[before], token.i) >= _REACH:
            continue
        if _points_as_noun(token) or _points_as_it(token):
            meant = things[before].topic
            if is_carrier(token, "halting") and meant.category not in HALTS:
                continue
            found.append(anchor(Topic(meant.category, token, token.i, token.i + 1, refers=meant)))
    return found


def recalled(kept: list[Anchor], mentions: list[Anchor]) -> list[Anchor]:
    """ "The truce", with nothing more, is the halt that the text named last, with its limits.

    `mentions` are in the order of their first words.
    """
    halts = [
        one for one in mentions if one.topic.category in HALTS and not one.topic.doing and len(_phrase(one.topic)) > 2
    ]
    starts = [one.topic.start for one in halts]
    return [_recalling(one, halts, starts) for one in kept]


def _recalling(one: Anchor, halts: list[Anchor], starts: list[int]) -> Anchor:
    phrase = _phrase(one.topic)
    if one.topic.category != "ceasefire" or one.topic.doing or len(phrase) != 2 or not _points(phrase[0]):
        return one
    before = bisect_left(starts, one.topic.head.i) - 1
    while before >= 0 and halts[before].topic.head.i >= one.topic.head.i:
        before -= 1
    if before < 0:
        return one
    meant = halts[before].topic
    return replace(one, topic=replace(one.topic, category=meant.category, refers=meant))


def _phrase(topic: Topic) -> list[Token]:
    return list(topic.head.subtree)


def _points(token: Token) -> bool:
    return token.lower_ in words("grammar", "pointers")


def _points_as_noun(token: Token) -> bool:
    if token.pos_ != "NOUN" or not is_carrier(token, "pointing"):
        return False
    if token.i + 1 < len(token.doc) and token.nbor().pos_ == "ADP" and is_carrier(token, "halting"):
        return False  # "the pause on deliveries" says itself of what
    return token.dep_ == "appos" or any(_points(dependant) for dependant in token.children)


def _points_as_it(token: Token) -> bool:
    """ "will agree to *it*", "rejected *it*"."""
    if token.lower_ != "it" or token.dep_ not in {"dobj", "pobj"}:
        return False
    step = role(token)
    return step is not None and act_of(step[0], "provision", step[1]) in {"accept", "reject"}
