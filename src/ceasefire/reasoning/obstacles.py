"""Positions and provisions as logic: each provision a variable, each position clauses of its own.

A provision that somebody has suspended has a second variable, for agreeing on it in its own right. Who
ends a narrow pause stands in the way of that pause; a wider halt, which would bring about the same, is
not refused by it, as it would be by a refusal.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, permutations

from ceasefire.reasoning.lattice import brings_about, opposite
from ceasefire.reasoning.problem import Clause, Problem
from ceasefire.reasoning.state import Position, Provision


@dataclass(frozen=True, slots=True)
class Table:
    """The provisions and positions that bear on each other, numbered as the logic numbers them."""

    provisions: tuple[Provision, ...]
    positions: tuple[Position, ...]
    problem: Problem
    own: Mapping[str, int]

    def variable(self, provision: str) -> int:
        """The variable of a provision agreed in its own right. Raises KeyError when it is not on the table."""
        return self.own[provision]

    def ids(self, variables: frozenset[int]) -> tuple[str, ...]:
        """The provisions of these variables, sorted."""
        return tuple(sorted(name for name, variable in self.own.items() if variable in variables))

    def aiming_at(self, provision: str) -> Table:
        """The table with the provision as the goal, and only the positions that can bear on it.

        Every clause says what one provision brings with it or rules out, so a position on a provision
        that the goal does not bring with it, directly or through others, is satisfied by leaving that one out.
        """
        goal = self.variable(provision)
        reached = self._brought_with(goal)
        bearing = [number for number, group in enumerate(self.problem.groups) if -group[0][0] in reached]
        groups = tuple(self.problem.groups[number] for number in bearing)
        problem = Problem(self.problem.variables, (*self.problem.hard, (goal,)), groups)
        return Table(self.provisions, tuple(self.positions[number] for number in bearing), problem, self.own)

    def _brought_with(self, goal: int) -> frozenset[int]:
        """The variables that can be forced by the goal, itself among them."""
        brings: dict[int, set[int]] = {}
        for clause in chain(self.problem.hard, *self.problem.groups):
            brings.setdefault(-clause[0], set()).update(one for one in clause[1:] if one > 0)
        reached, waiting = {goal}, [goal]
        while waiting:
            fresh = brings.get(waiting.pop(), set()) - reached
            reached |= fresh
            waiting.extend(fresh)
        return frozenset(reached)


def table(provisions: Sequence[Provision], positions: Sequence[Position]) -> Table:
    """Every position that can stand in the way of something, with what implies and excludes what.

    Who need not consent to a provision stands in nobody's way by refusing it; where it is not known who
    must, everyone counts.
    """
    ordered = tuple(sorted(provisions, key=lambda one: one.id))
    needed = {one.id: one.consent for one in ordered}
    number = {one.id: place for place, one in enumerate(ordered, start=1)}
    placed = sorted(positions, key=lambda one: (one.provision, one.party))
    counting = [one for one in placed if not needed.get(one.provision) or one.party in needed[one.provision]]
    suspended = sorted({one.provision for one in counting if one.stance == "has suspended"} & number.keys())
    own = number | {name: place for place, name in enumerate(suspended, start=len(ordered) + 1)}
    hard = (*_between(ordered, number), *((-own[name], number[name]) for name in suspended))
    obstacles = tuple(one for one in counting if _clauses(one, number, own))
    groups = tuple(_clauses(one, number, own) for one in obstacles)
    return Table(ordered, obstacles, Problem(len(own) + len(suspended), hard, groups), own)


def _clauses(position: Position, number: dict[str, int], own: dict[str, int]) -> tuple[Clause, ...]:
    """A refusal rules the provision out, a suspension its own agreement; a price ties it to another."""
    if position.provision not in number:
        return ()
    here = number[position.provision]
    if position.stance == "rejects":
        return ((-here,),)
    if position.stance == "has suspended":
        return ((-own[position.provision],),)
    if position.stance != "accepts on condition":
        return ()
    prices = [one for one in position.conditions if number.get(one.provision, here) != here]
    return tuple((-here, own[one.provision] if one.wanted else -number[one.provision]) for one in prices)


def _between(provisions: Sequence[Provision], number: dict[str, int]) -> tuple[Clause, ...]:
    """What the wide brings about, and what cannot be had with its own end."""
    found: list[Clause] = []
    for one, other in permutations(provisions, 2):
        if brings_about(one, other):
            found.append((-number[one.id], number[other.id]))
        if opposite(one, other):
            found.append((-number[one.id], -number[other.id]))
    return tuple(found)
