"""Which words speak of which provision, within one document and from one to the next.

"The truce" after "a 30-day truce" is that truce; "a lasting ceasefire" is not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from ceasefire.coding.statement import Scope, Statement
from ceasefire.reasoning.evidence import STANCE_OF, agree, shows_no_stance
from ceasefire.reasoning.lattice import LASTING, plain
from ceasefire.reasoning.prolonging import speaks_of_prolonging
from ceasefire.reasoning.words import category, words

Extent = tuple[str, Scope]
"""A category and a canonical scope without start and parties: what tells one provision from another."""

LIMITS = ("targets", "domains", "area", "duration", "occasion")
"""The fields of a scope that can limit a provision; its direction turns it round."""

_WORD = re.compile(r"[\w-]+")


class Mention(NamedTuple):
    """A provision spoken of in a statement, by the act itself or as its condition."""

    statement: Statement
    extent: Extent
    scope: Scope
    words: str
    condition: bool = False

    def of(self, extent: Extent) -> Mention:
        """The same mention, of another extent."""
        return Mention(self.statement, extent, self.scope, self.words, self.condition)


class Spoken:
    """The provisions that statements speak of; what is said with the same scope is worked out once.

    `everywhere` names the parties: a halt "in" the country of one of them is not limited to a place. How much longer
    a pause is to last is not how long it lasts.
    """

    def __init__(self, everywhere: frozenset[str] = frozenset()) -> None:
        self._everywhere = everywhere
        self._known: dict[tuple[str, int], tuple[Extent, Scope]] = {}
        self._met_scopes: list[Scope] = []
        self._longer: dict[int, Scope] = {}

    def of(self, statements: Iterable[Statement]) -> list[Mention]:
        """The provision that each statement is about and, if it sets a price, the provision that is the price."""
        found, known = [], self._known
        for one in statements:
            limits = one.scope
            if limits.duration and speaks_of_prolonging(one):
                limits = self._longer.get(id(limits)) or self._without_duration(limits)
            extent, scope = known.get((one.provision, id(limits))) or self._met(one.provision, limits)
            found.append(Mention(one, extent, scope, one.quote, False))
            if kind := one.condition_provision:
                limits = one.condition_scope
                extent, scope = known.get((kind, id(limits))) or self._met(kind, limits)
                found.append(Mention(one, extent, scope, one.condition or "", True))
        return found

    def _without_duration(self, said: Scope) -> Scope:
        self._met_scopes.append(said)
        found = self._longer[id(said)] = replace(said, duration="")
        return found

    def _met(self, kind: str, said: Scope) -> tuple[Extent, Scope]:
        """The extent, and the scope without parties. A scope once met is kept, so that its id stays its own."""
        scope = _without_parties(kind, said, self._everywhere)
        self._met_scopes.append(said)
        known = self._known[kind, id(said)] = (extent(kind, scope), scope)
        return known


def mentions(statement: Statement, everywhere: frozenset[str] = frozenset()) -> list[Mention]:
    """The provisions that one statement speaks of; see `Spoken`."""
    return Spoken(everywhere).of([statement])


def _without_parties(kind: str, scope: Scope, parties: frozenset[str]) -> Scope:
    if not category(kind).get("halt") or parties.isdisjoint(scope.area):
        return scope
    return replace(scope, area=tuple(place for place in scope.area if place not in parties))


class _Known(tuple[str, Scope]):
    """An extent of which there is only one, so that it need not be compared field by field."""

    __slots__ = ()
    __hash__ = object.__hash__
    __eq__ = object.__eq__


@cache
def _only(kind: str, limits: Scope) -> Extent:
    return _Known((kind, limits))


def extent(kind: str, scope: Scope) -> Extent:
    """What tells this provision from another: category and limits, not when it starts or whom it binds."""
    return _extent(kind, *_limits(scope))


_limits = attrgetter(*LIMITS, "direction")


@lru_cache(maxsize=65536)
def _extent(kind: str, *limits: Any) -> Extent:
    return _only(kind, plain(kind, Scope(**dict(zip((*LIMITS, "direction"), limits, strict=True)))))


def joined(found: Iterable[Mention]) -> list[Mention]:
    """Each mention of one document with the extent that it speaks of, in the order given.

    A less specific mention takes the extent of the only one in its document that says more and
    contradicts it in nothing; when several do, or none, it stays as general as it is. So it does when
    its party would contradict itself: who refuses the 30-day truce and names a price for "a ceasefire"
    means another.
    """
    given = list(found)
    extents = {one.extent for one in given}
    fuller = _fuller(frozenset(extents)) if len(extents) > 1 else {}
    if not fuller:
        return given
    specific = frozenset(fuller.values())
    stances: dict[tuple[str, Extent], set[str]] = defaultdict(set)
    for one in given:
        if one.extent in specific and (stance := _stance(one)) is not None:
            stances[one.statement.actor, one.extent].add(stance)
    return [
        one.of(full)
        if (full := fuller.get(one.extent)) is not None
        and _consistent(one, stances.get((one.statement.actor, full), ()))
        and not means_the_general(one)
        else one
        for one in given
    ]


@lru_cache(maxsize=65536)
def _fuller(extents: frozenset[Extent]) -> Mapping[Extent, Extent]:
    """Each extent of which exactly one fullest other says more, with that one."""
    return {one: full for one in extents if (full := _only_fuller(one, extents)) is not None}


def _stance(one: Mention) -> str | None:
    return None if one.condition or shows_no_stance(one.statement) else STANCE_OF[one.statement.act]


def _consistent(one: Mention, taken: Collection[str]) -> bool:
    """Whether the party takes no other stance on the specific provision than on this mention."""
    stance = _stance(one) if taken else None
    return stance is None or all(agree(stance, other) for other in taken)


def _only_fuller(one: Extent, extents: Iterable[Extent]) -> Extent | None:
    """The fullest extent that says more than this one, when there is exactly one."""
    fuller = [other for other in extents if other[0] == one[0] and says_more(other, one)]
    fullest = [other for other in fuller if not any(says_more(third, other) for third in fuller)]
    return fullest[0] if len(fullest) == 1 else None


@lru_cache(maxsize=65536)
def says_more(more: Extent, less: Extent) -> bool:
    """Whether `more` limits all that `less` limits in the same way, and something else too."""
    if more[0] != less[0] or more == less or more[1].direction != less[1].direction:
        return False
    return all(not getattr(less[1], name) or getattr(less[1], name) == getattr(more[1], name) for name in LIMITS)


def means_the_general(mention: Mention) -> bool:
    """A mention without any limit whose words say "lasting", "full" or "any future" means no one truce."""
    if any(getattr(mention.extent[1], name) for name in LIMITS):
        return False
    return mention.scope.duration == LASTING or _has_general_words(mention.words)


def _has_general_words(said: str) -> bool:
    general, folded = general_words(), said.casefold()
    if not any(one in folded for one in general):
        return False
    return not general.isdisjoint(word.casefold() for word in _WORD.findall(said))


@cache
def general_words() -> frozenset[str]:
    """Words that say that another, wider or future thing is meant."""
    return frozenset(words()["general_words"])
