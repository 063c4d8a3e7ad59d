"""Where nobody could look, and on which days nobody can have looked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.monitoring.invented import REGIONS, day, on

from ceasefire.monitoring.gathering import _gaps
from ceasefire.monitoring.observing import unobserved, watched
from ceasefire.monitoring.report import Moment, Place
from ceasefire.record.case_accounts import Restriction
from ceasefire.record.terms import Window
from ceasefire.when import When

CLOSED = Restriction(("Kesso",), Window(When("2031-06-10"), until=When("2031-06-12")), "no access")
ALWAYS = Restriction(("Ruk",), says="no observer is let in")
KESSO, RUK = Place("", region="Kesso Region"), Place("", region="Ruk")


@pytest.mark.parametrize(
    ("when", "where", "told"),
    [
        (on("2031-06-10"), KESSO, "no access"),
        (on("2031-06-12"), KESSO, "no access"),
        (on("2031-06-13"), KESSO, ""),
        (on("2031-06-08", "2031-06-11"), KESSO, "no access"),
        (on("2031-06-11"), RUK, "no observer is let in"),
        (Moment(), RUK, "no observer is let in"),
        (Moment(), KESSO, ""),
    ],
)
def test_a_restriction_concerns_its_places_on_its_days(when: Moment, where: Place, told: str) -> None:
    assert unobserved(when, where, [CLOSED, ALWAYS], REGIONS) == told


def test_the_watched_share_is_that_of_the_regions_left_and_none_where_nothing_was_reported() -> None:
    first, last = day("2031-06-09"), day("2031-06-11")
    shares = watched(first, last, [CLOSED], {last}, {"Kesso Region", "Ruk", "Upper Tarn", "Alma"})
    assert shares == (1.0, 0.75, 0.0)


def test_a_quiet_day_is_a_gap_only_where_reports_were_to_be_expected() -> None:
    days = [day("2031-06-01") + timedelta(number) for number in (*range(10), *range(14, 30))]
    assert _gaps(days, reports=30) == ()
    assert _gaps(days, reports=300) == tuple(day("2031-06-11") + timedelta(number) for number in range(4))
    assert _gaps([], reports=0) == ()
