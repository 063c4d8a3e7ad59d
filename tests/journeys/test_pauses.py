"""The lives of the pauses that the example tells: what a reader of its dispatches would say happened."""

from __future__ import annotations

import pytest
from tests.contracts.tree import ROOT

CASE = str(ROOT / "examples" / "energy-pause")
ENERGY, EASTER = "energy-infrastructure-halt-30-days", "limited-ceasefire-easter"


@pytest.fixture
def pauses(answer):
    def ask(*words: str):
        given = answer("pauses", CASE, *words)
        return {one["provision"]: one for one in given["pauses"]}, {one["id"]: one for one in given["statements"]}

    return ask


def test_the_energy_pause_is_agreed_in_force_and_runs_out_by_each_side_s_own_count(pauses):
    energy = pauses("--as-of", "2025-04-30")[0][ENERGY]
    assert [(one["step"], one["when"], one["by"]) for one in energy["steps"]] == [
        ("proposed", "2025-03-18", []),
        ("tentatively agreed", "2025-03-18", []),
        ("agreed", "2025-03-19", []),
        ("in force", "2025-03-19", []),
        ("expired", "2025-04-17", ["Russia"]),
        ("expired", "2025-04-24", ["Ukraine"]),
    ]
    assert [(one["by"], one["start"], one["end"]) for one in energy["counts"]] == [
        ("Russia", "2025-03-18", "2025-04-17"),
        ("Ukraine", "2025-03-25", "2025-04-24"),
    ]
    assert (energy["declared"], energy["effect"], energy["end"]) == ("2025-03-19", "2025-03-18", "2025-04-24")
    assert [(one["party"], one["act"]) for one in energy["longer"]] == [("Ukraine", "propose")]


@pytest.mark.parametrize(
    ("day", "state", "left"),
    [
        ("2025-03-18", "tentatively agreed", {}),
        ("2025-03-26", "in force", {"Russia": 22, "Ukraine": 29}),
        ("2025-04-20", "expired", {"Russia": 0, "Ukraine": 4}),
    ],
)
def test_the_state_is_that_of_the_day_asked_for(pauses, day, state, left):
    energy = pauses("--as-of", day)[0][ENERGY]
    assert (energy["state"], energy["days_left"]) == (state, left)


def test_the_easter_truce_is_declared_agreed_in_force_not_made_longer_and_over(pauses):
    easter = pauses()[0][EASTER]
    assert [one["step"] for one in easter["steps"]] == ["proposed", "agreed", "in force", "expired"]
    assert ("Russia", "reject") in [(one["party"], one["act"]) for one in easter["longer"]]
    assert (easter["codes"]["purpose"]["value"], easter["codes"]["ceasefire_class"]["value"]) == (
        "Holiday",
        "Cessation",
    )


def test_every_step_leads_to_words_at_an_offset(pauses):
    told, statements = pauses()
    named = [each for one in told.values() for step in one["steps"] for each in step["statements"]]
    assert named
    assert all(statements[one]["end"] - statements[one]["start"] >= len(statements[one]["quote"]) - 1 for one in named)


def test_the_text_shows_both_counts_and_the_days_left(ceasefire):
    shown = " ".join(ceasefire("pauses", CASE, "--as-of", "2025-04-20").stdout.split())
    assert "expired by Russia’s count since 17 April 2025; 4 days left by Ukraine’s count" in shown
    assert "in force, counted from 18 March 2025 by Russia’s count and from 25 March 2025 by Ukraine’s count" in shown
    assert "“Russia ended the pause on energy strikes on Friday”" in shown


def test_a_signed_truce_is_written_and_has_a_mechanism_where_observers_are_agreed(answer):
    given = answer("pauses", str(ROOT / "examples" / "river-ceasefire"))
    codes = next(one["codes"] for one in given["pauses"] if one["provision"] == "ceasefire")
    assert (codes["written"]["value"], codes["mechanism"]["value"]) == ("yes", "agreed")
    assert codes["ceasefire_class"]["value"] == "Cessation with compliance"
    assert all(one["statements"] for one in codes.values() if one["value"])
