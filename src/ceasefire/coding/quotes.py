"""The shortest run of words that carries a claim, as offsets in the text."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from ceasefire.coding.clauses import NOMINAL
from ceasefire.coding.statement import Span

_OUTSIDE = frozenset(",;:-–—")


def quote(doc: Doc, tokens: Iterable[int]) -> Span:
    """From the phrase that the first of the tokens belongs to up to the last, inside the last one's sentence."""
    indexes = sorted(tokens)
    end = indexes[-1]
    start = max(_phrase_start(doc, indexes[0]), doc[end].sent.start)
    while start < end and (doc[start].is_space or doc[start].text in _OUTSIDE or _only_opens(doc[start])):
        start += 1
    return Span(doc[start].idx, doc[end].idx + len(doc[end]))


def _only_opens(word: Token) -> bool:
    """The "that" of what is reported."""
    return word.dep_ == "mark" and word.lower_ == "that"


def _phrase_start(doc: Doc, first: int) -> int:
    """Back over the determiners, adjectives and names that belong to the first word's own phrase."""
    while first > 0 and (_describes(doc[first - 1], first) or _joins(doc, first)):
        first -= 1
    return first


def _describes(left: Token, first: int) -> bool:
    modifies = left.dep_ in {"det", "amod", "nummod", "compound", "advmod"}
    return modifies and left.head.i >= first and left.head.pos_ in NOMINAL


def _joins(doc: Doc, first: int) -> bool:
    """A hyphen or a quotation mark inside the phrase: "the *-* brokered truce", "the "*temporary" truce"."""
    if first < 2 or doc[first - 2].head.i < first:
        return False
    mark = doc[first - 1]
    return mark.text == "-" or (mark.is_quote and doc[first - 2].dep_ in {"det", "amod"})
