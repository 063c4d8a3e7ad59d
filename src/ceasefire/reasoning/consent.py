"""Who must agree to a provision: those whom it binds, or those who would have to act."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ceasefire.reasoning.conflicts import ADDRESSING, BINDING, THIRD, Deed, sides
from ceasefire.reasoning.topic import Topic
from ceasefire.reasoning.words import category

BOUND = "it binds them"
ACTING = "they would have to act"
SMALL_PART = 5
"""A side is named at least one time in so many, compared with the most named one."""
GIVING = ("accept", "reject", "implement", "suspend")


@dataclass(frozen=True, slots=True)
class Around:
    """What a whole conflict shows: the sides that any halt in it binds, and who gives what is given."""

    sides: frozenset[str]
    giving: Mapping[str, frozenset[str]]


def around(topics: Iterable[Topic]) -> Around:
    """What all that is spoken of in one conflict shows about whose consent is needed."""
    halts: Counter[Deed] = Counter()
    giving: dict[str, set[str]] = defaultdict(set)
    for one in topics:
        kind, limits = one.extent
        if category(kind).get("halt"):
            halts.update(one.deeds)
        if not limits.direction:
            giving[kind] |= {deed.actor for deed in one.deeds if deed.act in ("accept", "implement", "suspend")}
    return Around(main_sides(halts), {kind: frozenset(parties) for kind, parties in giving.items()})


def main_sides(halts: Mapping[Deed, int]) -> frozenset[str]:
    """The sides that halts bind, without those of whom hardly anything is said beside the most named one.

    A neighbour that once backs or opposes a halt is not bound by it.
    """
    bound = sides(halts)
    named: Counter[str] = Counter()
    for one, times in halts.items():
        addressed = {one.recipient} if one.recipient and one.act in ADDRESSING else set()
        acting = {one.actor} if one.act in BINDING or one.act == "propose" else set()
        named.update(dict.fromkeys((acting | addressed | set(one.between)) & bound, times))
    most = max(named.values(), default=0)
    return frozenset(party for party in bound if named[party] * SMALL_PART >= most)


def consent(kind: str, about: Collection[Deed], conflict: Around) -> tuple[tuple[str, ...], str]:
    """The parties who must agree, and how that is known, from the deeds `about` the provision and its conflict."""
    if category(kind).get("consent") == "givers":
        return tuple(sorted(givers(about) | conflict.giving.get(kind, frozenset()))), ACTING
    bound = conflict.sides if category(kind).get("halt") else taking_part(about)
    return tuple(sorted(bound)), BOUND


def givers(given: Collection[Deed]) -> frozenset[str]:
    """Parties that give, refuse, suspend or are asked for what the provision is about."""
    acting = {one.actor for one in given if one.act in GIVING}
    asked = {one.recipient for one in given if one.recipient and one.act == "propose"}
    return frozenset(acting | asked)


def taking_part(given: Collection[Deed]) -> frozenset[str]:
    """Parties that take a stance on the provision or to whom it is put; not those who only propose or host it."""
    acts: dict[str, set[str]] = {}
    for one in given:
        acts.setdefault(one.actor, set()).add(one.act)
    named = {party for one in given for party in one.between}
    stance = {party for party, done in acts.items() if not done.issubset({*THIRD, "accuse", "deny"})}
    addressed = {one.recipient for one in given if one.recipient and one.act in ADDRESSING}
    return frozenset(named | stance | (addressed - acts.keys()))
