"""The fit of the weights, and the joining of groups, on numbers that can be checked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from ceasefire.monitoring.linking.clusters import NEVER_COMPARED, Groups
from ceasefire.monitoring.linking.compare_what import INCLUDED, KIN, OTHER_TARGETS, targets_alike, wider_classes
from ceasefire.monitoring.linking.compare_words import alphabet, words
from ceasefire.monitoring.linking.fitting import falling, fit, patterns
from ceasefire.monitoring.linking.levels import fields

AT = {field.name: column for column, field in enumerate(fields())}


def drawn(rng: np.random.Generator, count: int, means: list[float], deaths: list[float]) -> np.ndarray:
    levels = np.full((count, len(AT)), -1, dtype=np.int8)
    levels[:, AT["means"]] = rng.choice(len(means), count, p=means)
    levels[:, AT["deaths"]] = rng.choice(len(deaths), count, p=deaths)
    return levels


def test_the_fit_finds_the_shares_that_the_pairs_were_drawn_from():
    rng = np.random.default_rng(3)
    same, chance = (
        ([0.6, 0.25, 0.05, 0.1], [0.5, 0.3, 0.1, 0.05, 0.05]),
        ([0.05, 0.15, 0.1, 0.7], [0.02, 0.08, 0.1, 0.3, 0.5]),
    )
    near = np.concatenate([drawn(rng, 3000, *same), drawn(rng, 7000, *chance)])
    moved = drawn(rng, 20000, *chance)
    group = [("a", "b")]
    weights, note = fit(
        "across", patterns(near, np.zeros(10000, np.int64), group), patterns(moved, np.zeros(20000, np.int64), group)
    )
    assert (weights.fitted, note) == (True, None)
    assert weights.m[AT["means"]] == pytest.approx(same[0], abs=0.05)
    assert weights.u[AT["deaths"]] == pytest.approx(chance[1], abs=0.02)
    assert weights.prior_of("b", "a") == pytest.approx(np.log2(0.3 / 0.7), abs=0.2)


def test_pairs_that_are_all_alike_tell_nothing_apart_and_the_given_weights_stand():
    alike = np.zeros((5000, len(AT)), dtype=np.int8)
    some = patterns(alike, np.zeros(5000, np.int64), [("a", "b")])
    weights, note = fit("across", some, some)
    assert not weights.fitted
    assert note is not None


def test_a_level_that_is_farther_never_speaks_for_more():
    m, u = np.array([0.2, 0.3, 0.5]), np.array([0.3, 0.3, 0.4])
    ratio = falling(m, u) / u
    assert (np.diff(ratio) <= 1e-12).all()
    assert falling(m, u).sum() == pytest.approx(1)
    assert falling(m[::-1].copy(), u[::-1].copy()) == pytest.approx(m[::-1])


def test_groups_are_joined_by_what_all_their_pairs_weigh():
    weights = {(1, 2): 5.0, (2, 3): 4.0, (1, 3): -6.0}
    assert Groups([1, 2, 3], weights, lambda _mine, _theirs: False).settle() == [{1, 2}, {3}]
    assert Groups([1, 2, 3], {**weights, (1, 3): -3.0}, lambda _mine, _theirs: False).settle() == [{1, 2, 3}]


def test_reports_that_were_never_compared_count_against_joining():
    weights = {(1, 2): 5.0, (2, 3): -NEVER_COMPARED - 1}
    assert Groups([1, 2, 3], weights, lambda _mine, _theirs: False).settle() == [{1}, {2, 3}]


def test_between_two_sources_of_events_the_heavier_pairing_is_taken_first():
    source = {1: "a", 2: "a", 3: "b", 4: "b"}
    weights = {(1, 3): 6.0, (1, 4): 4.0, (2, 3): 5.0, (2, 4): 1.0}
    found = Groups(
        [1, 2, 3, 4], weights, lambda mine, theirs: bool({source[m] for m in mine} & {source[t] for t in theirs})
    )
    assert found.settle() == [{1, 3}, {2, 4}]


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [(("grids",), ("lines",), INCLUDED), (("plants",), ("lines",), KIN), (("mill",), ("lines",), OTHER_TARGETS)],
)
def test_classes_of_targets_are_compared_by_which_includes_which(one, other, level):
    wider = wider_classes({"energy": ["plants", "grids"], "grids": ["lines"]})
    assert targets_alike(wider)(one, other) == targets_alike(wider)(other, one) == level


def test_words_of_another_alphabet_are_not_compared():
    texts = ("drone hits the mill", "drone hit a mill", "дрон влучив у млин", "")
    levels = words(np.array([0, 0, 0, -1]), texts)
    of = words(np.array([0, 1, 2, -1]), texts)
    assert of(np.array([0, 0, 0]), np.array([1, 2, 3])).tolist()[1:] == [-1, -1]
    assert 0 < of(np.array([0]), np.array([1]))[0] < 5
    assert levels(np.array([0]), np.array([1])).tolist() == [0]
    assert alphabet("Ärger") == alphabet("anger") != alphabet("гнів")
