"""All that the terms answer, as rows of keys; and the same with kinds merged that no version tells apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ceasefire.monitoring.counting.keys import KindKey, PairKey, SpanKey, StretchKey, kind_keys, pair_keys, span_keys
from ceasefire.monitoring.counting.kinds import Kind
from ceasefire.monitoring.counting.spans import Span
from ceasefire.monitoring.places import Named
from ceasefire.monitoring.scope_rules import OUTSIDE
from ceasefire.monitoring.version import Version


class ClassOf(NamedTuple):
    """Which class of kinds a kind is of."""

    of: int
    kind: int


@dataclass(frozen=True, slots=True)
class Answers:
    """The keys of every version; `classes` say which kinds are joined under which number."""

    kinds: list[KindKey]
    spans: list[SpanKey]
    pairs: list[PairKey]
    stretches: list[StretchKey]
    classes: list[ClassOf]

    @classmethod
    def under(cls, versions: Sequence[Version], kinds: Sequence[Kind], named: Named, spans: Sequence[Span]) -> Answers:
        """What these versions say of these kinds and spans of days, every kind under its own number."""
        of_kinds = kind_keys(versions, kinds, named)
        of_pairs, of_stretches = pair_keys(versions, spans, kinds, named)
        met = sorted({one.kind for one in of_kinds}.union(one.kind for one in of_pairs))
        classes = [ClassOf(one, one) for one in met]
        return cls(of_kinds, span_keys(versions, spans, named), of_pairs, of_stretches, classes)

    def not_outside(self) -> Answers:
        """Without what lies outside."""
        return replace(
            self,
            kinds=[one for one in self.kinds if one.state != OUTSIDE],
            spans=[one for one in self.spans if one.state != OUTSIDE],
            pairs=[one for one in self.pairs if one.state != OUTSIDE],
        )


def merged(answers: Answers, *, fields: bool) -> Answers:
    """With kinds that have the same answers everywhere as one; `fields` also tells apart by what excludes them.

    The first kind of a class gives it its number.
    """
    said: dict[int, list[tuple[object, ...]]] = {}
    for one in answers.kinds:
        said.setdefault(one.kind, []).append((one.version, one.state, one.outside_by if fields else ""))
    for pair in answers.pairs:
        why = pair.outside_by if fields else ""
        said.setdefault(pair.kind, []).append((pair.version, pair.stretch, pair.state, why))
    first: dict[tuple[object, ...], int] = {}
    classes = [ClassOf(kind, first.setdefault(tuple(each), kind)) for kind, each in sorted(said.items())]
    stand = set(first.values())
    return replace(
        answers,
        classes=classes,
        kinds=[one for one in answers.kinds if one.kind in stand],
        pairs=[one for one in answers.pairs if one.kind in stand],
    )
