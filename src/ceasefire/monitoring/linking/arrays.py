"""How the columns of numbers are called, and small things done to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Levels = npt.NDArray[np.int8]

NONE = -1
"""Stands for "not given" in a column of codes."""


def codes(values: Sequence[str]) -> tuple[Ints, tuple[str, ...]]:
    """Each value as a number, its place among the sorted distinct values; "" is NONE."""
    names = tuple(sorted(set(values) - {""}))
    at = {name: number for number, name in enumerate(names)}
    return np.array([at.get(value, NONE) for value in values], dtype=np.int64), names


def floats(values: Iterable[float | None]) -> Floats:
    """Numbers, NaN where there is none."""
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)


def ranges(starts: Ints, lengths: Ints) -> Ints:
    """The numbers of many ranges, one after the other."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) - np.repeat(ends - lengths - starts, lengths)
