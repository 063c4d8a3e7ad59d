"""Where a text that is not parsed yet names parties, and of what grammatical kind each name is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from spacy.tokens import Doc

from ceasefire.coding.parties import Parties
from ceasefire.coding.party_index import UNIT, Entry, fold
from ceasefire.coding.party_roles import words
from ceasefire.coding.party_uses import MODIFIES, UNSURE, use
from ceasefire.coding.texts import spelling
from ceasefire.vocabulary import load


class Spot(NamedTuple):
    """doc[start:end] is a name of this grammatical kind, a key of stand_ins.yaml.

    `body` where it is a group, an organisation or a body, and so no place: to leave it is no withdrawal from there.
    `shouted` where it is all in capitals and no acronym.
    """

    start: int
    end: int
    kind: str
    body: bool = False
    shouted: bool = False


def spots(doc: Doc) -> Iterator[Spot]:
    """Every name of a party or outlet made of whole words of `doc`, at whatever date it holds, in order."""
    written = spelling(doc)
    if not any(map(_may_begin, written)):
        return
    parties = Parties.builtin()
    units, folded, tokens, firsts = _units(written)
    at = 0
    while at < len(units):
        found = _longest(parties, units, folded, at) if firsts[at] and folded[at] in parties.index else None
        end = at + (len(found.units) if found else 1)
        if found is None or (end < len(units) and not firsts[end]):
            at += 1
            continue
        body = found.how not in ("leader", "demonym", "capital") and parties.kind(found.party) != "state"
        shouted = not found.exact and " ".join(units[at:end]).isupper()
        spot = Spot(tokens[at], tokens[end - 1] + 1, _kind(parties, found), body or found.how == "body", shouted)
        if spot.kind and not _is_a_word(doc, spot, found) and not _goes_on(doc, spot, found):
            yield _used(doc, spot) if spot.kind in ("name", "acronym") else spot
        at = end


def _units(written: list[str]) -> tuple[list[str], list[str], list[int], list[bool]]:
    """The words of a text, finer than its tokens: written, folded, of which token, and whether a token begins there."""
    units: list[str] = []
    folded: list[str] = []
    tokens: list[int] = []
    firsts: list[bool] = []
    for at, word in enumerate(written):
        for place, (unit, small) in enumerate(_parts(word)):
            units.append(unit)
            folded.append(small)
            tokens.append(at)
            firsts.append(place == 0)
    return units, folded, tokens, firsts


@lru_cache(maxsize=65536)
def _may_begin(word: str) -> bool:
    """Some name of a party begins with it."""
    parts = _parts(word)
    return bool(parts) and parts[0][1] in Parties.builtin().index


@lru_cache(maxsize=65536)
def _parts(word: str) -> tuple[tuple[str, str], ...]:
    return tuple((unit, fold(unit)) for unit in UNIT.findall(word))


def _longest(parties: Parties, units: list[str], folded: list[str], at: int) -> Entry | None:
    return next(parties._at(units, folded, at, None), None)


def _kind(parties: Parties, found: Entry) -> str:
    """Which stand-in a name takes; none for words that are mostly something else."""
    if found.how == "none" or (found.exact and found.exact[0] in words("word_like")):
        return ""
    if found.how == "leader":
        return "leader"
    if found.how == "demonym":
        return "people" if found.units in _peoples() else "modifier"
    if found.how in ("capital", "outlet"):
        return found.how
    return "acronym" if found.exact else "name"


@cache
def _peoples() -> frozenset[tuple[str, ...]]:
    """Names of many of a people that are no adjectives: "Russians", not "Chinese"."""
    rows = [row for file in ("states", "territories", "groups") for row in load(f"parties/{file}")]
    nouns = {word for row in rows for word in row.get("nouns", ())}
    nouns -= {word for row in rows for word in row.get("adjectives", ())}
    return frozenset(tuple(fold(unit) for unit in UNIT.findall(word)) for word in nouns)


def _used(doc: Doc, spot: Spot) -> Spot:
    """The name as it is used: with its article where it acts, as an adjective where it stands before a noun."""
    how = use(doc, spot.start, spot.end)
    if how == MODIFIES:
        return spot._replace(kind="modifier")
    if how == UNSURE:
        return spot
    before = doc[spot.start - 1] if spot.start else None
    own_article = before is not None and before.lower_ == "the" and bool(before.whitespace_)
    return spot._replace(kind="name", start=spot.start - own_article)


def _is_a_word(doc: Doc, spot: Spot, found: Entry) -> bool:
    """ "Store the grain": where a sentence begins a capital says nothing."""
    if len(found.units) > 1 or found.units[0] not in words("word_like_surnames"):
        return False
    return not spot.start or doc[spot.start - 1].is_punct or doc[spot.start - 1].is_space


def _goes_on(doc: Doc, spot: Spot, found: Entry) -> bool:
    """ "Jordan Peterson", "Geneva Convention": one word with a capital that begins a longer name."""
    if found.exact or len(found.units) > 1 or found.how not in ("name", "capital", "ambiguous") or spot.end >= len(doc):
        return False
    after = doc[spot.end]
    if spot.shouted or not after.text[0].isupper() or not doc[spot.end - 1].whitespace_:
        return False
    return fold(after.text) not in _titles() and fold(after.text) not in Parties.builtin().index


@cache
def _titles() -> frozenset[str]:
    bodies = words("bodies") | words("officials")
    return frozenset(fold(title) for title in load("parties/people")["titles"]) | bodies | {f"{one}s" for one in bodies}
