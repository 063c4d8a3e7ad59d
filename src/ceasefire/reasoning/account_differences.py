"""Field by field, how two accounts word one provision differently, and which words reach further."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ceasefire.reasoning.account_status import contradict
from ceasefire.reasoning.account_terms import Price, Term
from ceasefire.reasoning.lattice import field_covers
from ceasefire.reasoning.naming import title
from ceasefire.reasoning.words import words

LIMITS = ("category", "targets", "domains", "area", "duration", "start", "occasion")
"""The fields of scope. A field that one account leaves open sets no limit there, so that account reaches further."""

MIRRORED = {"wider": "narrower", "narrower": "wider", "only first": "only second", "only second": "only first"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of a provision that two accounts give differently.

    `relation` is seen from the first account; "only first" and "only second" say that the other gives nothing.
    `about` names a party where the field is told party by party.
    """

    field: str
    first: tuple[str, ...]
    second: tuple[str, ...]
    relation: str
    about: str = ""


def differences(one: Term, other: Term) -> tuple[Difference, ...]:
    """All that two wordings of a provision differ in, in a fixed order; none when they say the same."""
    return (*_limits(one, other), *_terms(one, other), *_conditions(one, other), *_standing(one, other))


def mirrored(one: Difference) -> Difference:
    """The same difference, seen from the other account."""
    return Difference(one.field, one.second, one.first, MIRRORED.get(one.relation, one.relation), one.about)


def reaches(one: Difference) -> str:
    """Whether the first account reaches further in this field of scope, less far, or neither."""
    if one.relation in ("only first", "only second"):
        return "narrower" if one.relation == "only first" else "wider"
    return one.relation


def _limits(one: Term, other: Term) -> Iterator[Difference]:
    if one.category != other.category:
        yield Difference("category", (one.category,), (other.category,), _kinds(one.category, other.category))
    there = field_covers(one.category, one.scope, other.scope)
    back = field_covers(other.category, other.scope, one.scope)
    for name in LIMITS[1:]:
        first, second = _values(one, name), _values(other, name)
        both = (there[name] is True, back[name] is True)
        if both != (True, True):
            yield Difference(name, first, second, _relation(first, second, *both))


def _relation(first: tuple[str, ...], second: tuple[str, ...], includes: bool, included: bool) -> str:
    if not first or not second:
        return "only first" if first else "only second"
    return "wider" if includes else "narrower" if included else "different"


def _kinds(one: str, other: str) -> str:
    """A ceasefire is wider than a limited one; other categories cannot be compared."""
    inner = words()["includes"]
    return "wider" if other in inner.get(one, ()) else "narrower" if one in inner.get(other, ()) else "different"


def _values(term: Term, name: str) -> tuple[str, ...]:
    value = getattr(term.scope, name)
    if name == "start":
        return (term.scope.start.edtf,) if term.scope.start.known else ()
    return value if isinstance(value, tuple) else (value,) if value else ()


def _terms(one: Term, other: Term) -> Iterator[Difference]:
    """What is said of a provision beside its limits: classes spelt out, how it is made longer and ends, and who."""
    pairs = {
        "classes": (one.classes, other.classes),
        "extendable": (_values(one, "extendable"), _values(other, "extendable")),
        "ends_if": (_values(one, "ends_if"), _values(other, "ends_if")),
    }
    for name, (first, second) in pairs.items():
        if first != second:
            yield Difference(name, first, second, _relation(first, second, False, False))
    if one.parties != other.parties:
        mine, theirs = set(one.parties), set(other.parties)
        yield Difference(
            "parties", one.parties, other.parties, _relation(one.parties, other.parties, mine > theirs, mine < theirs)
        )


def _conditions(one: Term, other: Term) -> Iterator[Difference]:
    """The prices that only one of the accounts names, party by party."""
    first, second = _asked(one), _asked(other)
    for party, asks in sorted(first.keys() ^ second.keys(), key=repr):
        mine = first.get((party, asks))
        price = mine or second[party, asks]
        told = (price_title(price),)
        if mine:
            yield Difference("conditions", told, (), "only first", party)
        else:
            yield Difference("conditions", (), told, "only second", party)


def _asked(term: Term) -> dict[tuple[str, object], Price]:
    return {(one.party, one.asks): one for one in reversed(term.conditions)}


def price_title(price: Price) -> str:
    """What a condition asks for, in a few words; its own words where no category fits."""
    return title(price.category, price.scope) if price.category else " ".join(price.words.split())


def _standing(one: Term, other: Term) -> Iterator[Difference]:
    """What the accounts say of a party that both speak of: agreed, rejected, proposed …"""
    for party in sorted(one.status.keys() & other.status.keys()):
        first, second = one.status[party], other.status[party]
        if first != second:
            relation = "contradictory" if contradict(first, second) else "different"
            yield Difference("status", (first,), (second,), relation, party)
