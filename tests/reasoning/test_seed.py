"""The case that everything starts from comes out right, from positions to the two ways out."""

from __future__ import annotations

import pytest
from tests.reasoning.said import record
from tests.reasoning.seed import ALLIES, seed

from ceasefire.reasoning.answers import blockers_answer, positions_answer
from ceasefire.reasoning.blockers import blockers
from ceasefire.reasoning.positions import positions
from ceasefire.reasoning.state import Position
from ceasefire.record.memory import MemoryRecord


@pytest.fixture
def kept() -> MemoryRecord:
    return record(seed())


def held(kept: MemoryRecord, party: str, provision: str) -> Position:
    (found,) = [one for one in positions(kept) if (one.party, one.provision) == (party, provision)]
    return found


def test_russia_tentatively_accepts_the_energy_halt(kept: MemoryRecord) -> None:
    halt = held(kept, "Russia", "energy-infrastructure-halt")
    assert (halt.stance, halt.firm) == ("accepts", False)
    assert len(halt.statements) == 2


def test_russia_refuses_the_thirty_day_truce_however_it_is_named(kept: MemoryRecord) -> None:
    assert held(kept, "Russia", "ceasefire-30-days").stance == "rejects"


def test_a_price_beats_a_refusal_of_the_same_article_and_keeps_it_beside(kept: MemoryRecord) -> None:
    whole = held(kept, "Russia", "ceasefire")
    assert (whole.stance, whole.firm) == ("accepts on condition", True)
    assert [(one.provision, one.wanted) for one in whole.conditions] == [("end-of-foreign-support", True)]
    assert len(whole.contradicted_by) == 1


def test_the_others_stand_where_they_said(kept: MemoryRecord) -> None:
    assert held(kept, ALLIES, "end-of-foreign-support").stance == "rejects"
    assert held(kept, "Ukraine", "ceasefire-30-days").stance == "accepts"
    assert (held(kept, "Ukraine", "energy-infrastructure-halt").firm) is False
    assert held(kept, "United States", "ceasefire-30-days").stance == "has proposed"
    assert {held(kept, one, "talks-middle-east").stance for one in ("Russia", "United States")} == {"accepts"}
    assert (held(kept, "Russia", "talks").stance, held(kept, "Russia", "talks").firm) == ("accepts on condition", False)


def test_the_ceasefire_is_blocked_by_exactly_the_price_and_its_refusal_with_two_ways_out(kept: MemoryRecord) -> None:
    (outlook,) = blockers(kept, "ceasefire")
    assert [[(one.party, one.provision, one.stance) for one in blocker.because] for blocker in outlook.blockers] == [
        [("Russia", "ceasefire", "accepts on condition"), (ALLIES, "end-of-foreign-support", "rejects")]
    ]
    assert [[(one.party, one.before, one.after) for one in unlock.changes] for unlock in outlook.unlocks] == [
        [("Russia", "accepts on condition", "accepts")],
        [(ALLIES, "rejects", "accepts")],
    ]
    assert not outlook.agreed
    assert [(one.party, one.provision) for one in outlook.assumptions] == [("Ukraine", "ceasefire")]


def test_the_truce_is_blocked_by_the_refusal_alone(kept: MemoryRecord) -> None:
    (outlook,) = blockers(kept, "ceasefire-30-days")
    assert [[(one.party, one.stance) for one in each.because] for each in outlook.blockers] == [[("Russia", "rejects")]]


def test_the_energy_halt_and_the_talks_are_what_can_be_had_together(kept: MemoryRecord) -> None:
    (halt,) = blockers(kept, "energy-infrastructure-halt")
    assert halt.agreed
    assert halt.blockers == ()
    assert halt.packages == (("energy-infrastructure-halt", "talks-middle-east"),)


def test_the_provisions_are_called_what_a_mediator_would_call_them(kept: MemoryRecord) -> None:
    titles = {one["id"]: one["title"] for one in positions_answer(kept)["provisions"]}
    assert titles == {
        "ceasefire": "Ceasefire",
        "ceasefire-30-days": "30-day ceasefire on land, at sea and in the air",
        "end-of-foreign-support": "End of foreign military assistance and intelligence sharing",
        "energy-infrastructure-halt": "Halt to attacks on energy infrastructure",
        "talks": "Talks",
        "talks-middle-east": "Talks in the Middle East",
    }


def test_the_answers_have_the_published_shape(kept: MemoryRecord) -> None:
    answer = positions_answer(kept)
    assert {"as_of", "known_at", "parties", "provisions", "positions"} <= answer.keys()
    assert len(answer["undated"]) == len(kept.statements())
    for one in answer["positions"]:
        assert {"party", "provision", "stance", "conditions", "since", "statements"} <= one.keys()
    blocked = blockers_answer(kept)
    assert blocked["provision"] == "ceasefire"
    assert {"provision", "agreed", "blockers", "unlocks", "packages"} <= blocked.keys()
    assert blocked["unlocks"][0] == {
        "changes": [
            {"party": "Russia", "provision": "ceasefire", "from": "accepts on condition", "to": "accepts"},
        ],
        "parties": 1,
    }
    assert "others" not in blockers_answer(kept, "ceasefire")
