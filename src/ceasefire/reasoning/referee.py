"""Whether positions can be had together, asked of a SAT solver: the referee of every answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from ceasefire.reasoning.problem import Problem


class Referee:
    """Plain SAT calls on one problem: the referee of every answer."""

    def __init__(self, problem: Problem) -> None:
        from pysat.solvers import Solver

        self._first = problem.selector(0)
        self._groups = problem.groups
        self._refused: dict[int, list[frozenset[int]]] = defaultdict(list)
        self._solver: Any = Solver(name="glucose3", bootstrap_with=problem.clauses())

    def __enter__(self) -> Referee:
        return self

    def __exit__(self, *_: object) -> None:
        self._solver.delete()

    def holds(self, groups: Iterable[int], true: Iterable[int] = ()) -> bool:
        """Whether these groups, and these variables being true, can be had together."""
        return bool(self._solver.solve(assumptions=[self._first + group for group in groups] + list(true)))

    def grow(self, groups: frozenset[int], count: int) -> frozenset[int]:
        """The groups, which hold together, and one by one each other that can still be had with them.

        What the way found for those kept so far happens to grant as well need not be asked for.
        """
        kept = set(groups)
        granted = self._way(kept)
        for number in range(count):
            if number in kept or granted is None:
                continue
            if self._grants(granted, number):
                kept.add(number)
            elif not self._refuses(kept, number):
                granted = self._found()
                kept.add(number)
        return frozenset(kept)

    def _way(self, groups: Iterable[int]) -> frozenset[int] | None:
        """The literals that are true in one way to have these groups together; None when there is none."""
        return self._found() if self.holds(groups) else None

    def _found(self) -> frozenset[int]:
        """The literals that are true in the way that was found last."""
        return frozenset(self._solver.get_model())

    def _refuses(self, kept: Collection[int], group: int) -> bool:
        """Whether a group cannot be had beside those kept. What refused it before is not asked about again."""
        if any(beside.issubset(kept) for beside in self._refused[group]):
            return True
        if self.holds({*kept, group}):
            return False
        core = self._solver.get_core() or ()
        self._refused[group].append(frozenset(one - self._first for one in core) - {group})
        return True

    def _grants(self, way: frozenset[int], group: int) -> bool:
        return all(not way.isdisjoint(clause) for clause in self._groups[group])

    def is_minimal_conflict(self, groups: frozenset[int]) -> None:
        _confirm(not self.holds(groups) and all(self.holds(groups - {one}) for one in groups), "conflict")

    def is_minimal_correction(self, groups: frozenset[int], count: int) -> None:
        rest = frozenset(range(count)) - groups
        _confirm(self.holds(rest) and all(self._refuses(rest, one) for one in groups), "correction")

    def is_maximal_choice(self, true: frozenset[int], choice: Sequence[int], count: int) -> None:
        everyone = range(count)
        more = (one for one in choice if one not in true)
        largest = self.holds(everyone, true) and not any(self.holds(everyone, {*true, one}) for one in more)
        _confirm(largest, "choice")


def _confirm(holds: bool, what: str) -> None:
    if not holds:
        raise AssertionError(f"the solver's {what} did not pass its check; this is a defect, please report it")
