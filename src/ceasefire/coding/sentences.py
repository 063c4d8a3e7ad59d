"""Where sentences begin, before anything is parsed."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc

from ceasefire.coding.datelines import datelines
from ceasefire.coding.texts import text_of, words_of

_LONGEST = 400  # tokens between full stops; the longest sentence of the gold texts has 159
_STOPS = frozenset({".", "!", "?", "…", "..."})
_CLOSING = frozenset({'"', "”", "’", "'", "''", "»", ")", "]"})


def sentence_starts(doc: Doc) -> list[int]:
    """The token indexes at which sentences begin, rising; the first is 0.

    1. After a full stop and the marks that close with it, where space and no small letter follows.
    2. After a blank line, and after a line break that no small letter follows: headlines and list items end
       without a full stop; a hard-wrapped line goes on in small letters.
    3. After each dateline, which is a passage of its own, and not in the first words that follow it.
    4. Words without end are cut into pieces that the rules can climb about in.
    """
    words = [token.text for token in words_of(doc)]
    starts = _after_datelines(doc, _after_stops(doc, words))
    return _cut(sorted({0, *starts}), words)


def _after_stops(doc: Doc, words: list[str]) -> set[int]:
    starts = set()
    for at, word in enumerate(words[:-1]):
        if word in _STOPS:
            end = at + 1
            while end < len(words) and words[end] in _CLOSING and not doc[end - 1].whitespace_:
                end += 1
            spaced = bool(doc[end - 1].whitespace_)
            while end < len(words) and words[end].isspace():
                end, spaced = end + 1, True
            if spaced and end < len(words) and not words[end][0].islower():
                starts.add(end)
    for at, word in enumerate(words[:-1]):
        if "\n" in word:
            ends = word.count("\n") > 1 or not words[at + 1][0].islower()
            (starts.add if ends else starts.discard)(at + 1)
    return starts


def _after_datelines(doc: Doc, starts: set[int]) -> set[int]:
    found = datelines(text_of(doc))
    if not found:
        return starts
    ends = [token.idx + len(token) for token in words_of(doc)]
    for _, end in found:
        if end < ends[-1]:
            first = bisect_right(ends, end)
            starts = (starts | {first}) - {first + 1, first + 2, first + 3}
    return starts


def _cut(starts: list[int], words: list[str]) -> list[int]:
    return [cut for start, end in zip(starts, [*starts[1:], len(words)], strict=True) for cut in _pieces(start, end)]


def _pieces(start: int, end: int) -> range:
    return range(start, max(end, start + 1), _LONGEST)
