"""The two cases that the demo shows: a change of mind, a pair that blocks, and parties that no vocabulary knows.

The answers were written by reading the dispatches.
"""

from __future__ import annotations

import pytest
from tests.contracts.tree import ROOT
from tests.journeys.asking import Answers, Ask, in_any_order

ENERGY = "energy-pause"
RIVER = "river-ceasefire"


@pytest.fixture
def on(answer: Ask):
    return lambda case, day: Answers(answer, (str(ROOT / "examples" / case),), day)


STANCES = [
    (ENERGY, "2025-03-04", "United States", "foreign-support", {"has suspended"}),
    (ENERGY, "2025-03-12", "United States", "foreign-support", {"accepts"}),
    (ENERGY, "2025-03-12", "Ukraine", "ceasefire", {"accepts", "accepts on condition"}),
    (ENERGY, "2025-03-14", "Russia", "ceasefire", {"accepts on condition"}),
    (ENERGY, "2025-03-20", "Russia", "limited-ceasefire", {"accepts"}),
    (ENERGY, "2025-03-20", "Ukraine", "limited-ceasefire", {"accepts"}),
    (ENERGY, "2025-03-20", "France", "foreign-support", {"rejects"}),
    (ENERGY, "2025-03-20", "United Kingdom", "foreign-support", {"rejects"}),
    (RIVER, "2031-05-07", "Maru", "ceasefire", {"rejects"}),
    (RIVER, "2031-05-07", "River Front", "ceasefire", {"accepts"}),
    (RIVER, "2031-05-07", "Lake Basin Community", "ceasefire", {"has proposed"}),
    (RIVER, "2031-05-07", "River Front", "withdrawal", {"accepts on condition"}),
    (RIVER, "2031-05-07", "Maru", "humanitarian-access", {"accepts"}),
    (RIVER, "2031-05-07", "River Front", "humanitarian-access", {"accepts"}),
    (RIVER, "2031-05-16", "Maru", "ceasefire", {"accepts on condition"}),
    (RIVER, "2031-05-16", "River Front", "monitoring", {"rejects"}),
    (RIVER, "2031-06-14", "Maru", "ceasefire", {"accepts"}),
    (RIVER, "2031-06-14", "River Front", "ceasefire", {"accepts"}),
    (RIVER, "2031-06-14", "River Front", "monitoring", {"accepts"}),
    (RIVER, "2031-06-14", "River Front", "withdrawal", {"accepts on condition"}),
    (RIVER, "2031-06-14", "Maru", "prisoner-release", {"rejects"}),
    (RIVER, "2031-06-14", "Maru", "justice", {"rejects"}),
]


@pytest.mark.parametrize(("case", "day", "party", "category", "stances"), STANCES)
def test_the_party_stands_where_the_dispatches_say(on, case, day, party, category, stances):
    assert on(case, day).stances(party, category) == stances


def test_ukraine_s_refusal_of_a_truce_without_guarantees_turns_into_acceptance(on):
    before = on(ENERGY, "2025-03-04").stances("Ukraine", "ceasefire")
    assert before <= {"rejects", "accepts on condition"}
    assert before
    after = {p["provision"]: p["stance"] for p in on(ENERGY, "2025-03-12").of("Ukraine", "ceasefire")}
    # The month-long truce is accepted; the price named for a ceasefire without a term stays on record.
    assert after["ceasefire-30-days"] == "accepts"


def test_russia_steps_back_from_the_energy_pause(on):
    assert "has suspended" in on(ENERGY, "2025-04-18").stances("Russia", "limited-ceasefire")


def test_what_observers_suppose_is_a_reading_and_no_position(on):
    statements = on(ENERGY, "2025-04-30").statements
    assert not [s for s in statements if "playing for time" in s["quote"] or "spare its refineries" in s["quote"]]


def test_the_full_ceasefire_is_blocked_by_russia_s_price_and_those_who_refuse_to_pay_it(on):
    answers = on(ENERGY, "2025-03-20")
    [conditional] = [p for p in answers.of("Russia", "ceasefire") if p["stance"] == "accepts on condition"]
    outlook = answers.outlook(conditional["provision"])
    price = ("Russia", "ceasefire", "accepts on condition")
    for payer in ("France", "United Kingdom"):
        assert {price, (payer, "foreign-support", "rejects")} in answers.causes(outlook)
    assert {("Russia", "ceasefire")} in answers.movers(outlook)


def test_observers_stand_between_maru_and_a_ceasefire_until_the_river_front_moves(on):
    may = on(RIVER, "2031-05-16")
    blocked = may.blocked("ceasefire")
    assert blocked
    pair = {("Maru", "ceasefire", "accepts on condition"), ("River Front", "monitoring", "rejects")}
    for outlook in blocked:
        assert in_any_order(may.causes(outlook)) == in_any_order([pair])
        assert in_any_order(may.movers(outlook)) == in_any_order(
            [{("Maru", "ceasefire")}, {("River Front", "monitoring")}]
        )
    june = on(RIVER, "2031-06-14")
    assert june.ids("ceasefire")
    assert june.blocked("ceasefire") == []


def test_the_last_ferry_towns_wait_for_prisoners_who_are_not_freed(on):
    answers = on(RIVER, "2031-06-14")
    pair = {("River Front", "withdrawal", "accepts on condition"), ("Maru", "prisoner-release", "rejects")}
    assert any(pair in answers.causes(outlook) for outlook in answers.blocked("withdrawal"))


def test_a_passage_that_is_repeated_counts_once_and_keeps_its_places(on):
    denials = [s for s in on(ENERGY, "").statements if "violating the pause" in s["quote"] and s["act"] == "deny"]
    assert len(denials) == 1


def test_the_harvest_truce_is_monitored_from_its_own_folder(root, answer):
    found = answer("monitor", str(root / "examples/harvest-truce"), "--quiet")
    assert [one["by"] for one in found["versions"]] == [["case file"], ["River Front"]]
    assert found["assessments"]["corroborated"] == 1
    assert found["assessments"]["disputed"] == 1
    assert {one["state"] for one in found["claims"]} == {"incident", "none"}
    assert found["verdict"] == "fewer"
    assert found["coverage"]["restrictions"][0]["area"] == ["Doun"]
