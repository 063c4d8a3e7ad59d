"""The vocabulary's files as parties and an index of their names, built once a process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from ceasefire.coding.party_index import Entry, dated, entry, fold, leader
from ceasefire.vocabulary import load

Index = dict[str, list[Entry]]
NO_PARTY = ""


@dataclass(frozen=True, slots=True)
class Party:
    """A state, armed group, organisation, or media outlet, under the name that the record uses.

    `kind` is "state", "armed-group", "organisation", "outlet" or, from a case file, "other". `home` is the state
    that an armed group fights in or over, where it is one.
    """

    name: str
    kind: str
    codes: tuple[str, ...] = ()
    note: str = ""
    home: str = ""


def add(index: Index, entries: Iterable[Entry]) -> None:
    """Put entries into an index, each under its first word."""
    for new in entries:
        index.setdefault(new.units[0], []).append(new)


def longest_first(index: Index) -> Index:
    """The index with the longest names first, so that "South Sudan" is found before "Sudan"."""
    for entries in index.values():
        entries.sort(key=lambda e: (-len(e.units), e.surname))
    return index


@cache
def builtin() -> tuple[dict[str, Party], Index]:
    """All parties of the vocabulary by name, and the index of their names."""
    known: dict[str, Party] = {}
    index: Index = {}
    for kind, file in (
        ("state", "states"),
        ("state", "territories"),
        ("armed-group", "groups"),
        ("organisation", "organisations"),
    ):
        how = "name" if kind in ("state", "organisation") else "group"
        for row in load(f"parties/{file}"):
            known[row["name"]] = Party(
                row["name"],
                row.get("kind", kind),
                tuple(row.get("codes", ())),
                row.get("note", ""),
                row.get("home", ""),
            )
            add(index, _entries(row, how))
    for outlet in load("parties/outlets"):
        known.setdefault(outlet, Party(outlet, "outlet"))
        add(index, [entry(outlet, outlet, "outlet")])
    for party, names in load("parties/state_bodies").items():
        add(index, (dated(name, party, "body") for name in names))
    for party, rows in load("parties/leaders").items():
        for row in rows:
            add(index, leader(row, party))
    add(index, (entry(words, NO_PARTY, "none") for words in load("parties/not_parties")))
    for row in load("parties/ambiguous"):
        for words in row["words"]:
            if not any(len(e.units) == 1 for e in index.get(fold(words), ())):
                add(index, [entry(words, row["means"], "ambiguous")])
    return known, longest_first(index)


def _entries(row: dict[str, Any], how: str) -> Iterator[Entry]:
    party = row["name"]
    names = row.get("names", ())
    if not any(name.startswith(f"{party} |") for name in names):
        yield entry(party, party, how)
    for name in names:
        yield dated(name, party, how)
    for word in (*row.get("adjectives", ()), *row.get("nouns", ())):
        yield entry(word, party, "demonym")
    for capital in row.get("capitals", ()):
        yield entry(capital, party, "capital")
