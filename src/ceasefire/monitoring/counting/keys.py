"""Terms as rows of keys: for each version, what each kind of incident is under it, and what each span of days is.

The same rules that explain one incident (`scope_rules`) are asked (`judging`). Where an exception holds on some days
only, kind and days must be asked together: then there is a row for each kind and stretch of days.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from ceasefire.monitoring.counting.judging import Judge, window_states
from ceasefire.monitoring.counting.kinds import Kind
from ceasefire.monitoring.counting.spans import Span, Stretches
from ceasefire.monitoring.happened import NO, Happened
from ceasefire.monitoring.places import Named
from ceasefire.monitoring.report import Moment, Place
from ceasefire.monitoring.scope_rules import Circumstances
from ceasefire.monitoring.version import Version


class KindKey(NamedTuple):
    """What a kind of incident is under a version (by number), but for its days; `outside_by` are the fields."""

    version: int
    kind: int
    state: str
    outside_by: str


class SpanKey(NamedTuple):
    """What a span of days is under a version."""

    version: int
    first: date
    last: date
    state: str


class PairKey(NamedTuple):
    """What a kind of incident is under a version in a stretch of days."""

    version: int
    kind: int
    stretch: int
    state: str
    outside_by: str


class StretchKey(NamedTuple):
    """Which stretch a span of days lies in, under a version."""

    version: int
    first: date
    last: date
    stretch: int


def kind_keys(versions: Sequence[Version], kinds: Sequence[Kind], named: Named) -> list[KindKey]:
    """A row for each version and kind; kinds that are no attack have none, nor have versions with timed exceptions."""
    return [
        KindKey(number, count, *judge.answer(kind))
        for number, judge in _judges(versions, named, timed=False)
        for count, kind in enumerate(kinds)
        if kind.attack != NO
    ]


def span_keys(versions: Sequence[Version], spans: Iterable[Span], named: Named) -> list[SpanKey]:
    """A row for each version and span of days; none for versions with timed exceptions."""
    nowhere = Circumstances(Moment(), Place(), Happened(), named)
    distinct = sorted(set(spans))
    found = []
    for number, judge in _judges(versions, named, timed=False):
        stretches = Stretches.under(judge.version)
        numbers = [stretches.number(span) for span in distinct]
        states = window_states(judge.version, stretches.examples, nowhere)
        found += [SpanKey(number, *span, states[one]) for span, one in zip(distinct, numbers, strict=True)]
    return found


def pair_keys(
    versions: Sequence[Version], spans: Iterable[Span], kinds: Sequence[Kind], named: Named
) -> tuple[list[PairKey], list[StretchKey]]:
    """For versions with timed exceptions: a row for each kind and stretch, and which spans lie in which stretch."""
    distinct = sorted(set(spans))
    pairs, stretched = [], []
    for number, judge in _judges(versions, named, timed=True):
        stretches = Stretches.under(judge.version)
        stretched += [StretchKey(number, *span, stretches.number(span)) for span in distinct]
        pairs += [
            PairKey(number, count, stretch, *judge.answer(kind, span, stretch))
            for count, kind in enumerate(kinds)
            if kind.attack != NO
            for stretch, span in enumerate(stretches.examples)
        ]
    return pairs, stretched


def _judges(versions: Sequence[Version], named: Named, *, timed: bool) -> list[tuple[int, Judge]]:
    judges = ((number, Judge(version, named)) for number, version in enumerate(versions))
    return [(number, judge) for number, judge in judges if judge.timed == timed]
