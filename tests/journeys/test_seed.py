"""The article that the project starts from: who stands where, and the pair of positions that blocks a ceasefire."""

from __future__ import annotations

import pytest
from tests.journeys.asking import Answers, Ask, in_any_order

pytestmark = pytest.mark.shared
ALLIES = "Ukraine's European allies"


@pytest.fixture
def seed(answer: Ask, shared) -> Answers:
    return Answers(answer, (str(shared / "data" / "seed" / "limited-pause.txt"),))


@pytest.fixture
def text(shared) -> str:
    return (shared / "data" / "seed" / "limited-pause.txt").read_text(encoding="utf-8")


def test_russia_tentatively_accepts_a_halt_to_strikes_on_energy_infrastructure(seed):
    assert seed.stances("Russia", "limited-ceasefire") == {"accepts"}
    [position] = seed.of("Russia", "limited-ceasefire")
    accepted = [s for s in seed.statements if s["id"] in position["statements"]]
    assert any("energy infrastructure" in s["quote"] for s in accepted)
    first = next(s for s in seed.statements if "tentatively" in s["quote"] and s["actor"] == "Russia")
    assert first["modality"] == "tentative"


def test_russia_does_not_accept_the_thirty_day_truce(seed):
    assert "accepts" not in seed.stances("Russia", "ceasefire")
    assert ("ceasefire", "United States") in seed.acts("Russia", "reject")


def test_the_truce_is_thirty_days_on_land_at_sea_and_in_the_air(seed):
    truces = [p for p in seed.positions["provisions"] if p["category"] == "ceasefire"]
    assert any(
        p["scope"]["duration"] == "P30D" and set(p["scope"]["domains"]) == {"air", "land", "sea"} for p in truces
    )


def test_russia_makes_a_ceasefire_depend_on_the_end_of_military_assistance_and_intelligence_sharing(seed):
    assert "accepts on condition" in seed.stances("Russia", "ceasefire")
    assert {category for category, _ in seed.prices("Russia", "ceasefire")} == {"foreign-support"}
    condition = next(s for s in seed.statements if s["actor"] == "Russia" and s["act"] == "condition")
    assert "foreign military assistance" in condition["condition"]
    assert "intelligence sharing" in condition["condition"]


def test_european_allies_reject_that_condition(seed):
    assert seed.stances(ALLIES, "foreign-support") == {"rejects"}


def test_ukraine_has_accepted_the_truce_and_is_open_to_the_energy_deal(seed):
    assert seed.stances("Ukraine", "ceasefire") == {"accepts"}
    assert seed.stances("Ukraine", "limited-ceasefire") == {"accepts"}


def test_ukraine_asks_for_details_of_the_offer(seed):
    asked = [s for s in seed.statements if s["actor"] == "Ukraine" and "information" in s["quote"]]
    [position] = seed.of("Ukraine", "limited-ceasefire")
    assert asked or position["conditions"] or not position.get("firm", True)


def test_the_united_states_proposed_the_truce(seed):
    assert "ceasefire" in {provision for provision, _ in seed.acts("United States", "propose")}


@pytest.mark.parametrize("party", ["United States", "Russia"])
def test_the_two_presidents_agree_to_talks(seed, party):
    accepted = {provision for provision, _ in seed.acts(party, "accept")}
    assert accepted & {"talks", "peace-agreement"}
    assert any("Middle East" in s["quote"] for s in seed.statements if s["actor"] == party and s["act"] == "accept")


def test_praise_for_the_call_is_an_attributed_quotation_and_no_position(seed, text):
    assert not [s for s in seed.statements if "very good and productive" in s["quote"]]
    contents = ["".join(text[start:end] for start, end in a["content"]) for d in seed.coded for a in d["attributions"]]
    assert any("very good and productive" in content for content in contents)


@pytest.mark.parametrize("guess", ["tactic to delay negotiations", "testing Trump"])
def test_what_observers_suppose_is_nobody_s_position(seed, guess):
    assert not [s for s in seed.statements if guess in s["quote"]]


def test_the_document_is_undated_and_says_so(seed, ceasefire):
    assert [document["date"] for document in seed.coded] == [None]
    assert "undated" in ceasefire("brief", *seed.paths, "--format", "markdown").stdout.lower()


def test_each_statement_stands_once_although_passages_repeat(seed):
    keys = [(s["actor"], s["act"], s["provision"], s["recipient"], s["quote"]) for s in seed.statements]
    assert len(keys) == len(set(keys))


def test_each_quote_stands_at_its_offsets(seed, text):
    assert seed.statements
    for statement in seed.statements:
        assert text[statement["start"] : statement["end"]] == statement["quote"]


def test_the_ceasefire_is_blocked_by_exactly_that_pair_with_two_ways_out(seed):
    [conditional] = [p for p in seed.of("Russia", "ceasefire") if p["stance"] == "accepts on condition"]
    outlook = seed.outlook(conditional["provision"])
    pair = {("Russia", "ceasefire", "accepts on condition"), (ALLIES, "foreign-support", "rejects")}
    assert not outlook["agreed"]
    assert in_any_order(seed.causes(outlook)) == in_any_order([pair])
    assert in_any_order(seed.movers(outlook)) == in_any_order(
        [{("Russia", "ceasefire")}, {(ALLIES, "foreign-support")}]
    )


def test_asked_of_nothing_in_particular_the_blocked_ceasefire_is_what_comes_first(seed, answer):
    first = answer("blockers", *seed.paths)
    assert seed.category(first["provision"]) == "ceasefire"
    assert {("Russia", "ceasefire", "accepts on condition"), (ALLIES, "foreign-support", "rejects")} in seed.causes(
        first
    )
