"""Every word of the vocabulary that stands in a text, found in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ceasefire.monitoring.happening.patterns import Phrase

MASK = "mask"


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """tokens[start:end] mean `name` of `group`."""

    start: int
    end: int
    group: str
    name: str


class Lexicon:
    """Phrases by how their first word begins."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._whole: dict[str, list[Phrase]] = {}
        self._stems: dict[str, list[Phrase]] = {}
        for one in phrases:
            for word in one.units[0].whole:
                self._whole.setdefault(word, []).append(one)
            for stem in one.units[0].stems:
                self._stems.setdefault(stem, []).append(one)
        self._shortest = min(map(len, self._stems), default=1)
        self._longest = max(map(len, self._stems), default=0)

    def find(self, words: Sequence[str], written: Sequence[str], apart: frozenset[int]) -> list[Found]:
        """What the words mean, in order; of overlapping ones of a group the longest. No phrase spans `apart`."""
        found = [
            Found(at, at + len(one.units), one.group, one.name)
            for at, word in enumerate(words)
            for one in self._beginning(word)
            if _fits(one, words, written, at, apart)
        ]
        return sorted(set(_longest(found)))

    def _beginning(self, word: str) -> Iterator[Phrase]:
        yield from self._whole.get(word, ())
        for size in range(self._shortest, min(len(word), self._longest) + 1):
            yield from self._stems.get(word[:size], ())


def _fits(one: Phrase, words: Sequence[str], written: Sequence[str], at: int, apart: frozenset[int]) -> bool:
    end = at + len(one.units)
    if end > len(words) or any(inner in apart for inner in range(at + 1, end)):
        return False
    if one.large and not written[at][0].isupper():
        return False
    if one.written and tuple(written[at:end]) != one.written:
        return False
    return all(unit.fits(words[at + i]) for i, unit in enumerate(one.units))


def _longest(found: list[Found]) -> Iterator[Found]:
    """Without what lies inside a longer one of its group, or meets a mask at least as long."""
    long = [one for one in found if one.group == MASK or one.end - one.start > 1]
    return (one for one in found if not any(_outdoes(other, one) for other in long))


def _outdoes(other: Found, one: Found) -> bool:
    more = (other.end - other.start) - (one.end - one.start)
    if other.group == MASK:
        return one.group != MASK and more >= 0 and other.start < one.end and one.start < other.end
    return other.group == one.group and more > 0 and other.start <= one.start and one.end <= other.end
