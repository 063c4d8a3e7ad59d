"""Kinds of incidents: those that no rule can tell apart but by their days share one, and are judged once.

Millions of incidents have a few thousand kinds: what was struck, how, by whom, in which region.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ceasefire.monitoring.happened import Happened
from ceasefire.monitoring.places import Named, bare
from ceasefire.monitoring.report import Moment, Place
from ceasefire.monitoring.scope_rules import Circumstances
from ceasefire.monitoring.version import Version


@dataclass(frozen=True, slots=True)
class Kind:
    """All that the rules ask of an incident but when it happened.

    `place` is its name where a provision names it, and "" otherwise; `coarse` whether only the region or less is known.
    """

    attack: str
    targets: tuple[str, ...]
    domain: str
    by: str
    region: str
    place: str
    coarse: bool

    def circumstances(self, named: Named) -> Circumstances:
        """An incident of this kind on no day."""
        where = Place(self.place, precision="region" if self.coarse else "settlement", region=self.region)
        what = Happened(self.attack, self.targets, domain=self.domain, by=self.by)
        return Circumstances(Moment(), where, what, named)


@dataclass(slots=True)
class Kinds:
    """Every kind met, by number; `asked` are the places that some provision names."""

    asked: frozenset[str] = frozenset()
    of: dict[Kind, int] = field(default_factory=dict)

    @classmethod
    def under(cls, versions: Iterable[Version]) -> Kinds:
        """With the places that these versions of terms name."""
        named = (place for one in versions for place in _places(one))
        return cls(frozenset(bare(one) for one in named))

    def number(self, what: Happened, where: Place) -> int:
        """The number of the kind of an incident, a new one where there is none like it."""
        kind = Kind(
            what.attack,
            tuple(sorted(what.targets)),
            what.domain,
            what.by,
            where.region,
            where.name if bare(where.name) in self.asked else "",
            where.precision in ("region", "country", "unknown"),
        )
        return self.of.setdefault(kind, len(self.of))

    def listed(self) -> Sequence[Kind]:
        """Every kind in the order of the numbers."""
        return list(self.of)


def _places(version: Version) -> tuple[str, ...]:
    return (*version.scope.area, *(place for one in version.exceptions for place in one.area))
