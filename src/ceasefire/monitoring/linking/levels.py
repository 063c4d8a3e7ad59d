"""The fields that are compared and the levels of each, as vocabulary/linking.yaml lists them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from ceasefire.monitoring.linking.arrays import Floats
from ceasefire.vocabulary import load


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """One thing that is compared: its levels, from most alike to least, with the m and u that are given for each."""

    name: str
    shown: str
    levels: tuple[str, ...]
    m: Floats
    u: Floats

    def level(self, name: str) -> int:
        """The place of a level among them."""
        return self.levels.index(name)


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
        )
        for name, entry in load("linking")["fields"].items()
    )
