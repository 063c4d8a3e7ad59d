"""Reports that one source repeats: the same words about the same place at the same time."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np

from ceasefire.monitoring.linking.arrays import NONE, Ints
from ceasefire.monitoring.linking.columns import Columns
from ceasefire.monitoring.linking.sources import REPORT, rows_of_kind


def repeated(columns: Columns, kinds_of: Mapping[str, str], single: Collection[int] = ()) -> Ints:
    """For each report the first (by id) that says the same of the same place and time, itself where there is none.

    Only where a source has many rows an event. The same words about another place tell of something else.
    """
    representative = np.arange(len(columns), dtype=np.int64)
    may = np.flatnonzero(rows_of_kind(columns, kinds_of, REPORT) & (columns.text != NONE) & (columns.first > 0))
    may = may[~np.isin(may, list(single))]
    if not len(may):
        return representative
    held = np.column_stack(
        [
            column[may].astype(np.float64)
            for column in (columns.source, columns.text, columns.first, columns.last, columns.place, columns.region)
        ]
        + [np.nan_to_num(column[may], nan=-999.0) for column in (columns.lon, columns.lat, columns.minute)]
    )
    _, first, inverse = np.unique(held, axis=0, return_index=True, return_inverse=True)
    representative[may] = may[first[inverse.reshape(-1)]]
    return representative
