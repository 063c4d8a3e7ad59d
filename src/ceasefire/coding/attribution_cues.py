"""Which words show that something is attributed: the cue vocabulary, ready to ask."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from ceasefire.vocabulary import load


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue vocabulary as sets; `takes` gives the frames of a verb lemma."""

    takes: dict[str, frozenset[str]]
    personal: frozenset[str]
    effecting: frozenset[str]
    sensing: frozenset[str]
    dative: frozenset[str]
    adjectives: frozenset[str]
    nouns: frozenset[str]
    light: frozenset[str]
    phrases: frozenset[str]
    binding: frozenset[str]

    def verb_takes(self, token: Token, frame: str) -> bool:
        """The token is a verb that the vocabulary lists with this frame, or was read as a noun and has a clause."""
        return is_verb(token) and frame in self.takes.get(token.lemma_.lower(), frozenset())


def is_verb(token: Token) -> bool:
    """A verb, or the third person of one that the parser took for a plural ("the agency notes, …")."""
    return token.pos_ in ("VERB", "AUX") or (
        token.tag_ in ("NNS", "NNPS") and any(child.dep_ in ("ccomp", "nsubj") for child in token.children)
    )


@cache
def cues() -> Cues:
    """The cues of vocabulary/cues.yaml."""
    words = load("cues")
    takes = {lemma: frozenset(group["takes"]) for group in words["verbs"].values() for lemma in group["lemmas"]}
    sets = {
        name: frozenset(words[key])
        for name, key in {
            "personal": "personal_verbs",
            "effecting": "effecting_verbs",
            "sensing": "sensing_verbs",
            "dative": "dative_verbs",
            "adjectives": "adjectives",
            "nouns": "nouns",
            "light": "light_verbs",
            "phrases": "phrases_of",
            "binding": "binding",
        }.items()
    }
    return Cues(takes, **sets)
