"""A text as sentences of words, with what each word means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ceasefire.monitoring.happening.lexicon import Found, Lexicon
from ceasefire.monitoring.happening.patterns import WORD, plain

_CLAUSE = re.compile(r"[:;,.!?…]|[–—]|\s-\s")
_DASH = re.compile(r"[–—]|\s-|-\s")
_END = re.compile(r"[.!?…][»”\"')\]]*\s")
_ABBREVIATED = 2  # letters before a full stop that ends no sentence ("с.", "им.")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words, where clauses begin, which words follow a dash, and what was found."""

    written: tuple[str, ...]
    clauses: frozenset[int]
    dashes: frozenset[int]
    found: tuple[Found, ...]

    def of(self, *groups: str) -> list[Found]:
        """What was found of these groups, in order."""
        return [one for one in self.found if one.group in groups]

    def words(self, one: Found) -> str:
        """The words of something found, in small letters."""
        return " ".join(self.written[one.start : one.end]).lower()

    def together(self, one: int, other: int) -> bool:
        """Whether two places lie in one clause."""
        low, high = sorted((one, other))
        return not any(low < at <= high for at in self.clauses)


def sentences(text: str, lexicon: Lexicon) -> list[Sentence]:
    """The sentences of a text, in order."""
    return [_sentence(text, words, lexicon) for words in _split(text)]


def _split(text: str) -> Iterator[list[re.Match[str]]]:
    words: list[re.Match[str]] = []
    for word in WORD.finditer(text):
        if words and _ends(text, words[-1], word):
            yield words
            words = []
        words.append(word)
    if words:
        yield words


def _ends(text: str, before: re.Match[str], after: re.Match[str]) -> bool:
    gap = text[before.end() : after.start()]
    if not _END.search(gap + " ") or not (after[0][0].isupper() or after[0][0].isdigit()):
        return False
    return not gap.startswith(".") or len(before[0]) > _ABBREVIATED or before[0].isupper() or before[0].isdigit()


def _sentence(text: str, words: list[re.Match[str]], lexicon: Lexicon) -> Sentence:
    gaps = {at: text[words[at - 1].end() : words[at].start()] for at in range(1, len(words))}
    clauses = frozenset(at for at, gap in gaps.items() if gap != " " and _CLAUSE.search(gap))
    dashes = frozenset(at for at, gap in gaps.items() if gap != " " and _DASH.search(gap))
    written = tuple(word[0] for word in words)
    return Sentence(written, clauses, dashes, tuple(lexicon.find([plain(w) for w in written], written, clauses)))
