"""The labelled headlines: none is kept, each is where its label says, and reading them stays over its floors."""

from __future__ import annotations

import re

import pytest
from evaluation import floors
from evaluation.incidents.figures import labels, wilson
from evaluation.incidents.reading import headlines, measured

ID = re.compile(r"\d{6}:\d+:[0-9a-f]{12}")


def test_a_label_holds_no_headline():
    keys = {"id", "stratum", "weight", "part", "attack", "energy", "targets", "outcome", "by"}
    assert {frozenset(label) for label in labels()} == {frozenset(keys)}
    assert all(ID.fullmatch(label["id"]) for label in labels())
    assert len({label["id"] for label in labels()}) == len(labels()) >= 300


def test_an_attack_on_energy_is_an_attack():
    assert [label["id"] for label in labels() if label["energy"] and not label["attack"]] == []


def test_an_interval_holds_its_share():
    low, high = wilson(8, 10)
    assert (round(low, 1), round(high, 1)) == (49.0, 94.3)


@pytest.mark.shared
def test_every_label_finds_its_headline(shared):
    assert set(headlines(shared)) == {label["id"] for label in labels()}


@pytest.mark.shared
def test_headlines_are_read_over_the_floors(shared):
    found = measured(shared)
    assert len(found) == 6
    assert floors.broken(found, floors.load()) == []
