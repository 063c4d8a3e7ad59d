"""Phrases of the vocabulary found in a sentence by their dictionary forms, whatever case they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from ceasefire.coding.russian.lemmas import lemmas, plain
from ceasefire.coding.russian.word import Word
from ceasefire.vocabulary import load

T = TypeVar("T")
_BETWEEN = frozenset({"ADJ", "DET", "NUM", "CCONJ"})  # may stand inside a phrase: "обмен всеми пленными"
_MOST_BETWEEN = 3


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """words[start:end] are a phrase with this label."""

    start: int
    end: int
    label: T


class Phrases(Generic[T]):
    """Phrases with labels; where several match, the one of most words, then the first listed."""

    def __init__(self, labelled: Iterable[tuple[str, T]], loose: bool = True) -> None:
        self._loose = loose
        self._by_first: dict[str, list[tuple[tuple[frozenset[str], ...], T]]] = {}
        for phrase, label in labelled:
            forms = tuple(forms_of(word) for word in phrase.split())
            for first in sorted(forms[0]):
                self._by_first.setdefault(first, []).append((forms, label))

    def at(self, words: Sequence[Word], i: int) -> Found[T] | None:
        """The longest phrase that begins at words[i]."""
        best: Found[T] | None = None
        most = 0
        for form in sorted(words[i].lemmas):
            for forms, label in self._by_first.get(form, ()):
                end = self._end(words, i, forms) if len(forms) > most else 0
                if end:
                    best, most = Found(i, end, label), len(forms)
        return best

    def all(self, words: Sequence[Word], start: int = 0, end: int | None = None) -> list[Found[T]]:
        """Every phrase inside words[start:end], none overlapping an earlier one."""
        found: list[Found[T]] = []
        last = len(words) if end is None else end
        i = start
        while i < last:
            match = self.at(words, i)
            if match is not None and match.end <= last:
                found.append(match)
                i = match.end
            else:
                i += 1
        return found

    def _end(self, words: Sequence[Word], i: int, forms: tuple[frozenset[str], ...]) -> int:
        position = i
        for place, form in enumerate(forms):
            skipped = 0
            while position < len(words) and form.isdisjoint(words[position].lemmas):
                between = words[position].text in '«»"' or (words[position].pos in _BETWEEN and self._loose)
                if place == 0 or not between or skipped == _MOST_BETWEEN:
                    return 0
                position, skipped = position + 1, skipped + 1
            if position == len(words):
                return 0
            position += 1
        return position


def forms_of(word: str) -> frozenset[str]:
    """The dictionary forms of a vocabulary's word; of one that the dictionary takes apart, the word itself too."""
    return lemmas(word) | {plain(word)}


@cache
def group(file: str, *path: str | int) -> frozenset[str]:
    """The words of a group of vocabulary/russian/<file>.yaml, as dictionary forms; phrases are left out."""
    entry = load(f"russian/{file}")
    for step in path:
        entry = entry[step]
    return frozenset(form for word in entry if " " not in word for form in _own_forms(word))


@cache
def phrases(file: str, *path: str | int) -> Phrases[str]:
    """A group as phrases, each its own label; a mapping labels its phrases with its keys."""
    entry = load(f"russian/{file}")
    for step in path:
        entry = entry[step]
    if isinstance(entry, dict):
        return Phrases((words, label) for label, listed in entry.items() for words in listed)
    return Phrases((words, words) for words in entry)


def _own_forms(word: str) -> frozenset[str]:
    """A word listed in its dictionary form is that form; any other stands for all its forms."""
    bare = plain(word)
    known = lemmas(word)
    return frozenset({bare}) if bare in known else known


def units(name: str) -> list[str]:
    """The words of a name, without its quotation marks."""
    return re.findall(r"[^\W\d]+(?:[’'-][^\W\d]+)*|\d+", name)
