"""The words of a provision's own phrase: its noun phrases up to the anchor, and what stands right after."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ceasefire.coding.anchors import Anchor
from ceasefire.coding.clauses import NOMINAL
from ceasefire.coding.name_words import apart
from ceasefire.coding.words import words

_LONGEST = 16  # words, a name being one, of a phrase that a quote takes in after the provision's name
_OWN_CLAUSES = frozenset({"relcl", "advcl", "acl"})
_OTHER_THINGS = frozenset({"relcl", "conj", "cc", "punct", "nsubj", "nsubjpass", "advcl", "ccomp"})


def phrase(anchor: Anchor) -> list[Token]:
    """The tokens of the noun phrases from the topic up to its anchor, without relative clauses about them."""
    indexes = set(range(anchor.topic.start, anchor.topic.end))
    for head in (anchor.topic.head, *anchor.carriers):
        indexes |= {token.i for token in _noun_phrase(head)}
    if anchor.token.dep_ in {"dobj", "nsubj", "nsubjpass", "pobj"}:
        indexes |= {token.i for token in _adjuncts(anchor.token)}
    if anchor.kind == "talks":  # "talks on a truce at sea *and a lasting peace*": the other thing talked about
        indexes -= {token.i for other in _beside(anchor.topic.head) for token in other.subtree}
    doc = anchor.topic.head.doc
    return [doc[index] for index in sorted(indexes)]


def _beside(head: Token) -> list[Token]:
    return [dependant for dependant in head.children if dependant.dep_ == "conj"]


def phrase_end(anchor: Anchor) -> int:
    """The last token of the topic's own phrase, for the quote: "talks *in the Middle East*"."""
    last, end = anchor.topic.end - 1, anchor.topic.end
    sentence, doc = anchor.topic.head.sent, anchor.topic.head.doc
    for token in phrase(anchor):
        if last < token.i and apart(doc, end, token.i) <= _LONGEST and sentence.start <= token.i < sentence.end:
            last = token.i
    while last >= end and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    return last


def coordinated(head: Token) -> Iterator[Token]:
    """What is coordinated with the topic: "military aid *and intelligence*"."""
    for dependant in head.children:
        if dependant.dep_ == "conj" and dependant.pos_ in NOMINAL:
            yield from _below(dependant)


def _noun_phrase(head: Token) -> Iterator[Token]:
    yield head
    for dependant in head.children:
        if dependant.dep_ not in _OTHER_THINGS:
            yield from _below(dependant)


def _below(token: Token) -> Iterator[Token]:
    """The token and what hangs below it, without clauses of their own."""
    waiting = [token]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += [dependant for dependant in one.children if dependant.dep_ not in _OWN_CLAUSES]


def _adjuncts(token: Token) -> Iterator[Token]:
    """Prepositional phrases of the governing verb that stand right after the phrase: "for 30 days", "at sea"."""
    for dependant in token.head.children:
        if dependant.dep_ == "prep" and dependant.i > token.i and dependant.lower_ in words("grammar", "adjunct"):
            yield from dependant.subtree
