"""What a provision covers, as far as the words of its phrase say."""

from __future__ import annotations

import pytest
from tests.coding.said import dated, one


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Peru proposed a halt to strikes on energy infrastructure.", "targets", ("energy-infrastructure",)),
        ("Peru agreed to a 30-day ceasefire on land and at sea.", "domains", ("land", "sea")),
        ("Peru agreed to a 30-day ceasefire on land and at sea.", "duration", "P30D"),
        ("Peru proposed a halt to strikes for two weeks.", "duration", "P2W"),
        ("Peru asked for a truce in Loreto.", "area", ("Loreto",)),
        ("Peru called for an end to sanctions.", "direction", "end"),
        ("Peru proposed a ceasefire.", "direction", ""),
        ("Peru proposed a truce for Easter.", "occasion", "easter"),
        ("Peru declared an Easter truce.", "occasion", "easter"),
        ("Peru suspended talks with Chile.", "between", ("Chile",)),
    ],
)
def test_the_phrase_states_its_limits(text: str, field: str, value: object) -> None:
    assert getattr(one(text, "Peru").scope, field) == value


def test_what_no_vocabulary_names_is_kept_under_the_words_used() -> None:
    text = "Peru rejected the ceasefire. Chile demanded the reopening of the border schools."
    assert one(text, "Chile").scope.targets == ("reopening of the border schools",)


def test_a_truce_for_an_occasion_is_a_limited_one() -> None:
    assert one("Peru proposed a truce for Easter.", "Peru").provision == "limited-ceasefire"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Peru counts the 30-day energy pause from 18 March.", "2025-03-18"),
        ("Lima said that Peru counted the ceasefire from March 25, 2024.", "2024-03-25"),
        ("Peru declared a truce from 30 December.", "2024-12-30"),
        ("Peru agreed to a truce starting 2 April.", "2025-04-02"),
        ("Peru accepted the ceasefire on 3 March.", ""),
        ("Peru accepted a ceasefire after talks from 1 to 3 weeks.", ""),
        ("Peru agreed to a ceasefire from 31 June.", ""),
        ("Peru rejected sanctions from 2 April.", ""),
    ],
)
def test_a_halt_is_counted_from_the_day_that_its_clause_names(text: str, start: str) -> None:
    (found,) = [one for one in dated(text, "2025-03-20") if one.actor == "Peru"]
    assert found.scope.start.edtf == start


def test_a_day_without_a_year_in_an_undated_text_is_no_date() -> None:
    assert not one("Peru declared a truce from 30 December.", "Peru").scope.start.known


def test_a_side_that_counts_a_pause_from_a_day_takes_it_to_bind_itself() -> None:
    assert one("Peru counts the ceasefire from 18 March.", "Peru").act == "accept"
