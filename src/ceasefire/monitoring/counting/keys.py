"""Terms as rows of keys: for each version, what each kind of incident is under it, and what each span of days is.

The same rules that explain one incident (`scope_rules`) are asked (`judging`). Where an exception holds on some days
only, kind and days must be asked together: then there is a row for each kind and stretch of days.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ceasefire.monitoring.counting.judging import Judge
from ceasefire.monitoring.counting.kinds import Kind
from ceasefire.monitoring.counting.spans import Span, Stretches
from ceasefire.monitoring.happened import NO, Happened
from ceasefire.monitoring.places import Named
from ceasefire.monitoring.report import Moment, Place
from ceasefire.monitoring.scope_rules import Circumstances, in_the_window
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
    numbers, judge = _judged(kinds, named)
    return [
        KindKey(number, kind, *said)
        for number, version in enumerate(versions)
        if not has_timed_exceptions(version)
        for kind, said in zip(numbers, judge.answers(version), strict=True)
    ]


def span_keys(versions: Sequence[Version], spans: Iterable[Span], named: Named) -> list[SpanKey]:
    """A row for each version and span of days; none for versions with timed exceptions."""
    nowhere = Circumstances(Moment(), Place(), Happened(), named)
    distinct, found = sorted(set(spans)), []
    for number, version in enumerate(versions):
        if not has_timed_exceptions(version):
            stretches = Stretches.under(version)
            placed = [stretches.number(span) for span in distinct]
            given = (replace(nowhere, when=span.moment()) for span in stretches.examples)
            states = [in_the_window(one, version).state for one in given]
            found += [SpanKey(number, *span, states[one]) for span, one in zip(distinct, placed, strict=True)]
    return found


def pair_keys(
    versions: Sequence[Version], spans: Iterable[Span], kinds: Sequence[Kind], named: Named
) -> tuple[list[PairKey], list[StretchKey]]:
    """For versions with timed exceptions: a row for each kind and stretch, and which spans lie in which stretch."""
    numbers, judge = _judged(kinds, named)
    distinct, pairs, stretched = sorted(set(spans)), [], []
    for number, version in enumerate(versions):
        if has_timed_exceptions(version):
            stretches = Stretches.under(version)
            stretched += [StretchKey(number, *span, stretches.number(span)) for span in distinct]
            pairs += [
                PairKey(number, kind, stretch, *said)
                for stretch, span in enumerate(stretches.examples)
                for kind, said in zip(numbers, judge.answers(version, span), strict=True)
            ]
    return pairs, stretched


def has_timed_exceptions(version: Version) -> bool:
    """Whether some exception of it names days."""
    return any(one.window.start.known for one in version.exceptions)


def _judged(kinds: Sequence[Kind], named: Named) -> tuple[list[int], Judge]:
    """The numbers of the kinds that are or may be attacks, and who judges them."""
    numbers = [number for number, kind in enumerate(kinds) if kind.attack != NO]
    return numbers, Judge([kinds[number] for number in numbers], named)
