"""Terms as rows of keys: for each version, what each kind of incident is under it, and what each span of days is.

The same rules that explain one incident (`scope_rules`) are asked once for each kind and once for each span. Where an
exception holds on some days only, kind and span must be asked together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ceasefire.monitoring.assessment import FIELDS
from ceasefire.monitoring.counting.kinds import Kind
from ceasefire.monitoring.happened import NO, UNKNOWN, Happened
from ceasefire.monitoring.places import Named
from ceasefire.monitoring.report import Moment, Place
from ceasefire.monitoring.scope_rules import (
    INSIDE,
    NOT_TOLD,
    OUTSIDE,
    TOO_COARSE,
    Circumstances,
    Fit,
    fits,
    in_the_window,
)
from ceasefire.monitoring.version import Version

ORDER = (OUTSIDE, TOO_COARSE, NOT_TOLD, INSIDE)
"""Which state of a field decides, the first that any field has."""

NO_DAY = date(1, 1, 1)
"""Stands for no day in tables, where a missing value equals nothing."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """What happened on a day between two, both included; `NO_DAY` for both where nobody says when."""

    first: date
    last: date

    @classmethod
    def of(cls, when: Moment) -> Span:
        """The days that a moment leaves open."""
        return cls(when.first or NO_DAY, when.last or NO_DAY)

    def moment(self) -> Moment:
        """The moment that these days are."""
        return Moment() if self.first == NO_DAY else Moment(self.first, self.last)


@dataclass(frozen=True, slots=True)
class KindKey:
    """What a kind of incident is under a version (by number), but for its days; `outside_by` are the fields."""

    version: int
    kind: int
    state: str
    outside_by: str


@dataclass(frozen=True, slots=True)
class SpanKey:
    """What a span of days is under a version."""

    version: int
    first: date
    last: date
    state: str


@dataclass(frozen=True, slots=True)
class PairKey:
    """What a kind of incident is under a version in a span of days."""

    version: int
    kind: int
    first: date
    last: date
    state: str
    outside_by: str


def kind_keys(versions: Sequence[Version], kinds: Sequence[Kind], named: Named) -> list[KindKey]:
    """A row for each version and kind; kinds that are no attack have none, nor have versions with timed exceptions."""
    return [
        KindKey(number, count, *_answer([one for one in fits(given, version) if one.reason.field != "window"], kind))
        for number, version in enumerate(versions)
        if not has_timed_exceptions(version)
        for count, (kind, given) in enumerate((each, each.circumstances(named)) for each in kinds)
        if kind.attack != NO
    ]


def span_keys(versions: Sequence[Version], spans: Iterable[Span], named: Named) -> list[SpanKey]:
    """A row for each version and span of days; none for versions with timed exceptions."""
    nowhere = Circumstances(Moment(), Place(), Happened(), named)
    distinct = sorted(set(spans))
    return [
        SpanKey(number, span.first, span.last, in_the_window(replace(nowhere, when=span.moment()), version).state)
        for number, version in enumerate(versions)
        if not has_timed_exceptions(version)
        for span in distinct
    ]


def pair_keys(
    versions: Sequence[Version], pairs: Iterable[tuple[int, Span]], kinds: Sequence[Kind], named: Named
) -> list[PairKey]:
    """A row for each version with timed exceptions and each kind and span that occur together."""
    distinct = sorted(set(pairs))
    return [
        PairKey(
            number, count, span.first, span.last, *_answer(_together(version, kinds[count], span, named), kinds[count])
        )
        for number, version in enumerate(versions)
        if has_timed_exceptions(version)
        for count, span in distinct
        if kinds[count].attack != NO
    ]


def has_timed_exceptions(version: Version) -> bool:
    """Whether some exception of it names days."""
    return any(one.window.start.known for one in version.exceptions)


def _together(version: Version, kind: Kind, span: Span, named: Named) -> list[Fit]:
    return fits(replace(kind.circumstances(named), when=span.moment()), version)


def _answer(found: Sequence[Fit], kind: Kind) -> tuple[str, str]:
    """What all fields together say (what excludes it first, then what leaves it open), and which exclude it."""
    states = {one.state for one in found}
    state = next(one for one in ORDER if one in states)
    fields = {one.reason.field for one in found if one.state == OUTSIDE}
    if state == INSIDE and kind.attack == UNKNOWN:
        state = NOT_TOLD
    return state, " ".join(one for one in FIELDS if one in fields)
