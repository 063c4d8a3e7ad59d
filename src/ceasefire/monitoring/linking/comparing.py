"""Pairs of reports compared: for each field the level, NONE where it cannot be compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ceasefire.monitoring.linking import compare_what, compare_where
from ceasefire.monitoring.linking.arrays import NONE, Ints, Levels
from ceasefire.monitoring.linking.candidates import Grid
from ceasefire.monitoring.linking.columns import Columns
from ceasefire.monitoring.linking.compare_words import words
from ceasefire.monitoring.linking.levels import fields


class Comparison:
    """Compares pairs of some reports; what does not depend on the pair is worked out once.

    `first` says which report each one repeats, `includes` which class of targets includes which directly.
    """

    def __init__(self, columns: Columns, at: Grid, first: Ints, includes: Mapping[str, Sequence[str]]):
        self._columns, self._at = columns, at
        wider = compare_what.wider_classes(includes)
        rare = (compare_what.NOT_COMMON, compare_what.COMMON)
        self._targets = compare_what.sets(columns.target, columns.targets, compare_what.targets_alike(wider), rare)
        self._means = compare_what.sets(columns.means, columns.meanses, compare_what.means_alike, rare[1:])
        self._words = words(columns.text, columns.texts)
        self._power = compare_where.crowding(at, first)

    def levels(self, one: Ints, other: Ints, later: float = 0.0) -> Levels:
        """A row a pair and a column a field, as `levels.fields` orders them; `later` days are added to the first."""
        columns, at = self._columns, self._at
        found: dict[str, Levels] = {
            **compare_where.places(columns, at, one, other),
            **compare_where.times(columns, at, one, other, later),
            "target": self._targets(one, other),
            "means": self._means(one, other),
            "text": self._words(one, other),
            "deaths": compare_what.deaths(columns.deaths, one, other),
            "attack": compare_what.attacks(columns.attack, one, other),
            "crowding": compare_where.crowded(self._power, one, other),
        }
        nothing = np.full(len(one), NONE, dtype=np.int8)
        return np.column_stack([found.get(field.name, nothing) for field in fields()])
