"""What a provision covers, as far as the words of its phrase say."""

from __future__ import annotations

import pytest
from tests.coding.said import one


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
