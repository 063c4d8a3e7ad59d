"""Kinds of incidents that have the same answers under every version are one, where nobody asks for the kind itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ceasefire.monitoring.counting.keys import KindKey, PairKey


class ClassOf(NamedTuple):
    """Which class of kinds a kind is of."""

    of: int
    kind: int


def merged(
    kinds: Sequence[KindKey], pairs: Sequence[PairKey], *, fields: bool
) -> tuple[list[ClassOf], list[KindKey], list[PairKey]]:
    """The class of each kind, and the keys of the classes; `fields` also tells apart by what excludes them.

    The first kind of a class gives it its number.
    """
    answers: dict[int, list[tuple[object, ...]]] = {}
    for one in kinds:
        answers.setdefault(one.kind, []).append((one.version, one.state, one.outside_by if fields else ""))
    for pair in pairs:
        said = (pair.version, pair.stretch, pair.state, pair.outside_by if fields else "")
        answers.setdefault(pair.kind, []).append(said)
    first: dict[tuple[object, ...], int] = {}
    classes = [ClassOf(kind, first.setdefault(tuple(said), kind)) for kind, said in sorted(answers.items())]
    stands = set(first.values())
    return classes, [one for one in kinds if one.kind in stands], [one for one in pairs if one.kind in stands]
