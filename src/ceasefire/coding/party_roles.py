"""What a phrase stands for, and the classes of nouns that the rules about phrases share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ceasefire.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_PHRASE = 14


@dataclass(frozen=True, slots=True)
class Role:
    """The party that words stand for; `listed` is False when no vocabulary lists it and the words are kept."""

    party: str
    listed: bool


Roles = tuple[Role, ...]
NOBODY: Roles = ()


@cache
def words(name: str) -> frozenset[str]:
    """One class of nouns of vocabulary/parties/roles.yaml."""
    return frozenset(load("parties/roles")[name])


def merged(groups: Iterable[Roles]) -> Roles:
    """All roles of all groups, each once, in order."""
    return tuple(dict.fromkeys(role for roles in groups for role in roles))


def noun(token: Token) -> str:
    """The word by which a noun is looked up: small letters, singular, also where it is part of a title."""
    if token.pos_ != "PROPN":
        return token.lemma_.lower()
    word = token.lower_
    return word[:-1] if token.tag_ == "NNPS" and word.endswith("s") else word


def left_words(token: Token) -> list[Token]:
    """The words of a noun's phrase before the noun."""
    return list(token.doc[max(token.left_edge.i, token.i - LONGEST_PHRASE) : token.i])
