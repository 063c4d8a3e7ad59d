"""Disjoint sets: what is joined, directly or through others, is one group."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Sets(Generic[T]):
    """Items in groups that can only grow together."""

    def __init__(self, items: Iterable[T]) -> None:
        self._leader = {item: item for item in items}

    def join(self, a: T, b: T) -> None:
        """From now on `a` and `b` are in one group."""
        self._leader[self._find(a)] = self._find(b)

    def groups(self) -> list[frozenset[T]]:
        """Every group, in the order of the first item of each."""
        found: dict[T, set[T]] = {}
        for item in self._leader:
            found.setdefault(self._find(item), set()).add(item)
        return [frozenset(group) for group in found.values()]

    def _find(self, item: T) -> T:
        leader = item
        while self._leader[leader] != leader:
            leader = self._leader[leader]
        while self._leader[item] != leader:
            self._leader[item], item = leader, self._leader[item]
        return leader
