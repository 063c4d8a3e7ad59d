"""The fields that are compared and the levels of each, as vocabulary/linking.yaml lists them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from ceasefire.monitoring.linking.arrays import Floats
from ceasefire.vocabulary import load


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """One thing that is compared: its levels, from most alike to least, with the m and u that are given for each.

    Where it is `ordered`, a level that is less alike never weighs more; where it is `kept_within`,
    pairs of one source are judged by the given m.
    """

    name: str
    shown: str
    levels: tuple[str, ...]
    m: Floats
    u: Floats
    ordered: bool
    kept_within: bool


@cache
def fields() -> tuple[Field, ...]:
    """Every field, in the order in which they are listed."""
    return tuple(
        Field(
            name,
            entry["shown"],
            tuple(entry["levels"]),
            np.array([m for m, _ in entry["levels"].values()]),
            np.array([u for _, u in entry["levels"].values()]),
            entry.get("ordered", False),
            entry.get("kept_within", False),
        )
        for name, entry in load("linking")["fields"].items()
    )
