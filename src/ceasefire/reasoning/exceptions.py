"""What a provision leaves out: who excepts something does not cover it."""

from __future__ import annotations

from collections.abc import Iterable

from ceasefire.coding.statement import Scope
from ceasefire.reasoning.words import included
from ceasefire.record.terms import Except, Terms, Window


def spares(excepted: Iterable[Except], scope: Scope, terms: Terms) -> bool | None:
    """Whether a provision stays clear of what another excepts: yes, no, or None where the words do not say.

    It does when it asks for nothing of what is excepted, or excepts at least as much itself.
    """
    found = [any(within(one, own) for own in terms.exceptions) or _clear_of(one, scope, terms) for one in excepted]
    if False in found:
        return False
    return None if None in found else True


def within(inner: Except, outer: Except) -> bool:
    """Whether all that the inner exception leaves out is left out by the outer one too."""
    targets = not outer.towards or (bool(inner.towards) and _reach(inner.towards) <= _reach(outer.towards))
    area = not outer.area or (bool(inner.area) and set(inner.area) <= set(outer.area))
    return targets and area and _inside(inner.window, outer.window)


def _clear_of(one: Except, scope: Scope, terms: Terms) -> bool | None:
    """Whether a scope asks for nothing of what is excepted."""
    met = (
        _meet_targets(one.towards, scope.targets),
        _meet_areas(one.area, scope.area),
        _meet(one.window, terms.window),
    )
    if False in met:
        return True
    return None if None in met else False


def _meet_targets(excepted: tuple[str, ...], asked: tuple[str, ...]) -> bool:
    """Classes meet when something belongs to both; what names none asks for all."""
    return not excepted or not asked or not _reach(excepted).isdisjoint(_reach(asked))


def _meet_areas(excepted: tuple[str, ...], asked: tuple[str, ...]) -> bool | None:
    """Places of other names may still lie in one another."""
    return True if not excepted or not asked or set(excepted) & set(asked) else None


def _meet(excepted: Window, asked: Window) -> bool | None:
    """Whether two times have a day in common; what names no time holds at all times."""
    if excepted == Window() or asked == Window():
        return True
    first, after, begins, ends = excepted.first, excepted.after, asked.first, asked.after
    if (ends is not None and first is not None and ends <= first) or (
        after is not None and begins is not None and after <= begins
    ):
        return False
    return True if None not in (first, after, begins, ends) else None


def _inside(inner: Window, outer: Window) -> bool:
    if outer in (Window(), inner):
        return True
    first, after, begins, ends = outer.first, outer.after, inner.first, inner.after
    if first is None or after is None or begins is None or ends is None:
        return False
    return first <= begins and ends <= after


def _reach(targets: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*(included(one) for one in targets))
