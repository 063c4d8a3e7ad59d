"""Which words speak of which provision, within one document and from one to the next.

"The truce" after "a 30-day truce" is that truce; "a lasting ceasefire" is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from ceasefire.coding.statement import Scope, Statement
from ceasefire.reasoning.evidence import STANCE_OF, agree, shows_no_stance
from ceasefire.reasoning.lattice import LASTING, plain
from ceasefire.reasoning.prolonging import speaks_of_prolonging
from ceasefire.reasoning.words import category, words

Extent = tuple[str, Scope]
"""A category and a canonical scope without start and parties: what tells one provision from another."""

_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Mention:
    """A provision spoken of in a statement, by the act itself or as its condition."""

    statement: Statement
    extent: Extent
    scope: Scope
    words: str
    condition: bool = False


def mentions(statement: Statement, everywhere: frozenset[str] = frozenset()) -> list[Mention]:
    """The provision that a statement is about and, if it sets a price, the provision that is the price.

    `everywhere` names the parties: a halt "in" the country of one of them is not limited to a place. How much longer
    a pause is to last is not how long it lasts.
    """
    scope = _without_parties(statement.provision, statement.scope, everywhere)
    scope = replace(scope, duration="") if speaks_of_prolonging(statement) else scope
    found = [Mention(statement, extent(statement.provision, scope), scope, statement.quote)]
    if statement.condition_provision:
        kind = statement.condition_provision
        scope = _without_parties(kind, statement.condition_scope, everywhere)
        found.append(Mention(statement, extent(kind, scope), scope, statement.condition or "", condition=True))
    return found


def _without_parties(kind: str, scope: Scope, parties: frozenset[str]) -> Scope:
    if not category(kind).get("halt") or parties.isdisjoint(scope.area):
        return scope
    return replace(scope, area=tuple(place for place in scope.area if place not in parties))


@lru_cache(maxsize=65536)
def extent(kind: str, scope: Scope) -> Extent:
    """What tells this provision from another: category and limits, not when it starts or whom it binds."""
    narrow = plain(kind, scope)
    return kind, Scope(
        targets=narrow.targets,
        domains=narrow.domains,
        area=narrow.area,
        duration=narrow.duration,
        direction=narrow.direction,
        occasion=narrow.occasion,
    )


def joined(found: Iterable[Mention]) -> list[Mention]:
    """Each mention of one document with the extent that it speaks of, in the order given.

    A less specific mention takes the extent of the only one in its document that says more and
    contradicts it in nothing; when several do, or none, it stays as general as it is. So it does when
    its party would contradict itself: who refuses the 30-day truce and names a price for "a ceasefire"
    means another.
    """
    given = list(found)
    extents = list(dict.fromkeys(one.extent for one in given))
    fuller = {one: full for one in extents if (full := _only_fuller(one, extents)) is not None}
    stances: dict[tuple[str, Extent], set[str]] = {}
    for one in given:
        if (stance := _stance(one)) is not None:
            stances.setdefault((one.statement.actor, one.extent), set()).add(stance)
    return [
        replace(one, extent=full)
        if (full := fuller.get(one.extent)) is not None
        and not means_the_general(one)
        and _consistent(one, stances.get((one.statement.actor, full), ()))
        else one
        for one in given
    ]


def _stance(one: Mention) -> str | None:
    return None if one.condition or shows_no_stance(one.statement) else STANCE_OF[one.statement.act]


def _consistent(one: Mention, taken: Iterable[str]) -> bool:
    """Whether the party takes no other stance on the specific provision than on this mention."""
    stance = _stance(one)
    return stance is None or all(agree(stance, other) for other in taken)


def _only_fuller(one: Extent, extents: Iterable[Extent]) -> Extent | None:
    """The fullest extent that says more than this one, when there is exactly one."""
    fuller = [other for other in extents if says_more(other, one)]
    fullest = [other for other in fuller if not any(says_more(third, other) for third in fuller)]
    return fullest[0] if len(fullest) == 1 else None


def recalled(found: Iterable[Mention]) -> list[Mention]:
    """Each mention, in the order given (that of time), with the extent that an earlier document gave it.

    "The pause on energy strikes" of a later report is the 30-day pause agreed before, when it says the same but
    for the length. A mention without target or occasion ("a ceasefire") recalls nothing.
    """
    given: list[Mention] = []
    with_length: dict[Extent, dict[Extent, set[str]]] = {}
    for one in found:
        if not one.statement.said.known or not (one.extent[1].targets or one.extent[1].occasion):
            given.append(one)
            continue
        known = with_length.setdefault(_without_length(one.extent), {})
        elsewhere = [full for full, documents in known.items() if documents - {one.statement.document}]
        given.append(replace(one, extent=elsewhere[-1]) if elsewhere and not one.extent[1].duration else one)
        full = given[-1].extent
        if full[1].duration:
            known[full] = known.pop(full, set()) | {one.statement.document}
    return given


def _without_length(one: Extent) -> Extent:
    return one[0], replace(one[1], duration="")


def says_more(more: Extent, less: Extent) -> bool:
    """Whether `more` limits all that `less` limits in the same way, and something else too."""
    if more[0] != less[0] or more == less or more[1].direction != less[1].direction:
        return False
    return all(not getattr(less[1], name) or getattr(less[1], name) == getattr(more[1], name) for name in LIMITS)


def means_the_general(mention: Mention) -> bool:
    """A mention without any limit whose words say "lasting", "full" or "any future" means no one truce."""
    if any(getattr(mention.extent[1], name) for name in LIMITS):
        return False
    return mention.scope.duration == LASTING or not general_words().isdisjoint(
        word.casefold() for word in _WORD.findall(mention.words)
    )


def general_words() -> frozenset[str]:
    """Words that say that another, wider or future thing is meant."""
    return frozenset(words()["general_words"])


LIMITS = ("targets", "domains", "area", "duration", "occasion")
