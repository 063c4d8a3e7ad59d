"""Weeks begin with the pause; what was not watched is no zero."""

from __future__ import annotations

import math
from datetime import date, timedelta

import pytest

from ceasefire.errors import QuestionError
from ceasefire.monitoring.rates.series import Series, Window, series
from ceasefire.monitoring.rates.weeks import ADDED, weeks

FIRST = date(2031, 1, 1)


def on(day: int) -> date:
    return FIRST + timedelta(days=day)


def test_no_week_holds_days_of_both_before_and_during():
    found = weeks(Series(FIRST, (1,) * 17 + (0,) * 14), Window(on(17)))
    full, none = math.log(7 + ADDED), math.log(ADDED)
    assert found.before == 3  # of which the first holds three days alone
    assert found.logs == (None, full, full, none, none)


def test_a_last_week_of_three_days_is_left_open_and_one_of_four_is_scaled_up():
    assert weeks(Series(FIRST, (1,) * 17), Window(on(7))).logs[-1] is None
    assert weeks(Series(FIRST, (1,) * 18), Window(on(7))).logs[-1] == pytest.approx(
        math.log(4 + ADDED) + math.log(7 / 4)
    )


def test_days_after_the_window_are_not_looked_at():
    calm = Series(FIRST, (2,) * 70)
    wild = Series(FIRST, (2,) * 56 + (90,) * 14)
    pause = Window(on(28), on(55))
    assert weeks(calm, pause) == weeks(wild, pause)


def test_a_week_that_nobody_watched_is_not_a_week_without_incidents():
    days = [on(day) for day in range(28) if not 14 <= day < 21]
    blind = [on(day) for day in range(14, 21)]
    assert weeks(series(days, FIRST, on(27), blind), Window(on(21))).logs[2] is None
    assert weeks(series(days, FIRST, on(27)), Window(on(21))).logs[2] == math.log(ADDED)


def test_what_is_counted_on_a_day_that_nobody_watched_is_left_out():
    assert Series(FIRST, (3, 5), (1.0, 0.0)).part(FIRST, on(1)) == (3, 1.0)


@pytest.mark.parametrize(
    ("counts", "watched"), [((1, 2), (1.0,)), ((-1,), ()), ((1,), (1.5,))], ids=["lengths", "negative", "over one"]
)
def test_a_series_that_cannot_be_is_refused(counts, watched):
    with pytest.raises(QuestionError):
        Series(FIRST, counts, watched)


def test_a_window_that_ends_before_it_starts_is_refused():
    with pytest.raises(QuestionError, match="swap"):
        Window(on(5), on(4))
