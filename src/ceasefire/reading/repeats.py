"""Passages that a document says again: paragraphs, lines, sentences, marked so that they count once."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from ceasefire.reading.document import Repeat

# Shorter runs come back by chance ("he said on Tuesday"), so they are left alone.
FEWEST_WORDS = 4
FEWEST_WORDS_IN_SENTENCE = 6

_BLOCK = re.compile(r"\S(?:[^\n]|\n(?![^\S\n]*(?:\n|$)))*")
_LINE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s)")
_SAME = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‑": "-"}
)

Span = tuple[int, int]


def repeats_in(text: str) -> tuple[Repeat, ...]:
    """Every passage that says again, word for word, what an earlier one said, in text order.

    Equal are passages of the same length that differ in nothing but letter case, the kind of white space,
    of quotation mark and of dash, so that an offset in one is an offset in the other. Blocks between
    blank lines are compared first, then lines, then sentences; a passage inside a repeat is not marked again.
    """
    key = _key(text)
    found: list[Repeat] = []
    for spans, fewest in (
        (_matches(_BLOCK, text), FEWEST_WORDS),
        (_matches(_LINE, text), FEWEST_WORDS),
        (_sentences(text), FEWEST_WORDS_IN_SENTENCE),
    ):
        found += _again(key, _outside(spans, found), fewest)
        found.sort(key=lambda repeat: repeat.start)
    return tuple(found)


def first_said(repeats: tuple[Repeat, ...], start: int, end: int) -> Span:
    """Where the passage text[start:end] was said first: itself, unless it lies within a repeat."""
    for repeat in repeats:
        if repeat.start <= start and end <= repeat.end:
            # The first saying may lie within a repeat of another size; each step leads further up.
            back = repeat.start - repeat.first_start
            return first_said(repeats, start - back, end - back)
    return start, end


def _key(text: str) -> str:
    """The text with what does not count levelled, character for character."""
    return "".join(map(_level, text)).translate(_SAME)


@cache
def _level(character: str) -> str:
    if character.isspace():
        return " "
    folded = character.casefold()
    return folded if len(folded) == 1 else character


def _again(key: str, spans: Iterator[Span], fewest: int) -> list[Repeat]:
    first: dict[str, int] = {}
    found = []
    for start, end in spans:
        passage = key[start:end]
        if len(passage.split()) < fewest:
            continue
        earlier = first.setdefault(passage, start)
        if earlier != start:
            found.append(Repeat(start, end, earlier, earlier + end - start))
    return found


def _outside(spans: Iterator[Span], repeats: list[Repeat]) -> Iterator[Span]:
    """The spans that touch no repeat yet found."""
    starts = [repeat.start for repeat in repeats]
    for start, end in spans:
        before = bisect_left(starts, end) - 1
        if before < 0 or repeats[before].end <= start:
            yield start, end


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    for match in pattern.finditer(text):
        yield from _trimmed(text, match.start(), match.end())


def _sentences(text: str) -> Iterator[Span]:
    for block in _BLOCK.finditer(text):
        start = block.start()
        for end in _SENTENCE_END.finditer(text, block.start(), block.end()):
            yield from _trimmed(text, start, end.end())
            start = end.end()
        yield from _trimmed(text, start, block.end())


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
