"""How a party can be called in each place of a sentence: by name, before a noun, as a people, by leader or capital.

The words come from the vocabulary of parties; swap_pairs.yaml says which names take an article. A form that a party
does not have is None: an armed group has no capital.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ceasefire.coding.parties import Parties
from ceasefire.coding.party_index import UNIT, fold, leader, surname_of
from ceasefire.vocabulary import load

PARTIES = Parties.builtin()


@cache
def pairs() -> dict[str, Any]:
    """The pairs and their articles, from swap_pairs.yaml."""
    found: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("swap_pairs.yaml").read_text(encoding="utf-8"))
    return found


@cache
def rows() -> dict[str, dict[str, Any]]:
    """Every listed party's row of the vocabulary, by its name."""
    files = ("states", "territories", "groups", "organisations")
    return {row["name"]: row for file in files for row in load(f"parties/{file}")}


def name_of(party: str) -> str:
    """The name where the party acts, with its article: "the United States", "Russia"."""
    return str(pairs()["with_article"].get(party, party))


def before_noun(party: str) -> str | None:
    """What stands before a noun: "Russian", "U.S.", "Hamas"."""
    return pairs()["before_nouns"].get(party) or adjective(party)


def adjective(party: str) -> str | None:
    """The adjective; for an armed group what stands before a noun instead."""
    row = rows()[party]
    if found := row.get("adjectives"):
        return str(found[0])
    usual: str | None = pairs()["before_nouns"].get(party)
    return usual


def people(party: str) -> str | None:
    """Many of a people: "Russians", "Chinese"; none for an armed group."""
    row = rows()[party]
    if PARTIES.kind(party) != "state":
        return None
    found = row.get("nouns") or row.get("adjectives")
    return str(found[0]) if found else None


def capital(party: str) -> str | None:
    """The first capital; none for an armed group."""
    found = rows()[party].get("capitals")
    return str(found[0]) if found else None


@cache
def leaders(party: str, on: date | None) -> tuple[tuple[str, str], ...]:
    """(full name, surname) of those in office on a date whose surname alone means this party and no other."""
    found: list[tuple[str, str]] = []
    for row in load("parties/leaders").get(party, ()):
        name, terms, *named = (part.strip() for part in row.split("|"))
        surname = named[0].split(",")[0].strip() if named else surname_of(name)
        full = next(leader(row, party))
        in_office = full.holds(on) if on is not None else terms.endswith("/")
        if in_office and surname != "-" and _means(surname, party, on):
            found.append((name, surname))
    return tuple(found)


def _means(surname: str, party: str, on: date | None) -> bool:
    units = UNIT.findall(surname)
    entries = [e for e in PARTIES._at(units, [fold(u) for u in units], 0, on) if len(e.units) == len(units)]
    return bool(entries) and {e.party for e in entries} == {party}


def an_or_a(word: str) -> str:
    """The indefinite article before a word: "an Iranian", "a Ukrainian", "an RSF"."""
    first = word.split()[0]
    if first in pairs()["a_before"]:
        return "a"
    if first.isupper() and len(first) > 1:
        return "an" if first[0] in pairs()["an_before_letters"] else "a"
    return "an" if first[0] in "AEIOU" else "a"
