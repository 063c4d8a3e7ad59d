"""How alike two reports are in what they say happened: the targets, the means, the words, the deaths."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from ceasefire.monitoring.linking.arrays import NONE, Bools, Floats, Ints, Levels

Classes = tuple[str, ...]
Wider = Mapping[str, frozenset[str]]
"""Each class of targets with all the classes that include it, itself among them."""

COMMON, NOT_COMMON = 0.2, 0.05
"""The share of reports, among those that name any, from which what they name counts as common, and as not rare."""

SAME_TARGETS, ONE_TARGET, INCLUDED, KIN, OTHER_TARGETS = range(2, 7)
SAME_MEANS, ONE_MEANS, OTHER_MEANS = range(1, 4)


def wider_classes(includes: Mapping[str, Sequence[str]]) -> Wider:
    """The classes that include each class, from the list of those that each class includes directly."""
    names = sorted({*includes, *(inner for some in includes.values() for inner in some)})

    def above(name: str) -> frozenset[str]:
        direct = [outer for outer in names if name in includes.get(outer, ())]
        return frozenset({name}.union(*(above(outer) for outer in direct)))

    return {name: above(name) for name in names}


def targets_alike(wider: Wider) -> Callable[[Classes, Classes], int]:
    """A function that gives the level of two sets of target classes."""

    def level(one: Classes, other: Classes) -> int:
        if one == other:
            return SAME_TARGETS
        if set(one) & set(other):
            return ONE_TARGET
        pairs = [(a, b) for a in one for b in other]
        if any(b in wider.get(a, ()) or a in wider.get(b, ()) for a, b in pairs):
            return INCLUDED
        return KIN if any(wider.get(a, frozenset()) & wider.get(b, frozenset()) for a, b in pairs) else OTHER_TARGETS

    return level


def means_alike(one: Classes, other: Classes) -> int:
    """The level of two sets of means."""
    if one == other:
        return SAME_MEANS
    return ONE_MEANS if set(one) & set(other) else OTHER_MEANS


def sets(
    code: Ints, names: tuple[Classes, ...], alike: Callable[[Classes, Classes], int], bounds: Sequence[float]
) -> Callable[[Ints, Ints], Levels]:
    """A function that gives the levels of pairs; sharing something rare counts as more alike than something common."""
    known = code[code != NONE]
    share = np.bincount(known, minlength=len(names)) / max(1, len(known))
    rarity = np.searchsorted(bounds, share, side="right").astype(np.int8)

    def levels(one: Ints, other: Ints) -> Levels:
        found = np.full(len(one), NONE, dtype=np.int8)
        given = np.flatnonzero((code[one] != NONE) & (code[other] != NONE))
        pair, inverse = np.unique(code[one[given]] * len(names) + code[other[given]], return_inverse=True)
        of_pair = [_level(names, rarity, int(p) // len(names), int(p) % len(names), alike) for p in pair]
        found[given] = np.array(of_pair, dtype=np.int8)[inverse]
        return found

    return levels


def _level(
    names: tuple[Classes, ...], rarity: Levels, one: int, other: int, alike: Callable[[Classes, Classes], int]
) -> int:
    return int(rarity[one]) if one == other else alike(names[one], names[other])


THREE_OR_MORE, ONE_OR_TWO, NEARLY, NONE_BY_EITHER, NOT_THE_SAME = range(5)


def deaths(count: Floats, one: Ints, other: Ints) -> Levels:
    """The level of two numbers of dead; nearly the same are those one apart or within a quarter, and none of them 0."""
    least, most = np.minimum(count[one], count[other]), np.maximum(count[one], count[other])
    nearly = (least > 0) & ((most - least <= 1) | (most - least <= most / 4))
    level = np.select(
        [np.isnan(most), most == 0, (least == most) & (most >= 3), least == most, nearly],
        [NONE, NONE_BY_EITHER, THREE_OR_MORE, ONE_OR_TWO, NEARLY],
        NOT_THE_SAME,
    )
    return level.astype(np.int8)


def attacks(attack: Ints, one: Ints, other: Ints) -> Levels:
    """Whether both say that it was an attack, both that it was none, or one each."""
    known: Bools = (attack[one] != NONE) & (attack[other] != NONE)
    both = np.where(attack[one] == 1, 0, 1)
    return np.where(known, np.where(attack[one] == attack[other], both, 2), NONE).astype(np.int8)
