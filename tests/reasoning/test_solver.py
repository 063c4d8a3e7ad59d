"""The solver's answers are those of two independent oracles: every subset tried by hand, and clingo."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from itertools import chain, combinations, product

import pytest

from ceasefire.reasoning.problem import Problem
from ceasefire.reasoning.solver import maximal_choices, minimal_conflicts, minimal_corrections

INSTANCES = 220
ALL = 10_000


def instance(seed: int) -> tuple[Problem, list[str]]:
    """A small table: what some provisions bring about, and positions that refuse, suspend or set prices."""
    dice = random.Random(seed)
    variables = dice.randint(2, 5)
    names = range(1, variables + 1)
    hard = [(-a, b) for a in names for b in names if a < b and dice.random() < 0.2]
    hard += [(-a, -b) for a in names for b in names if a < b and dice.random() < 0.1]
    groups = []
    for _ in range(dice.randint(0, 8)):
        here = dice.choice(list(names))
        others = [one for one in names if one != here]
        prices = [dice.choice((1, 1, 1, -1)) * one for one in dice.sample(others, dice.randint(1, min(2, len(others))))]
        groups.append(((-here,),) if dice.random() < 0.4 else tuple((-here, price) for price in prices))
    owners = [dice.choice("ABC") for _ in groups]
    return Problem(variables, (*hard, (1,)), tuple(groups)), owners


def subsets(items: Iterable[int]) -> Iterator[frozenset[int]]:
    given = list(items)
    return map(frozenset, chain.from_iterable(combinations(given, size) for size in range(len(given) + 1)))


def models(problem: Problem, groups: Iterable[int]) -> list[frozenset[int]]:
    """The true variables of every assignment that satisfies the hard clauses and these groups."""
    clauses = [*problem.hard, *(clause for group in groups for clause in problem.groups[group])]
    found = []
    for values in product((False, True), repeat=problem.variables):
        true = {number for number, value in enumerate(values, start=1) if value}
        if all(any((literal > 0) == (abs(literal) in true) for literal in clause) for clause in clauses):
            found.append(frozenset(true))
    return found


def smallest(sets: Iterable[frozenset[int]]) -> set[frozenset[int]]:
    given = set(sets)
    return {one for one in given if not any(other < one for other in given)}


def clingo_answers(problem: Problem, conflicts: bool) -> set[frozenset[int]]:
    """Minimal conflicts or corrections as subset-minimal answer sets, checked one by one by a second program."""
    clingo = pytest.importorskip("clingo")
    count = len(problem.groups)

    def satisfiable(kept: Iterable[int]) -> bool:
        rules = [f"{{v({number})}}." for number in range(1, problem.variables + 1)]
        clauses = [*problem.hard, *(clause for group in kept for clause in problem.groups[group])]
        for clause in clauses:
            rules.append(":- " + ", ".join(("not " if one > 0 else "") + f"v({abs(one)})" for one in clause) + ".")
        control = clingo.Control(["--warn=none"])
        control.add("base", [], "\n".join(rules))
        control.ground([("base", [])])
        return bool(control.solve().satisfiable)

    if conflicts:
        return smallest(one for one in subsets(range(count)) if not satisfiable(one))
    rules = [f"{{v({number})}}." for number in range(1, problem.variables + 1)]
    rules += [f"{{off({group})}}." for group in range(count)] + ["#show off/1."]
    guarded = [(clause, "") for clause in problem.hard]
    guarded += [(clause, f", not off({g})") for g in range(count) for clause in problem.groups[g]]
    for clause, guard in guarded:
        rules.append(":- " + ", ".join(("not " if one > 0 else "") + f"v({abs(one)})" for one in clause) + guard + ".")
    rules += [f"#heuristic off({group}). [1, false]" for group in range(count)]
    control = clingo.Control(["0", "--warn=none", "--enum-mode=domRec", "--heuristic=Domain"])
    control.add("base", [], "\n".join(rules))
    control.ground([("base", [])])
    found: set[frozenset[int]] = set()
    control.solve(
        on_model=lambda model: found.add(frozenset(one.arguments[0].number for one in model.symbols(shown=True)))
    )
    return {one for one in smallest(found) if one}


def test_conflicts_and_corrections_are_exactly_those_found_by_trying_every_subset() -> None:
    for seed in range(INSTANCES):
        problem, owners = instance(seed)
        everyone = frozenset(range(len(problem.groups)))
        holds = {one: bool(models(problem, one)) for one in subsets(everyone)}
        if not holds[frozenset()]:
            with pytest.raises(ValueError, match="contradict"):
                minimal_conflicts(problem, ALL)
            continue
        conflicts = minimal_conflicts(problem, ALL)
        assert set(conflicts.sets) == smallest(one for one, held in holds.items() if not held), seed
        assert len(set(conflicts.sets)) == len(conflicts.sets)
        assert [len(one) for one in conflicts.sets] == sorted(len(one) for one in conflicts.sets)
        corrections = minimal_corrections(problem, owners, ALL)
        expected = smallest(everyone - one for one, held in holds.items() if held) - {frozenset()}
        assert set(corrections.sets) == expected, seed
        costs = [(len({owners[group] for group in one}), len(one)) for one in corrections.sets]
        assert costs == sorted(costs)


def test_conflicts_and_corrections_are_exactly_those_that_clingo_finds() -> None:
    for seed in range(INSTANCES):
        problem, owners = instance(seed)
        if len(problem.groups) > 6 or not models(problem, ()):
            continue
        assert set(minimal_conflicts(problem, ALL).sets) == clingo_answers(problem, conflicts=True), seed
        assert set(minimal_corrections(problem, owners, ALL).sets) == clingo_answers(problem, conflicts=False), seed


def test_choices_are_exactly_the_largest_sets_found_by_trying_every_assignment() -> None:
    for seed in range(INSTANCES):
        problem, _ = instance(seed)
        free = Problem(problem.variables, problem.hard[:-1], problem.groups)
        wanted = [one for one in range(1, free.variables + 1) if (one + seed) % 4]
        sets = {one & frozenset(wanted) for one in models(free, range(len(free.groups)))}
        expected = {one for one in sets if not any(one < other for other in sets)}
        found = maximal_choices(free, wanted, ALL)
        assert set(found.sets) == expected, seed
        assert [len(one) for one in found.sets] == sorted((len(one) for one in found.sets), reverse=True)


def test_a_cap_gives_the_first_answers_and_says_that_there_are_more() -> None:
    for seed in range(40):
        problem, owners = instance(seed)
        if not models(problem, ()):
            continue
        everything = minimal_corrections(problem, owners, ALL)
        capped = minimal_corrections(problem, owners, 1)
        assert capped.capped == (len(everything.sets) > 1)
        assert set(capped.sets) <= set(everything.sets)
        assert not minimal_conflicts(problem, len(minimal_conflicts(problem, ALL).sets)).capped


def test_positions_that_say_the_same_are_one_to_the_solver_and_each_its_own_to_the_user() -> None:
    refusals = Problem(1, ((1,),), tuple(((-1,),) for _ in range(60)))
    assert len(refusals.alike()[0].groups) == 1
    assert minimal_conflicts(refusals, ALL).sets == tuple(frozenset({one}) for one in range(60))
    parties = [f"party {number}" for number in range(60)]
    assert minimal_corrections(refusals, parties, ALL).sets == (frozenset(range(60)),)
