"""What the rules say of a kind of incident, each rule asked once for each value of what it looks at.

Thousands of kinds differ in a few hundred combinations of place, way, target and author; a rule looks at one of these.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from operator import attrgetter

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
    in_the_area: PLACE,
    in_the_domain: ("domain",),
    on_a_target: ("targets",),
    by_a_party: ("by",),
}
"""What of a kind each rule looks at; the window is asked of days alone."""

Said = tuple[str, str]


@dataclass(slots=True)
class Judge:
    """The rules of one version; `answer` is their answer to a kind, in a span of days or whatever the days."""

    version: Version
    named: Named
    _asked: list[tuple[Callable[[Circumstances], Fit], Callable[[Kind], object], bool]] = field(init=False)
    _said: dict[object, Said] = field(default_factory=dict)

    def __post_init__(self) -> None:
        version = self.version
        self._asked = [
            (partial(_rule, rule, version), attrgetter(*LOOKS_AT[rule]), False)
            for rule in RULES
            if rule is not in_the_window
        ]
        for one in version.exceptions:
            self._asked.append((partial(_excepted, one), attrgetter("targets", *PLACE), one.window.start.known))
        if self.timed:
            self._asked.append((partial(_rule, in_the_window, version), lambda kind: None, True))

    @property
    def timed(self) -> bool:
        """Whether some exception names days, so that kind and days must be judged together."""
        return any(one.window.start.known for one in self.version.exceptions)

    def answer(self, kind: Kind, span: Span | None = None, stretch: int = 0) -> Said:
        """What all fields together say (what excludes it first, then what leaves it open), and which exclude it."""
        states, fields = set(), set()
        for number, (rule, looked_at, timed) in enumerate(self._asked):
            key = (number, looked_at(kind), stretch if timed else 0)
            said = self._said.get(key)
            if said is None:
                fit = rule(self._given(kind, span if timed else None))
                said = self._said[key] = (fit.state, fit.reason.field)
            states.add(said[0])
            if said[0] == OUTSIDE:
                fields.add(said[1])
        state = next(one for one in ORDER if one in states)
        if state == INSIDE and kind.attack == UNKNOWN:
            state = NOT_TOLD
        return state, " ".join(one for one in FIELDS if one in fields) if fields else ""

    def _given(self, kind: Kind, span: Span | None) -> Circumstances:
        given = kind.circumstances(self.named)
        return given if span is None else replace(given, when=span.moment())


def _rule(rule: Rule, version: Version, given: Circumstances) -> Fit:
    return rule(given, version)


def _excepted(one: Except, given: Circumstances) -> Fit:
    return excepted(given, one)


def window_states(version: Version, spans: Sequence[Span], nowhere: Circumstances) -> list[str]:
    """What the window of a version says of each of these spans."""
    return [in_the_window(replace(nowhere, when=span.moment()), version).state for span in spans]
