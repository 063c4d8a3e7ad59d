"""Finding the lemma phrases of a vocabulary in a parsed text, the longest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Generic, TypeVar

from spacy.tokens import Doc, Token

from ceasefire.coding.name_words import in_long_name
from ceasefire.coding.texts import words_of

Label = TypeVar("Label")


def lemma(token: Token) -> str:
    """The lower-case lemma; -ing and -ed forms that the tagger read as adjectives or names keep their word."""
    return str(token.lemma_).lower()


def stems(token: Token) -> tuple[str, ...]:
    """The forms under which a vocabulary may list a token: lemma, word, singular; none inside a party's name."""
    return () if in_long_name(token) else _forms(lemma(token), token.lower_)


@lru_cache(maxsize=16384)
def _forms(base: str, word: str) -> tuple[str, ...]:
    forms = [base, word]
    if word.endswith("ies") and len(word) > 4:
        forms.append(word[:-3] + "y")
    elif word.endswith("s") and not word.endswith("ss"):
        forms.append(word[:-1])
    return tuple(dict.fromkeys(forms))


class Phrases(Generic[Label]):
    """A set of lemma phrases, each with a label; `find` gives the matches that do not overlap."""

    def __init__(self, phrases: Mapping[str, Label]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Label]]] = {}
        for phrase, label in phrases.items():
            words = tuple(phrase.replace("-", " - ").split())
            self._by_first.setdefault(words[0], []).append((words, label))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))

    def at(self, doc: Doc, start: int) -> tuple[int, Label] | None:
        """The longest phrase that begins at the token: its end and its label."""
        for form in _stems_of(doc)[start]:
            for words, label in self._by_first.get(form, ()):
                if _matches(doc, start, words):
                    return start + len(words), label
            if "-" in form:
                for words, label in self._by_first.get(form.split("-")[0], ()):
                    if "".join(words) == form:
                        return start + 1, label
        return None

    def find(self, doc: Doc) -> Iterator[tuple[int, int, Label]]:
        """(start, end, label) of each match, from left to right, the longest at each place."""
        start = 0
        while start < len(doc):
            match = self.at(doc, start)
            if match is None:
                start += 1
            else:
                yield start, match[0], match[1]
                start = match[0]


def _matches(doc: Doc, start: int, words: tuple[str, ...]) -> bool:
    if start + len(words) > len(doc):
        return False
    known = _stems_of(doc)
    return all(word in known[start + offset] for offset, word in enumerate(words))


def _stems_of(doc: Doc) -> list[tuple[str, ...]]:
    """The stems of every word, worked out once the text is parsed as far as it will be."""
    found: list[tuple[str, ...]] | None = doc.user_data.get("stems")
    if found is None:
        doc.user_data["stems"] = found = [stems(token) for token in words_of(doc)]
    return found


def labelled(groups: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """{group: phrases} turned round: {phrase: group}."""
    return {phrase: group for group, phrases in groups.items() for phrase in phrases}
