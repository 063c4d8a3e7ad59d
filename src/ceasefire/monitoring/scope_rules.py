"""Whether an incident lies inside the scope of a provision, field by field.

Each rule answers for one field: inside, outside, "not told" where no report says enough, or "too coarse" where the
reports say it only so roughly that it may be either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from ceasefire.monitoring.assessment import Reason
from ceasefire.monitoring.happened import Happened
from ceasefire.monitoring.places import Named
from ceasefire.monitoring.report import Moment, Place
from ceasefire.monitoring.version import Version
from ceasefire.monitoring.wording import said
from ceasefire.reasoning.words import included, words
from ceasefire.record.terms import Except

INSIDE, OUTSIDE, NOT_TOLD, TOO_COARSE = "inside", "outside", "not told", "too coarse"


@dataclass(frozen=True, slots=True)
class Fit:
    """What one rule answers for one field."""

    state: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the rules ask of an incident: when, where, what; `named` knows which places the outlines name."""

    when: Moment
    where: Place
    what: Happened
    named: Named


Rule = Callable[[Circumstances, Version], Fit]


def in_the_window(given: Circumstances, version: Version) -> Fit:
    """The pause holds on every day on which it may have happened."""
    if version.first is None:
        return _fit(NOT_TOLD, "in_the_window", "window", "no_first_day")
    if given.when.first is None or given.when.last is None:
        return _fit(TOO_COARSE, "in_the_window", "window", "no_day")
    if given.when.days > LONGEST:
        return _fit(TOO_COARSE, "in_the_window", "window", "too_long", days=given.when.days)
    held = {version.holds_on(day) for day in _days(given.when)}
    if held == {True}:
        return _fit(INSIDE, "in_the_window", "window", "within", first=version.first, after=_day(version.after))
    if held == {False}:
        before = given.when.last < version.first
        how = "before" if before else "after" if version.after and given.when.first >= version.after else "suspended"
        return _fit(OUTSIDE, "in_the_window", "window", how, first=version.first, after=_day(version.after))
    return _fit(TOO_COARSE, "in_the_window", "window", "straddles", days=given.when.days)


def in_the_area(given: Circumstances, version: Version) -> Fit:
    """It happened in a place that the provision names, or the provision names none."""
    return _area(version.scope.area, given, "in_the_area")


def in_the_domain(given: Circumstances, version: Version) -> Fit:
    """It came by a way that the provision names (air, land, sea), or the provision names none."""
    asked, domain = set(version.scope.domains), given.what.domain
    if not asked or asked >= set(words()["domains"]):
        return _fit(INSIDE, "in_the_domain", "domain", "no_limit")
    if not domain:
        return _fit(NOT_TOLD, "in_the_domain", "domain", "not_told")
    return _fit(INSIDE if domain in asked else OUTSIDE, "in_the_domain", "domain", "is", domain=domain)


def on_a_target(given: Circumstances, version: Version) -> Fit:
    """It struck a class of targets that the provision names, or the provision names none."""
    return _targets(version.scope.targets, given, "on_a_target")


def by_a_party(given: Circumstances, version: Version) -> Fit:
    """Nobody names who did it, or who is named is bound by the provision."""
    bound, by = version.scope.between, given.what.by
    if not by:
        return _fit(INSIDE, "by_a_party", "party", "nobody_named")
    if not bound:
        return _fit(INSIDE, "by_a_party", "party", "no_limit")
    return _fit(INSIDE if by in bound else OUTSIDE, "by_a_party", "party", "bound" if by in bound else "free", party=by)


RULES: tuple[Rule, ...] = (in_the_window, in_the_area, in_the_domain, on_a_target, by_a_party)


def excepted(given: Circumstances, one: Except) -> Fit:
    """All that the exception names holds of it: then the provision does not cover it."""
    fits = [_targets(one.towards, given, "excepted"), _area(one.area, given, "excepted"), _when(one, given)]
    named = [fit for fit, limit in zip(fits, (one.towards, one.area, one.window.start.known), strict=True) if limit]
    states = [fit.state for fit in named]
    if OUTSIDE in states or not named:
        return _fit(INSIDE, "excepted", named[states.index(OUTSIDE)].reason.field if named else "", "not_excepted")
    if any(state != INSIDE for state in states):
        return _fit(NOT_TOLD, "excepted", named[0].reason.field, "perhaps_excepted")
    return _fit(OUTSIDE, "excepted", named[0].reason.field, "excepted")


def fits(given: Circumstances, version: Version) -> list[Fit]:
    """What every rule answers, in the order of the fields, then the exceptions."""
    return [*(rule(given, version) for rule in RULES), *(excepted(given, one) for one in version.exceptions)]


LONGEST = 400
"""Days that one report may leave open; what leaves more has no date that a pause can be held against."""


def _days(when: Moment) -> Iterable[date]:
    assert when.first is not None
    return (when.first + timedelta(days=number) for number in range(when.days))


def _when(one: Except, given: Circumstances) -> Fit:
    first, after = one.window.first, one.window.after
    if first is None or given.when.first is None or given.when.last is None:
        return _fit(NOT_TOLD, "excepted", "window", "no_day")
    inside = given.when.first >= first and (after is None or given.when.last < after)
    apart = given.when.last < first or (after is not None and given.when.first >= after)
    return _fit(INSIDE if inside else OUTSIDE if apart else TOO_COARSE, "excepted", "window", "excepted")


def _area(asked: tuple[str, ...], given: Circumstances, rule: str) -> Fit:
    if not asked:
        return _fit(INSIDE, rule, "area", "no_limit")
    where = given.where
    if any(given.named.lies_in(where, place) for place in asked):
        return _fit(INSIDE, rule, "area", "lies_in", places=asked)
    if where.region and all(given.named.is_region(place) for place in asked):
        return _fit(OUTSIDE, rule, "area", "lies_elsewhere", region=where.region, places=asked)
    coarse = where.precision in ("region", "country")
    return _fit(TOO_COARSE if coarse else NOT_TOLD, rule, "area", "place_not_told", places=asked)


def _targets(asked: tuple[str, ...], given: Circumstances, rule: str) -> Fit:
    if not asked:
        return _fit(INSIDE, rule, "target", "no_limit")
    hit = given.what.targets
    if not hit:
        return _fit(NOT_TOLD, rule, "target", "not_told")
    reach = frozenset[str]().union(*(included(one) for one in asked))
    struck = [one for one in hit if one in reach]
    if struck:
        return _fit(INSIDE, rule, "target", "is", classes=_words(struck), asked=_words(asked))
    wider = [one for one in hit if not included(one).isdisjoint(reach)]
    if wider:
        return _fit(NOT_TOLD, rule, "target", "wider", classes=_words(wider), asked=_words(asked))
    return _fit(OUTSIDE, rule, "target", "other", classes=_words(hit), asked=_words(asked))


def _words(classes: Iterable[str]) -> list[str]:
    """Classes as readers write them."""
    return [one.replace("-", " ") for one in classes]


def _day(after: date | None) -> date | str:
    return after - timedelta(days=1) if after else said("window", "no_last_day")


def _fit(state: str, rule: str, field: str, how: str, **facts: object) -> Fit:
    return Fit(state, Reason(rule, field, said(field or "terms", how, **facts)))
