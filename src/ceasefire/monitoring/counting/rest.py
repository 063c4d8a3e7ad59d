"""What lies outside, where only its number is asked: all that does not lie inside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from ceasefire.monitoring.assessment import OUTSIDE
from ceasefire.monitoring.counting.columns import schema
from ceasefire.monitoring.counting.counts import DAILY

_BITS, _BEFORE = 22, 1 << 20
"""Two days in one number: those of all years that Python knows take so many bits, counted from before the first."""


def with_the_rest(inside: pa.Table, totals: pa.Table, versions: int, by: Sequence[str]) -> pa.Table:
    """Counts by some of the columns of `DAILY`, sorted, from those that are not outside and all of each span."""
    totals = totals.take(pa.array(np.argsort(_spans(totals))))
    spans = _spans(totals)
    rest = np.tile(totals["n"].to_numpy(), (versions, 1))
    np.subtract.at(rest, (inside["version"].to_numpy(), np.searchsorted(spans, _spans(inside))), inside["n"].to_numpy())
    version, at = np.nonzero(rest)
    outside = pa.array(np.full(len(at), OUTSIDE))
    days = [totals[name].take(pa.array(at)) for name in ("first", "last")]
    columns = schema(*DAILY, "n")
    told = pa.concat_tables(
        [inside, pa.table([version, *days, outside, rest[version, at]], columns.names).cast(columns)]
    )
    if tuple(by) != DAILY:
        told = told.group_by(list(by)).aggregate([("n", "sum")]).rename_columns([*by, "n"])
    return told.select([*by, "n"]).sort_by([(name, "ascending") for name in by]).cast(schema(*by, "n"))


def _spans(table: pa.Table) -> Any:
    """Each row's span of days as one number."""
    first, last = (table[name].cast(pa.int32()).to_numpy().astype("int64") + _BEFORE for name in ("first", "last"))
    return (first << _BITS) | last
