"""Whom Russian names mean: the vocabulary's names as dictionary forms, each with the party that the record calls so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ceasefire.coding.russian.lemmas import plain
from ceasefire.coding.russian.phrases import forms_of, units
from ceasefire.vocabulary import load

NO_PARTY = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a party: its words as dictionary forms, and how it stands for the party.

    `how` is "name", "adjective", "capital", "people", "body", "group" or "leader". `known_as` is a leader's
    English name, under which the dates of office are kept. `exact` is an acronym as it must be written.
    """

    words: tuple[frozenset[str], ...]
    party: str
    how: str
    exact: str = ""
    known_as: str = ""


Index = dict[str, list[Name]]


@cache
def index() -> Index:
    """Every name of the vocabulary under each form of its first word, longest names first."""
    return indexed(_names())


def indexed(names: Iterable[Name]) -> Index:
    """Names under each form of their first word, longest first."""
    found: Index = {}
    for name in names:
        for first in sorted(name.words[0]):
            found.setdefault(first, []).append(name)
    for entries in found.values():
        entries.sort(key=lambda name: -len(name.words))
    return found


def named(words: str, party: str, how: str, known_as: str = "") -> Name:
    """A name as it is written → an entry."""
    parts = units(words)
    acronym = words if words.isupper() and len(parts) == 1 else ""
    return Name(tuple(forms_of(part) for part in parts), party, how, acronym, known_as)


@cache
def compounds() -> dict[str, str]:
    """The first halves of joint adjectives: "российско" → Russia."""
    return {
        plain(adjective)[: -len("ий")] + "о": party
        for party, row in load("russian/states").items()
        for adjective in row.get("adjectives", ())
        if adjective.endswith("ий")
    }


def _names() -> Iterator[Name]:
    hows = (("names", "name"), ("adjectives", "adjective"), ("capitals", "capital"), ("people", "people"))
    for party, row in load("russian/states").items():
        for field, how in hows:
            yield from (named(words, party, how) for words in row.get(field, ()))
    parties = load("russian/parties")
    for field, how in (("groups", "group"), ("organisations", "name"), ("territories", "name"), ("bodies", "body")):
        for party, names in parties[field].items():
            yield from (named(words, party, how) for words in names)
    yield from (named(words, NO_PARTY, "none") for words in parties["not_parties"])
    for row in load("russian/leaders"):
        yield from _leader(row)


def _leader(row: str) -> Iterator[Name]:
    written, _, known_as = (part.strip() for part in row.partition("="))
    surname_too = not known_as.endswith(" -")
    known_as = known_as.removesuffix(" -")
    yield named(written, NO_PARTY, "leader", known_as)
    if surname_too:
        yield named(surname(written), NO_PARTY, "leader", known_as)


def surname(written: str) -> str:
    """The last word of a name, with the particles before it."""
    words = written.split()
    at = len(words) - 1
    while at > 1 and (words[at - 1].islower() or words[at - 1] in {"Аль", "Эль"}):
        at -= 1
    return " ".join(words[at:])
