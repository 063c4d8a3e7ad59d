"""Which reports are of one incident, from the weights of pairs: the two groups whose joint weight is largest are joined
first, and so on while any two weigh more than nothing.

This is greedy additive contraction for correlation clustering (Keuper et al. 2015). Between two sources of events it is
a one-to-one assignment by weight. Two reports that were never compared count against joining their groups.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping

NEVER_COMPARED = -8.0
"""The weight, in bits, of two reports that were too far apart to be compared."""

Pair = tuple[int, int]


class Groups:
    """Groups of reports that are joined step by step; a group is known by its smallest member."""

    def __init__(
        self, members: Iterable[int], weights: Mapping[Pair, float], apart: Callable[[set[int], set[int]], bool]
    ):
        self.members: dict[int, set[int]] = {one: {one} for one in members}
        self._apart = apart
        self._weight: dict[int, dict[int, tuple[float, int]]] = {one: {} for one in self.members}
        for (one, other), weight in weights.items():
            self._weight[one][other] = self._weight[other][one] = (weight, 1)

    def force(self, one: int, other: int) -> None:
        """Joins the groups of two reports, whatever they weigh."""
        first, second = sorted((self._of(one), self._of(other)))
        if first != second:
            self._join(first, second)

    def settle(self) -> list[set[int]]:
        """Joins while any two groups weigh more than nothing; gives the groups."""
        queue = [
            (-joint, one, other)
            for one in self._weight
            for other in self._weight[one]
            if one < other and (joint := self.joint(one, other)) > 0
        ]
        heapq.heapify(queue)
        while queue:
            negative, one, other = heapq.heappop(queue)
            if other not in self._weight.get(one, ()) or self.joint(one, other) != -negative:
                continue
            if self._apart(self.members[one], self.members[other]):
                continue
            self._join(one, other)
            for neighbour in self._weight[one]:
                joint = self.joint(one, neighbour)
                if joint > 0:
                    heapq.heappush(queue, (-joint, min(one, neighbour), max(one, neighbour)))
        return [self.members[one] for one in sorted(self.members)]

    def joint(self, one: int, other: int) -> float:
        """What all pairs between two groups weigh together; rounded, so that the order of adding cannot matter."""
        weight, compared = self._weight[one][other]
        missing = len(self.members[one]) * len(self.members[other]) - compared
        return round(weight + missing * NEVER_COMPARED, 6)

    def _of(self, report: int) -> int:
        return next(group for group, members in self.members.items() if report in members)

    def _join(self, one: int, other: int) -> None:
        """Takes the second group into the first, which has the smaller member."""
        self.members[one] |= self.members.pop(other)
        self._weight[one].pop(other, None)
        for neighbour, (weight, compared) in self._weight.pop(other).items():
            if neighbour != one:
                mine, count = self._weight[one].get(neighbour, (0.0, 0))
                self._weight[neighbour].pop(other, None)
                both = (round(mine + weight, 6), count + compared)
                self._weight[one][neighbour] = self._weight[neighbour][one] = both
