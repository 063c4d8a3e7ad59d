"""What lies outside, where only its number is asked: all that does not lie inside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import pyarrow as pa

from ceasefire.monitoring.assessment import OUTSIDE
from ceasefire.monitoring.counting.columns import schema, table
from ceasefire.monitoring.counting.counts import DAILY
from ceasefire.monitoring.counting.spans import Span


def with_the_rest(inside: pa.Table, totals: Mapping[Span, int], versions: Sequence[int], by: Sequence[str]) -> pa.Table:
    """Counts by some of the columns of `DAILY`, sorted, from those that are not outside and all of each span."""
    rest = Counter({(version, *span): n for version in versions for span, n in totals.items()})
    told = list(zip(*(inside[name].to_pylist() for name in (*DAILY, "n")), strict=True))
    for version, first, last, _, n in told:
        rest[version, first, last] -= n
    told += [(*days, OUTSIDE, n) for days, n in rest.items() if n]
    places = [DAILY.index(name) for name in by]
    summed: Counter[tuple[object, ...]] = Counter()
    for one in told:
        summed[tuple(one[place] for place in places)] += one[-1]
    return table(schema(*by, "n"), [(*each, n) for each, n in summed.items()]).sort_by(
        [(name, "ascending") for name in by]
    )
