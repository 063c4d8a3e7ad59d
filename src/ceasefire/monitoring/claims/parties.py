"""Who is meant by a ledger's words: "RU", "Russia MoD", "Ukraine (General Staff)", "senior Ukrainian official"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from ceasefire.coding.parties import Parties
from ceasefire.coding.party_vocabulary import builtin
from ceasefire.vocabulary import load

_ASIDE = re.compile(r"\s*\(([^)]*)\)")
_UNIT = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
_LONGEST = 5


def party_of(words: str, parties: Parties, codes: Mapping[str, str], on: date | None = None) -> str:
    """The party that words name, by a ledger's codes, a country's code, or a name; else the words as they are."""
    plain = _ASIDE.sub("", words).strip()
    for one in (words.strip(), plain):
        if one in codes:
            return codes[one]
    found = _country(plain, parties) or _named(words.strip(), parties, on) or _named(plain, parties, on)
    return found or first_named(plain, parties, on) or words.strip()


def first_named(words: str, parties: Parties, on: date | None = None) -> str:
    """The first party that is named among words, by the longest name; "" without one."""
    units = _UNIT.findall(words)
    for at in range(len(units)):
        for size in range(min(_LONGEST, len(units) - at), 0, -1):
            found = _named(" ".join(units[at : at + size]), parties, on)
            if found:
                return found
    return ""


def speaks_of_itself(words: str) -> bool:
    """Whether a mark beside the actor says that it is the claimant's own deed."""
    return any(aside.strip().casefold() in load("claims")["own"] for aside in _ASIDE.findall(words))


def _country(words: str, parties: Parties) -> str:
    name = _codes().get(words, "")
    return (parties.named(name) or name) if name else ""


def _named(words: str, parties: Parties, on: date | None) -> str:
    if not words:
        return ""
    return parties.named(words, on) or (words if parties.get(words) else "")


@cache
def _codes() -> Mapping[str, str]:
    """Country codes (ISO 3166-1) and their states."""
    return {code: one.name for one in builtin()[0].values() for code in one.codes}
