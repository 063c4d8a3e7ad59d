"""Which provision includes which: a partial order over scopes.

A field that says nothing sets no limit, so it includes everything; whether something limited includes
what sets no limit in words cannot be said, and the answer is None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ceasefire.coding.statement import Scope
from ceasefire.reasoning.exceptions import spares
from ceasefire.reasoning.state import Provision
from ceasefire.reasoning.words import category, included, words
from ceasefire.record.lengths import hours, same_length

LASTING = "lasting"
"""The duration of what is said to be without end: no limit, like none given, but meant."""

FIELDS = ("direction", "targets", "domains", "area", "duration", "occasion", "between", "start")
"""The fields of a scope in the order in which they are compared."""


def plain(kind: str, scope: Scope) -> Scope:
    """The scope in its one canonical form: limits that limit nothing, and doubles, are left out."""
    return replace(
        scope,
        targets=_without_included(kind, scope.targets),
        domains=() if set(scope.domains) >= set(words()["domains"]) else tuple(sorted(set(scope.domains))),
        area=tuple(sorted(set(scope.area))),
        duration="" if scope.duration == LASTING else same_length(scope.duration),
        between=tuple(sorted(set(scope.between))),
        extendable="",
        ends_if="",
    )


def covers(a: Provision, b: Provision) -> bool | None:
    """Whether `a` includes `b`: yes, no, or None when the words do not say.

    Provisions of different conflicts never include each other. Among those of one conflict, whom
    they bind is not compared: it follows from the conflict. What `a` excepts it does not include.
    """
    if a.conflict != b.conflict:
        return False
    one, other = replace(a.scope, between=()), replace(b.scope, between=())
    spared = spares(a.terms.exceptions, b.scope, b.terms)
    return _all([scope_covers(a.category, one, b.category, other), spared])


def scope_covers(kind_a: str, a: Scope, kind_b: str, b: Scope) -> bool | None:
    """Whether a provision of this category and scope includes one of that: yes, no, or None for unknown."""
    if kind_b != kind_a and kind_b not in words()["includes"].get(kind_a, ()):
        return False
    a, b = plain(kind_a, a), plain(kind_b, b)
    if kind_a == kind_b and a == b:
        return True
    return _all(_fields(a, b) if not _unknown_limits(kind_a, a) else [None, *_fields(a, b)])


def field_covers(kind: str, a: Scope, b: Scope) -> dict[str, bool | None]:
    """Field by field, whether the first scope includes the second: yes, no, or None for unknown."""
    return dict(zip(FIELDS, _fields(plain(kind, a), plain(kind, b)), strict=True))


def brings_about(a: Provision, b: Provision) -> bool:
    """Whether agreeing on `a` brings `b` about, so that who refuses `b` refuses `a`.

    Sound along targets, domains and area. Not along duration or occasion: who refuses a truce of
    thirty days need not refuse a lasting ceasefire, for the limit may be what is refused. Nor for what
    one instance fulfils: who refuses talks in one place need not refuse to talk.
    """
    if category(a.category).get("throughout") != (a.scope.direction or "having"):
        return False
    timed = plain(a.category, a.scope), plain(b.category, b.scope)
    same_time = timed[0].duration == timed[1].duration and timed[0].occasion == timed[1].occasion
    return a.id != b.id and same_time and covers(a, b) is True


def opposite(a: Provision, b: Provision) -> bool:
    """Whether `b` is the end of what `a` grants, so that both cannot come about together."""
    if (a.scope.direction, b.scope.direction) != ("", "end") or a.conflict != b.conflict or a.category != b.category:
        return False
    ended = replace(b, scope=replace(b.scope, direction=""))
    return covers(ended, a) is True or covers(a, ended) is True


def _fields(a: Scope, b: Scope) -> Iterator[bool | None]:
    yield a.direction == b.direction
    yield _targets(a.targets, b.targets)
    yield _limits(a.domains, b.domains, lambda: set(a.domains) >= set(b.domains))
    yield _limits(a.area, b.area, lambda: True if set(a.area) >= set(b.area) else None)
    yield _limits(a.duration, b.duration, lambda: _lasts(a.duration, b.duration))
    yield _limits(a.occasion, b.occasion, lambda: a.occasion == b.occasion)
    yield _limits(a.between, b.between, lambda: set(a.between) >= set(b.between))
    yield _limits(a.start.edtf, b.start.edtf, lambda: a.start.edtf == b.start.edtf)


def _limits(a: object, b: object, compare: Callable[[], bool | None]) -> bool | None:
    """No limit includes any; a limit and no word about one cannot be compared."""
    if not a:
        return True
    return compare() if b else None


def _targets(a: tuple[str, ...], b: tuple[str, ...]) -> bool | None:
    reach = frozenset[str]().union(*(included(one) for one in a))
    return _limits(a, b, lambda: reach.issuperset(b))


def _lasts(a: str, b: str) -> bool | None:
    first, second = hours(a), hours(b)
    if first is None or second is None:
        return True if a == b else None
    return first >= second


def _unknown_limits(kind: str, scope: Scope) -> bool:
    """A limited ceasefire whose limits nobody names includes nothing for certain but itself."""
    limited = any(kind in inner for inner in words()["includes"].values())
    return limited and not (scope.targets or scope.domains or scope.area or scope.occasion)


def _without_included(kind: str, targets: Iterable[str]) -> tuple[str, ...]:
    """Targets that no other target of the list includes; none when the plain name means them all."""
    given = set(targets)
    if given.issuperset(category(kind).get("whole", ())) and category(kind).get("whole"):
        return ()
    return tuple(sorted(one for one in given if not any(one in included(other) for other in given - {one})))


def _all(answers: Iterable[bool | None]) -> bool | None:
    """No when any says no, unknown when any is unknown, else yes."""
    found = list(answers)
    if False in found:
        return False
    return None if None in found else True
