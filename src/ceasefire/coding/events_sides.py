"""Who takes part in an event and who hosts it, by the words around its noun or verb."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from spacy.tokens import Token

from ceasefire.coding.cast import Role
from ceasefire.coding.clauses import VERBAL, after, agent, child, joined
from ceasefire.coding.parties import Mention, Parties
from ceasefire.coding.party_index import UNIT, fold
from ceasefire.coding.party_owners import left_mentions
from ceasefire.coding.phrases import lemma
from ceasefire.coding.scene import Scene, distinct
from ceasefire.coding.words import words

Sides = dict[str, tuple[int, ...]]  # each party with the words that name it


def parties_of(scene: Scene, tokens: Iterable[Token | None]) -> Sides:
    """The parties that these noun phrases stand for, outlets left out, each with the words that name it."""
    found: Sides = {}
    for token in tokens:
        for part in _members(token) if token is not None else ():
            for role in _taking_part(scene, scene.parties(part)):
                found.setdefault(role.party, tuple(one.i for one in joined(part)))
    return found


def _members(token: Token) -> Iterator[Token]:
    """The noun, and what the parser takes for its apposition where "and" joins it: "minister A and president B"."""
    yield token
    for part in joined(token):
        beside = [one for one in part.rights if one.dep_ == "appos"]
        if any(inner.dep_ == "cc" for one in (part, *beside) for inner in one.rights):
            yield from beside


def own_sides(scene: Scene, noun: Token) -> Sides:
    """The parties in the phrase itself: "between A and B", "A–B talks", "A's call", "a meeting of A and B"."""
    named = [inner for holder in _holders(noun) for inner in after(holder, "sides")]
    named += [
        inner for one in noun.children if lemma(one) == "involve" for inner in [child(one, "dobj")] if inner is not None
    ]
    owner = child(noun, "poss")
    found = parties_of(scene, [owner, *named])
    members = [
        inner for one in noun.children if one.dep_ == "prep" and one.lower_ == "of" for inner in [child(one, "pobj")]
    ]
    together = parties_of(scene, members)
    if len(together) > 1:
        found |= together
    before = [one for one in left_mentions(scene.cast, noun) if one.how != "outlet"]
    for one in before:
        if not (len(before) == 1 and _is_of_no_side(scene, one)) and (owner is None or one.start_token > owner.i):
            found.setdefault(one.party, tuple(range(one.start_token, one.end_token)))
    return _listed(scene, found)


def _is_of_no_side(scene: Scene, alone: Mention) -> bool:
    """ "The *Doha* talks", "the *G7* summit": where they are held, or the body that meets."""
    return alone.how == "capital" or scene.cast.parties.kind(alone.party) == "organisation"


def facing(scene: Scene, *heads: Token) -> Sides:
    """The other side: "a call *with Peru*", "met *with* the envoy", "spoke *to* the president"."""
    phrases = [
        child(one, "pobj")
        for head in heads
        for one in head.children
        if one.dep_ in {"prep", "dative"} and one.lower_ in words("events", "partners")
        if one.lower_ == "with" or head.pos_ in VERBAL
    ]
    return parties_of(scene, phrases)


def with_whom(scene: Scene, *heads: Token) -> Sides:
    """The other side after "with" alone."""
    return parties_of(
        scene,
        (child(one, "pobj") for head in heads for one in head.children if one.dep_ == "prep" and one.lower_ == "with"),
    )


def hosts(scene: Scene, noun: Token) -> Sides:
    """Who hosts or brokers it: "talks *hosted by* Qatar"."""
    verbs = (one for one in noun.children if one.dep_ in {"acl", "relcl"} and lemma(one) in words("events", "hosting"))
    return parties_of(scene, (agent(verb) for verb in verbs))


def _holders(noun: Token) -> Iterator[Token]:
    """The noun, and the participle that says how it was: "talks held between"."""
    yield noun
    yield from (one for one in noun.children if one.dep_ in {"acl", "amod"})


def _taking_part(scene: Scene, roles: Iterable[Role]) -> tuple[Role, ...]:
    return tuple(role for role in distinct(roles) if scene.cast.parties.kind(role.party) not in {"", "outlet"})


def _listed(scene: Scene, found: Sides) -> Sides:
    return {party: at for party, at in found.items() if scene.cast.parties.kind(party) not in {"", "outlet"}}


def parties_in(line: str, parties: Parties, on: date | None) -> frozenset[str]:
    """The states, groups and organisations that a line names by its letters alone."""
    units = UNIT.findall(line)
    folded = [fold(unit) for unit in units]
    found = (next(parties._at(units, folded, at, on), None) for at in range(len(units)))
    return frozenset(one.party for one in found if one is not None and parties.kind(one.party) not in {"", "outlet"})
