"""What the rules say of a kind of incident, each rule asked once for each value of what it looks at.

Thousands of kinds differ in a few hundred combinations of place, way, target and author; a rule looks at one of these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from ceasefire.monitoring.assessment import FIELDS
from ceasefire.monitoring.counting.kinds import Kind
from ceasefire.monitoring.counting.spans import Span
from ceasefire.monitoring.happened import UNKNOWN
from ceasefire.monitoring.places import Named
from ceasefire.monitoring.scope_rules import (
    INSIDE,
    NOT_TOLD,
    OUTSIDE,
    RULES,
    TOO_COARSE,
    Circumstances,
    Fit,
    Rule,
    by_a_party,
    excepted,
    in_the_area,
    in_the_domain,
    in_the_window,
    on_a_target,
)
from ceasefire.monitoring.version import Version
from ceasefire.record.terms import Except

ORDER = (OUTSIDE, TOO_COARSE, NOT_TOLD, INSIDE)
"""Which state of a field decides, the first that any field has."""

PLACE = ("region", "place", "coarse")
LOOKS_AT: dict[Rule, tuple[str, ...]] = {
    in_the_window: (),
    in_the_area: PLACE,
    in_the_domain: ("domain",),
    on_a_target: ("targets",),
    by_a_party: ("by",),
}
"""What of a kind each rule looks at; the window is asked of days alone."""

Said = tuple[str, str]
Look = tuple[list[Kind], list[int]]


@dataclass(slots=True)
class Judge:
    """The rules, asked of kinds of incidents under one version after another."""

    kinds: Sequence[Kind]
    named: Named
    _looks: dict[tuple[str, ...], Look] = field(default_factory=dict)

    def answers(self, version: Version, span: Span | None = None) -> list[Said]:
        """For each kind what all fields together say, and which exclude it: in a span of days, or whatever the days."""
        columns = [self._column(fields, rule, span) for rule, fields in _asked(version, span)]
        attacks = [kind.attack for kind in self.kinds]
        together: dict[tuple[object, ...], Said] = {}
        found = []
        for each in zip(attacks, *columns, strict=True):
            said = together.get(each)
            if said is None:
                said = together[each] = _together(each[0], each[1:])
            found.append(said)
        return found

    def _column(self, fields: tuple[str, ...], rule: Callable[[Circumstances], Fit], span: Span | None) -> list[Said]:
        """What one rule says to each kind."""
        examples, numbers = self._look(fields)
        given = (kind.circumstances(self.named) for kind in examples)
        told = [rule(one if span is None else replace(one, when=span.moment())) for one in given]
        said = [(fit.state, fit.reason.field) for fit in told]
        return [said[number] for number in numbers]

    def _look(self, fields: tuple[str, ...]) -> Look:
        """The first kind of each that the fields tell apart, and for each kind the number of its like."""
        if fields not in self._looks:
            first: dict[object, int] = {}
            numbers = [first.setdefault(tuple(getattr(kind, one) for one in fields), len(first)) for kind in self.kinds]
            examples = [self.kinds[numbers.index(number)] for number in range(len(first))]
            self._looks[fields] = examples, numbers
        return self._looks[fields]


def _asked(version: Version, span: Span | None) -> Iterator[tuple[Callable[[Circumstances], Fit], tuple[str, ...]]]:
    """Each rule of a version, and what of a kind it looks at."""
    for rule in RULES:
        if rule is not in_the_window or span is not None:
            yield partial(_held_against, rule, version), LOOKS_AT[rule]
    for one in version.exceptions:
        yield partial(_left_out, one), (("targets",) if one.towards else ()) + (PLACE if one.area else ())


def _held_against(rule: Rule, version: Version, given: Circumstances) -> Fit:
    return rule(given, version)


def _left_out(one: Except, given: Circumstances) -> Fit:
    return excepted(given, one)


def _together(attack: str, said: Sequence[Said]) -> Said:
    """What excludes it first, then what leaves it open."""
    states = {state for state, _ in said}
    fields = {name for state, name in said if state == OUTSIDE}
    state = next(one for one in ORDER if one in states)
    if state == INSIDE and attack == UNKNOWN:
        state = NOT_TOLD
    return state, " ".join(one for one in FIELDS if one in fields)
