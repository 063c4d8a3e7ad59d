"""Counts of incidents under every version of the terms, in total, in a period, and by day, party and region."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from ceasefire.monitoring.assessment import FIELDS, OUTSIDE, VERDICTS
from ceasefire.monitoring.counting.kinds import Kind
from ceasefire.monitoring.counting.tables import Count
from ceasefire.monitoring.monitored import Period, Tally, UnderVersion
from ceasefire.monitoring.version import Version

K = TypeVar("K", date, str)


def under_version(
    version: Version,
    counts: Sequence[Count],
    ever: Sequence[Count],
    kinds: Sequence[Kind],
    period: Period,
    previous: Period,
) -> UnderVersion:
    """The counts of one version: an incident belongs to a period when any of its days does.

    `ever` are the counts under the same terms as if they had always held.
    """
    inside = [one for one in counts if one.verdict != OUTSIDE]
    return UnderVersion(
        version=version,
        total=tally(counts),
        period=tally(one for one in counts if touches(one.first, one.last, period)),
        previous=tally(one for one in ever if touches(one.first, one.last, previous)),
        by_day=_by((one for one in ever if one.verdict != OUTSIDE), lambda one: one.first),
        by_party=_by(inside, lambda one: kinds[one.kind].by),
        by_region=_by(inside, lambda one: kinds[one.kind].region),
    )


def tally(counts: Iterable[Count]) -> Tally:
    """Incidents by verdict, and those outside by field; every verdict is there."""
    verdicts, fields = Counter(dict.fromkeys(VERDICTS, 0)), Counter(dict.fromkeys(FIELDS, 0))
    for one in counts:
        verdicts[one.verdict] += one.n
        fields.update(dict.fromkeys(one.outside_by, one.n))
    return Tally(dict(verdicts), dict(fields))


def touches(first: date, last: date, period: Period) -> bool:
    """Whether some day between two lies in a period."""
    return first <= period.last and last >= period.first


def _by(counts: Iterable[Count], key: Callable[[Count], K]) -> dict[K, dict[str, int]]:
    found: dict[K, Counter[str]] = defaultdict(Counter)
    for one in counts:
        found[key(one)][one.verdict] += one.n
    return {
        name: {verdict: found[name][verdict] for verdict in VERDICTS if found[name][verdict]} for name in sorted(found)
    }
