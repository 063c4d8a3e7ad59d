"""Positions as clauses: what always holds, and what holds while somebody stands where they stand.

Clauses are lists of non-zero integers as in DIMACS. A group is a set of clauses that are kept or
given up together; it stands for one position.
"""

from __future__ import annotations

from dataclasses import dataclass

Clause = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Clauses that always hold, and groups of clauses that hold while their position does.

    Variables are 1 … `variables`; group g is switched on by the selector `variables + 1 + g`.
    """

    variables: int
    hard: tuple[Clause, ...]
    groups: tuple[tuple[Clause, ...], ...]

    def selector(self, group: int) -> int:
        return self.variables + 1 + group

    def clauses(self) -> list[list[int]]:
        """Everything, with each group's clauses behind its selector."""
        guarded = [[-self.selector(number), *clause] for number, group in enumerate(self.groups) for clause in group]
        return [list(clause) for clause in self.hard] + guarded

    def alike(self) -> tuple[Problem, list[list[int]]]:
        """The problem with each distinct group once, and the groups that each stands for.

        Groups with the same clauses are interchangeable: a minimal conflict holds at most one of them,
        and a minimal correction all or none.
        """
        same: dict[tuple[Clause, ...], list[int]] = {}
        for number, group in enumerate(self.groups):
            same.setdefault(group, []).append(number)
        return Problem(self.variables, self.hard, tuple(same)), list(same.values())
