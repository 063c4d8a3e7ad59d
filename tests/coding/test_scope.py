"""What a provision covers, as far as the words of its phrase say."""

from __future__ import annotations

import pytest
from tests.coding.said import dated, one, said

from ceasefire.coding.statement import Statement


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


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Peru agreed to a truce from 5 April 2033.", "2033-04-05"),
        ("Peru proposed a halt to strikes on ports starting on March 3, 2033.", "2033-03-03"),
        ("Peru accepted a ceasefire from 6 p.m. local time on 19 April 2033.", "2033-04-19"),
        ("Peru agreed on 11 March 2033 to a truce of 30 days.", ""),
        ("Peru accepted a truce after its envoy came from Lima on 5 April 2033.", ""),
    ],
)
def test_a_halt_starts_on_the_day_that_a_word_of_beginning_stands_before(text: str, start: str) -> None:
    assert one(text, "Peru").scope.start.edtf == start


def test_the_sea_at_the_end_of_a_list_is_where_ships_are_let_through() -> None:
    text = "Peru and Chile agreed to ensure safe navigation, end the use of force and clear mines in the Black Sea."
    assert {s.scope.area for s in said(text) if s.provision == "navigation"} == {("Black Sea",)}


def test_nobody_meets_in_a_sea() -> None:
    text = "Peru and Chile agreed to negotiations on a maritime ceasefire in the Black Sea."
    assert {s.scope.area for s in said(text) if s.provision == "talks"} == {()}
    assert one_of(text, "limited-ceasefire").scope.area == ("Black Sea",)


def test_who_agrees_to_talks_on_a_limited_halt_is_to_discuss_it() -> None:
    found = one_of("Peru and Chile agreed to negotiations on a maritime ceasefire.", "limited-ceasefire")
    assert (found.act, found.modality, found.scope.domains) == ("consult", "planned", ("sea",))


def test_what_is_resumed_is_not_lifted_with_what_stands_before_it() -> None:
    text = "Chile will lift the pause on arms deliveries and resume military training in Peru."
    assert {s.scope.direction for s in said(text)} == {""}


def test_a_ban_on_attacks_is_a_limited_halt_and_an_agreement_is_of_all_who_are_named() -> None:
    text = "The envoys welcomed Peru's and Chile's agreement to ban strikes against power stations."
    found = [s for s in said(text) if s.provision == "limited-ceasefire"]
    assert {(s.actor, s.act, s.scope.targets) for s in found} >= {
        ("Peru", "accept", ("power-plants",)),
        ("Chile", "accept", ("power-plants",)),
    }


def one_of(text: str, provision: str) -> Statement:
    """Peru's only statement on it."""
    [found] = [s for s in said(text) if s.actor == "Peru" and s.provision == provision]
    return found
