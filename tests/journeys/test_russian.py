"""Russian readouts from the file to the brief: what was agreed, asked and made a price, and the terms of a pause."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import SHARED, run_once

pytestmark = pytest.mark.shared
TEXTS = SHARED / "data" / "texts"
CALL = TEXTS / "kremlin_ru_putin_trump_call_2025-03-18.txt"
LIST = TEXTS / "kremlin_ru_moratorium_facility_list_2025-03-25.txt"
HOUSE = TEXTS / "us_whitehouse_readout_putin_call_2025-03-18.txt"


def coded(path: Path) -> list[dict[str, Any]]:
    """The statements of one text, each quote checked against its place."""
    result = run_once("code", str(path), "--format", "jsonl")
    statements: list[dict[str, Any]] = json.loads(result.stdout)["statements"]
    text = path.read_text(encoding="utf-8").partition("\n---\n")[2]
    assert all(text[one["start"] : one["end"]] == one["quote"] for one in statements)
    return statements


def triples(path: Path) -> set[tuple[str, str, str]]:
    return {(one["actor"], one["act"], one["provision"]) for one in coded(path)}


@pytest.mark.parametrize(
    "expected",
    [
        ("United States", "propose", "limited-ceasefire"),
        ("Russia", "accept", "limited-ceasefire"),
        ("Russia", "propose", "monitoring"),
        ("Russia", "condition", "peace-agreement"),
        ("Russia", "implement", "prisoner-release"),
        ("Ukraine", "implement", "prisoner-release"),
        ("Russia", "accept", "navigation"),
        ("Russia", "accept", "talks"),
        ("United States", "accept", "talks"),
    ],
    ids=" ".join,
)
def test_the_readout_of_the_call_says_it(expected):
    assert expected in triples(CALL)


def test_the_pause_that_is_accepted_is_the_one_that_was_proposed():
    pauses = [one["scope"] for one in coded(CALL) if one["provision"] == "limited-ceasefire"]
    assert len(pauses) == 2
    assert all(scope["targets"] == ["energy-infrastructure"] and scope["duration"] == "P30D" for scope in pauses)


def test_mobilisation_and_rearmament_are_raised_by_name():
    raised = {target for one in coded(CALL) if one["act"] == "propose" for target in one["scope"].get("targets", [])}
    assert {"mobilisation", "rearmament"} <= raised


def test_the_settlement_is_made_to_depend_on_the_end_of_foreign_aid_and_intelligence():
    [price] = [one for one in coded(CALL) if one["act"] == "condition"]
    assert price["condition_provision"] == "foreign-support"
    assert price["condition_scope"]["direction"] == "end"
    assert price["condition_scope"]["targets"] == ["intelligence-sharing", "military-assistance"]


def test_the_list_states_the_terms_of_the_pause():
    statements = coded(LIST)
    assert {one["actor"] for one in statements} == {"Russia", "United States"}
    for one in statements:
        scope = one["scope"]
        assert {"oil-and-gas", "power-plants", "nuclear-facilities", "dams"} <= set(scope["targets"])
        assert len(scope["targets"]) == 5
        assert (scope["duration"], scope["start"]) == ("P30D", "2025-03-18")
        assert scope["extendable"] == "by mutual agreement"
        assert scope["ends_if"] == "breach by the other side"


def test_an_english_text_states_that_its_truce_may_be_extended():
    path = TEXTS / "us_ukraine_jeddah_joint_statement_2025-03-11.txt"
    assert "by mutual agreement" in {one["scope"].get("extendable") for one in coded(path)}


@pytest.mark.parametrize("paths", [(LIST,), (CALL, LIST, HOUSE)], ids=["russian", "both"])
def test_a_brief_quotes_in_russian_and_says_the_rest_in_english(paths):
    brief = run_once("brief", *map(str, paths)).stdout
    assert "Terms named: from 18 March 2025; extendable by mutual agreement" in brief
    body = brief.partition("State of play")[2].partition("\nSources\n")[0]
    outside = re.sub(r"“[^”]*”", "", " ".join(body.split()))
    assert re.findall(r"[А-Яа-я]{3,}", outside) == []


def test_provisions_named_in_either_language_are_the_same_ones():
    answer = json.loads(run_once("positions", str(CALL), str(HOUSE), "--format", "json").stdout)
    by_party = {(one["party"], one["provision"]) for one in answer["positions"]}
    russian = [one for one in answer["provisions"] if one["id"].startswith("energy-infrastructure-halt")]
    assert russian
    assert ("Russia", russian[0]["id"]) in by_party


def test_a_call_about_other_things_gives_meetings_and_no_stance():
    call = TEXTS / "kremlin_ru_lukashenko_call_2025-03-20.txt"
    assert {one["act"] for one in coded(call)} == {"consult"}
