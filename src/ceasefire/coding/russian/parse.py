"""Text → sentences of words: passages, sentences, tokens, grammar.

A line is a passage; so is what stands on either side of a date with a time of day, as pages print it between
a headline and the text, and what follows the label of a speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from ceasefire.coding.russian import models
from ceasefire.coding.russian.lemmas import lemma, lemmas, may_be_verb, short_form
from ceasefire.coding.russian.word import Sentence, Word
from ceasefire.vocabulary import load

_LONGEST = 120  # words of a sentence that the models are given at once


def sentences(text: str, cuts: Iterable[int] = ()) -> list[Sentence]:
    """The sentences of a text, none reaching over a cut (an offset at which a passage begins)."""
    found = list(_split(text, sorted({0, len(text), *cuts, *_passages(text)})))
    # Sentences of like length share a batch, which the models fill up to its longest; what they say is the same.
    by_length = sorted(found, key=lambda sentence: len(sentence.words))
    tokens = [[word.text for word in sentence.words] for sentence in by_length]
    if not tokens:
        return []
    tagged, parsed = models.morphology().map(tokens), models.syntax().map(tokens)
    for sentence, tags, tree in zip(by_length, tagged, parsed, strict=True):
        for word, tag, node in zip(sentence.words, tags.tokens, tree.tokens, strict=True):
            head = int(node.head_id) - 1
            word.head, word.rel = (head if head >= 0 else word.i), str(node.rel)
            _learn(word, tag.pos, dict(tag.feats or {}))
    return found


def _learn(word: Word, pos: str, feats: dict[str, str]) -> None:
    """What the tagger says of a word, held against what the dictionary allows."""
    word.lemmas = lemmas(word.text)
    if pos in {"VERB", "AUX"} and not may_be_verb(word.text):
        pos, feats = "X", {}
    short = short_form(word.text)
    if short and (not word.text[:1].isupper() or word.i == 0):
        either = pos if pos in {"VERB", "ADJ"} else "VERB"
        pos, feats = either if short == "EITHER" else short, {**feats, "Variant": "Short"}
    word.pos, word.feats = pos, feats
    word.lemma = lemma(word.text, pos, feats)


def _split(text: str, cuts: list[int]) -> Iterator[Sentence]:
    from razdel import sentenize, tokenize

    for passage, (start, end) in enumerate(pairwise(cuts)):
        for part in sentenize(text[start:end]):
            words = [
                Word(
                    0,
                    start + part.start + token.start,
                    start + part.start + token.stop,
                    token.text,
                    "",
                    frozenset(),
                    "",
                    {},
                )
                for token in tokenize(part.text)
            ]
            for first in range(0, len(words), _LONGEST):
                some = words[first : first + _LONGEST]
                for i, word in enumerate(some):
                    word.i = i
                yield Sentence(some[0].start, some[-1].end, some, passage)


def _passages(text: str) -> Iterator[int]:
    """Where a passage begins: after a line's end, around a dated line, before the page's own furniture."""
    for match in re.finditer(r"\n+", text):
        yield match.end()
    for match in _dated().finditer(text):
        yield match.start()
        yield match.end()
    for match in _furniture().finditer(text):
        yield match.start()
    for match in re.finditer(r"(?<=[.;:!?\d»])\s+(?=\d{1,2}[.)]\s+[А-ЯЁ])", text):
        yield match.end()


@cache
def _dated() -> re.Pattern[str]:
    months = "|".join(load("russian/dates")["months"])
    return re.compile(rf"\b\d{{1,2}} (?:{months}) \d{{4}} года,? \d{{1,2}}[:.]\d\d\b", re.IGNORECASE)


@cache
def _furniture() -> re.Pattern[str]:
    labels = "|".join(map(re.escape, load("russian/dates")["furniture"]))
    return re.compile(rf"(?<![\w«])(?:{labels})(?=:|\s+[А-ЯЁ«\d]|\s*$)")


def furniture_at(text: str, offset: int) -> bool:
    """Whether a label of the page itself stands here ("Ссылка на материал"), which is no part of what is said."""
    return _furniture().match(text, offset) is not None
