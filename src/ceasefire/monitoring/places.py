"""Places by name: whether a report's place lies in one that a provision or a restriction names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ceasefire.monitoring.report import Place
from ceasefire.vocabulary import load


@dataclass(frozen=True, slots=True)
class Named:
    """The regions that the outlines name."""

    regions: frozenset[str] = frozenset()

    @classmethod
    def of(cls, regions: Iterable[str]) -> Named:
        """With the regions of these outlines."""
        return cls(frozenset(bare(one) for one in regions if one))

    def is_region(self, name: str) -> bool:
        """Whether an outline has this name, with or without "region" or a word like it."""
        return bare(name) in self.regions

    def lies_in(self, where: Place, name: str) -> bool:
        """Whether a place is, by its name or its region, the one named."""
        asked = bare(name)
        return bool(asked) and asked in (bare(where.name), bare(where.region))


@cache
def bare(name: str) -> str:
    """A name without the words that say what kind of area it is: "Kherson Oblast" is "kherson"."""
    kinds = _kinds()
    return " ".join(word for word in name.casefold().replace("’", "'").split() if word.strip(".,") not in kinds)


@cache
def _kinds() -> frozenset[str]:
    return frozenset(load("monitoring")["kinds_of_area"])
