"""A word of a Russian text with its place, its dictionary forms, and what the models say of its grammar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Word:
    """One token: text[start:end] of its document.

    `lemmas` are all dictionary forms that the letters allow, in small letters with "е" for "ё"; `lemma` is
    the one that fits the sentence. `i` counts within the sentence, `head` is the `i` of the word that it
    depends on (itself for the root), `rel` the relation, as in Universal Dependencies.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    lemmas: frozenset[str]
    pos: str
    feats: Mapping[str, str]
    head: int = 0
    rel: str = ""

    @property
    def case(self) -> str:
        return self.feats.get("Case", "")

    @property
    def plural(self) -> bool:
        return self.feats.get("Number") == "Plur"

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()

    @property
    def nominal(self) -> bool:
        """A noun, a name, or a number that stands for a thing."""
        return self.pos in {"NOUN", "PROPN"}

    @property
    def verbal(self) -> bool:
        """Any form of a verb but a participle that stands before its noun."""
        return self.pos in {"VERB", "AUX"} and (self.feats.get("VerbForm") != "Part" or self.short)

    @property
    def short(self) -> bool:
        """A short participle or adjective, which is a predicate: "согласован", "готова"."""
        return self.feats.get("Variant") == "Short"

    @property
    def finite(self) -> bool:
        return self.pos in {"VERB", "AUX"} and self.feats.get("VerbForm") == "Fin"

    @property
    def infinitive(self) -> bool:
        return self.pos in {"VERB", "AUX"} and self.feats.get("VerbForm") == "Inf"

    @property
    def sign(self) -> bool:
        return self.pos == "PUNCT" or not any(letter.isalnum() for letter in self.text)


@dataclass(slots=True, eq=False)
class Sentence:
    """The words of a sentence and its place in the text; `passage` counts the passages of the text."""

    start: int
    end: int
    words: list[Word] = field(default_factory=list)
    passage: int = 0
