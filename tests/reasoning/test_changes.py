"""Who moved, and which way."""

from __future__ import annotations

from datetime import date

from tests.reasoning.said import record, said

from ceasefire.coding.statement import Statement
from ceasefire.reasoning.changes import Shift, changes, turns

WEEK = date(2025, 3, 11)


def moved(*statements: Statement) -> list[tuple[str, str, str]]:
    def told(one: Shift) -> tuple[str, str, str]:
        return (one.before.stance if one.before else "", one.after.stance, one.direction)

    return [told(one) for one in changes(record(statements), WEEK)]


def test_a_refusal_after_an_acceptance_is_a_move_away_with_both_quotes() -> None:
    before, after = said("A", "accept", on="2025-03-10"), said("A", "reject", on="2025-03-18")
    (found,) = changes(record([before, after]), WEEK)
    assert (found.direction, found.statements) == ("away", (before.id, after.id))
    assert found.before is not None
    assert (found.before.stance, found.after.stance) == ("accepts", "rejects")


def test_a_first_word_is_a_move_from_nothing() -> None:
    assert moved(said("A", "accept", on="2025-03-18")) == [("", "accepts", "towards")]
    assert moved(said("A", "reject", on="2025-03-18")) == [("", "rejects", "away")]


def test_a_price_added_is_away_and_a_price_dropped_is_towards() -> None:
    price = said("A", "condition", on="2025-03-18", condition="x", condition_provision="sanctions")
    assert moved(said("A", "accept", on="2025-03-10"), price)[0][2] == "away"
    early = said("A", "condition", on="2025-03-10", condition="x", condition_provision="sanctions")
    assert moved(early, said("A", "accept", on="2025-03-18"))[0][2] == "towards"


def test_firming_up_is_towards_and_one_price_for_another_is_aside() -> None:
    hedged = said("A", "accept", on="2025-03-10", modality="tentative")
    assert moved(hedged, said("A", "accept", on="2025-03-18")) == [("accepts", "accepts", "towards")]
    prices = [
        said("A", "condition", on=day, condition="x", condition_provision=wanted)
        for day, wanted in (("2025-03-10", "sanctions"), ("2025-03-18", "territory"))
    ]
    assert moved(*prices)[0][2] == "aside"


def test_saying_the_same_again_and_what_was_said_before_are_no_change() -> None:
    assert moved(said("A", "accept", on="2025-03-10"), said("A", "accept", on="2025-03-18")) == []
    assert moved(said("A", "accept", on="2025-03-01"), said("A", "reject", on="2025-03-10")) == []


def test_until_leaves_out_what_came_later() -> None:
    kept = record([said("A", "accept", on="2025-03-10"), said("A", "reject", on="2025-04-01")])
    assert changes(kept, WEEK, date(2025, 3, 31)) == []


def test_every_turn_on_record_is_found() -> None:
    days = ("2025-03-01", "2025-03-10", "2025-03-20")
    kept = record([said("A", act, on=day) for act, day in zip(("accept", "reject", "accept"), days, strict=True)])
    assert [one.direction for one in turns(kept)] == ["away", "towards"]
