"""Several series at once: parties and regions, sources, what is covered beside what is not, reports that come late."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.monitoring.rates.invented import FIRST, counts, on, pause

from ceasefire.errors import QuestionError
from ceasefire.monitoring.rates import (
    Told,
    Window,
    among,
    as_data,
    displacement,
    sentences,
    sources_apart,
    within,
)
from ceasefire.monitoring.rates.many import holm


def test_chances_are_adjusted_for_how_many_were_asked():
    assert holm({"c": 0.04, "a": 0.01, "b": 0.03}) == {"a": 0.03, "b": 0.06, "c": 0.06}


def test_a_clear_fall_stands_among_many_and_what_cannot_be_told_is_not_counted():
    series = {f"calm {n}": counts(30, 6, 20, seed=n) for n in range(3)}
    found = {
        one.name: one for one in among({**series, "fell": counts(30, 6, 20, 0.3), "new": counts(3, 6, 20)}, pause(30))
    }
    assert list(found) == sorted(found)
    assert found["fell"].stands
    assert found["fell"].asked == 4
    assert found["fell"].adjusted >= found["fell"].change.chance
    assert found["new"].adjusted is None
    assert not found["calm 1"].stands


def test_sources_that_agree_give_their_verdict_and_one_that_is_silent_is_named():
    found = sources_apart(
        {"b": counts(30, 6, 20, 0.4), "a": counts(30, 6, 9, 0.4, seed=3), "c": counts(3, 6, 9)}, pause(30)
    )
    assert (found.verdict, found.disagree, found.silent) == ("fewer", (), ("c",))


def test_sources_that_differ_cannot_tell_and_the_pair_is_named():
    found = sources_apart({"b": counts(30, 6, 20, 0.4), "a": counts(30, 6, 20, 2.5)}, pause(30))
    assert (found.verdict, found.reasons) == ("cannot tell", ("sources-disagree",))
    assert found.disagree == (("a", "b"),)
    assert "the sources do not agree" in sentences(found)[1]


def test_no_source_that_can_tell_is_no_agreement():
    assert sources_apart({"a": counts(3, 6, 9)}, pause(3)).reasons == ("no-source-can-tell",)
    assert sources_apart({}, pause(3)).verdict == "cannot tell"


def test_attacks_that_move_show_in_both_and_in_how_they_compare():
    found = displacement(counts(40, 6, 20, 0.4), counts(40, 6, 20, 2.0, seed=2), pause(40))
    assert (found.covered.verdict, found.other.verdict, found.verdict) == ("fewer", "more", "fewer")
    assert found.low < 0.2 < found.high
    assert as_data(found)["sentences"] == list(sentences(found))


def test_what_moves_both_alike_is_no_difference_between_them():
    found = displacement(counts(40, 6, 20, 0.4), counts(40, 6, 20, 0.4, seed=2), pause(40))
    assert found.covered.verdict == found.other.verdict == "fewer"
    assert found.verdict == "no clear change"


def test_series_of_different_days_are_not_compared():
    with pytest.raises(QuestionError, match="same days"):
        displacement(counts(40, 6, 20), counts(40, 5, 20), pause(40))


def late(days: int, delays: tuple[int, ...]) -> list[Told]:
    """Each day as many incidents as delays, told after so many days."""
    return [Told(on(day), on(day) + timedelta(days=delay)) for day in range(days) for delay in delays]


def test_reports_that_came_later_than_the_days_are_left_out_of_both_periods():
    told = [*late(280, (0, 2, 30)), *[Told(on(day), on(day)) for day in range(280, 322)]]
    found = within(told, FIRST, on(321), pause(40), as_of=on(400), days=5)
    assert found.series.part(FIRST, on(279)) == (560, 280.0)
    assert (found.kept, found.fresh) == (round(602 / 882, 4), 0)


def test_the_last_days_are_too_fresh_and_the_series_ends_before_them():
    found = within(late(322, (0, 3)), FIRST, on(321), pause(40), as_of=on(321), days=3)
    assert (found.fresh, found.fresh_from, found.series.last) == (3, on(319), on(318))
    assert set(found.series.counts) == {2}


def test_the_days_are_as_many_as_the_last_day_has_been_open_or_as_most_reports_take():
    told = late(322, (0, 1, 1, 2, 9))
    assert within(told, FIRST, on(321), Window(on(280), on(311)), as_of=on(331)).days == 20
    assert within(told, FIRST, on(321), pause(40), as_of=on(321)).days == 9
    assert within(late(322, (0, 1, 1, 2, 2)), FIRST, on(321), pause(40), as_of=on(321)).days == 2


def test_what_was_received_after_the_day_asked_about_is_not_known_yet():
    told = [Told(on(1), on(2)), Told(on(1), on(50))]
    assert sum(within(told, FIRST, on(9), Window(on(5)), as_of=on(40), days=60).series.counts) == 0
    assert sum(within(told, FIRST, on(9), Window(on(5)), as_of=on(40), days=20).series.counts) == 1


def test_incidents_without_a_day_received_or_with_an_impossible_one_are_counted_apart():
    told = [Told(on(3), None), Told(on(4), on(2)), Told(on(4), on(4))]
    found = within(told, FIRST, on(9), Window(on(5)), as_of=on(40))
    assert (found.undated, found.early, sum(found.series.counts)) == (1, 1, 2)


def test_a_negative_number_of_days_is_refused():
    with pytest.raises(QuestionError):
        within([], FIRST, on(9), Window(on(5)), as_of=date(2032, 1, 1), days=-1)


def test_nothing_at_all_is_a_series_without_incidents():
    found = within([], FIRST, on(9), Window(on(5)), as_of=on(40))
    assert (found.kept, sum(found.series.counts)) == (None, 0)
