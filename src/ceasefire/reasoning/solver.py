"""The logic under blockers, unlocks and packages: minimal conflicts, minimal corrections, maximal choices.

Methods: minimal conflicts by hitting-set duality
(Liffiton et al., "Fast, flexible MUS enumeration", Constraints 2016; smallest first as in Ignatiev et
al., "Smallest MUS extraction with minimal hitting set dualization", CP 2015), the others by MaxSAT
with blocking clauses (RC2; Ignatiev, Morgado, Marques-Silva, JSAT 2019). Every answer is checked
again with plain SAT calls.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from ceasefire.reasoning.problem import Problem
from ceasefire.reasoning.referee import Referee


@dataclass(frozen=True, slots=True)
class Answers:
    """The sets found, smallest or cheapest first; `capped` when there are more."""

    sets: tuple[frozenset[int], ...]
    capped: bool = False


def minimal_conflicts(problem: Problem, cap: int) -> Answers:
    """The smallest sets of groups that cannot all hold, up to `cap` of them, smallest first.

    Raises ValueError when the clauses that always hold contradict each other.
    """
    distinct, members = problem.alike()
    found: list[frozenset[int]] = []
    for conflict in _conflicts(distinct):
        for chosen in product(*(members[number] for number in sorted(conflict))):
            if len(found) == cap:
                return Answers(tuple(found), capped=True)
            found.append(frozenset(chosen))
    return Answers(tuple(found))


def _conflicts(problem: Problem) -> Iterator[frozenset[int]]:
    """Every minimal conflict, smallest first.

    A smallest set that hits every correction found so far is either in conflict, and then a minimal
    one, or it grows into a choice that leaves out one more correction to hit.
    """
    count = len(problem.groups)
    with Referee(problem) as check, _maxsat([], {number + 1: -1 for number in range(count)}) as hitting:
        if not check.holds(()):
            raise ValueError("the clauses that always hold contradict each other")
        while (model := hitting.compute()) is not None:
            chosen = frozenset(literal - 1 for literal in model if literal > 0)
            if check.holds(chosen):
                grown = check.grow(chosen, count)
                if len(grown) == count:
                    return
                hitting.add_clause([number + 1 for number in range(count) if number not in grown])
            else:
                check.is_minimal_conflict(chosen)
                yield chosen
                hitting.add_clause([-(number + 1) for number in sorted(chosen)])


def minimal_corrections(problem: Problem, owners: Sequence[str], cap: int) -> Answers:
    """The smallest sets of groups that must be given up so that the rest holds, up to `cap`.

    `owners[g]` says whose position group g is. Ranked by how many owners would have to move, then by
    how many groups would change.
    """
    distinct, members = problem.alike()
    found: list[frozenset[int]] = []
    for correction in _corrections(distinct, [[owners[one] for one in group] for group in members]):
        if len(found) == cap:
            return Answers(tuple(found), capped=True)
        found.append(frozenset(one for number in correction for one in members[number]))
    return Answers(tuple(found))


def _corrections(problem: Problem, owners: Sequence[Sequence[str]]) -> Iterator[frozenset[int]]:
    """Every minimal correction in the order of what it takes; none when nothing has to be given up.

    A party that moves weighs more than all changes together, so each answer is minimal among those
    not yet blocked, and blocking it blocks whatever holds it.
    """
    count, changes = len(problem.groups), sum(map(len, owners))
    parties = sorted({owner for group in owners for owner in group})
    moves = {party: problem.variables + count + place for place, party in enumerate(parties, start=1)}
    clauses = problem.clauses()
    clauses += [[problem.selector(g), moves[party]] for g in range(count) for party in sorted(set(owners[g]))]
    softs = {problem.selector(g): len(owners[g]) for g in range(count)}
    softs |= dict.fromkeys(moves.values(), -(changes + 1))
    with Referee(problem) as check, _maxsat(clauses, softs) as ranked:
        while (model := ranked.compute()) is not None:
            kept = set(model)
            given_up = frozenset(g for g in range(count) if problem.selector(g) not in kept)
            if not given_up:
                return
            check.is_minimal_correction(given_up, count)
            yield given_up
            ranked.add_clause([problem.selector(g) for g in sorted(given_up)])


def maximal_choices(problem: Problem, wanted: Iterable[int], cap: int) -> Answers:
    """The largest sets of the wanted variables that can all be true while every group holds, up to `cap`."""
    choice = sorted(set(wanted))
    always = [[problem.selector(g)] for g in range(len(problem.groups))]
    found: list[frozenset[int]] = []
    with Referee(problem) as check, _maxsat(problem.clauses() + always, dict.fromkeys(choice, 1)) as largest:
        while (model := largest.compute()) is not None:
            if len(found) == cap:
                return Answers(tuple(found), capped=True)
            true = frozenset(variable for variable in choice if variable in model)
            check.is_maximal_choice(true, choice, len(problem.groups))
            found.append(true)
            if len(true) == len(choice):
                break
            largest.add_clause([variable for variable in choice if variable not in true])
    return Answers(tuple(found))


def _maxsat(clauses: Sequence[Sequence[int]], softs: Mapping[int, int]) -> Any:
    """A MaxSAT solver. A soft weight above zero wants its variable true, below zero false.

    Hardening (a soft clause made hard by a bound) stays off: it does not survive clauses added later.
    """
    from pysat.examples.rc2 import RC2, RC2Stratified
    from pysat.formula import WCNF

    formula = WCNF()
    for clause in clauses:
        formula.append(list(clause))
    for variable, weight in softs.items():
        formula.append([variable if weight > 0 else -variable], weight=abs(weight))
    if len({abs(weight) for weight in softs.values()}) > 1:
        return RC2Stratified(formula, adapt=True, exhaust=True, minz=True, nohard=True)
    return RC2(formula, adapt=True, exhaust=True, minz=True)
