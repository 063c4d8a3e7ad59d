"""What an incident is assessed as, and why; a person's decision supersedes, and keeps what it supersedes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.monitoring.invented import circumstances, on, version

from ceasefire.monitoring.assessing import Decided, Evidence, Telling, assess, how_sure
from ceasefire.monitoring.assessment import (
    ALLEGED,
    CORROBORATED,
    DISPUTED,
    NOT_YET_CHECKED,
    OUTSIDE,
    UNVERIFIABLE,
    VERDICTS,
    Assessment,
)

ONE = Telling("r1", "news", "The Wire")
ALONE = Evidence((ONE,))


def verdict(evidence: Evidence = ALONE, **what: object) -> Assessment:
    return assess("i1", circumstances(**what), evidence, version())


def test_one_reporter_alleges_and_two_corroborate() -> None:
    two = Evidence((ONE, Telling("r2", "news", "The Courier")))
    again = Evidence((ONE, Telling("r2", "news", "The Wire")))
    assert [verdict(one).verdict for one in (ALONE, again, two)] == [ALLEGED, ALLEGED, CORROBORATED]
    assert "The Courier, The Wire" in verdict(two).reasons[0].because


def test_reports_whose_reporters_nobody_names_do_not_corroborate_each_other() -> None:
    unnamed = Evidence((Telling("r1", "news"), Telling("r2", "news")))
    assert verdict(unnamed).verdict == ALLEGED
    assert "not two of them name different reporters" in verdict(unnamed).reasons[0].because


def test_two_data_sets_corroborate_unless_they_rest_on_the_same_reporter() -> None:
    other = Telling("r2", "events", "The Wire")
    assert verdict(Evidence((ONE, other))).verdict == ALLEGED
    assert verdict(Evidence((ONE, replace(other, reporter="")))).verdict == CORROBORATED


@pytest.mark.parametrize("graded", [{"reliability": "E"}, {"credibility": "5"}])
def test_what_is_graded_as_doubtful_does_not_corroborate(graded: dict[str, str]) -> None:
    doubtful = Evidence((ONE, replace(Telling("r2", "news", "The Courier"), **graded)))
    assert verdict(doubtful).verdict == ALLEGED
    assert any("graded as doubtful" in one.because for one in verdict(doubtful).reasons)


def test_grades_that_judge_nothing_take_nothing_away() -> None:
    ungraded = Telling("r2", "news", "The Courier", "F", "6")
    assert verdict(Evidence((ONE, ungraded))).verdict == CORROBORATED


def test_a_denial_or_two_blamed_parties_dispute_even_what_several_report() -> None:
    both = (replace(ONE, by="Maru"), Telling("r2", "news", "The Courier", by="Osele"))
    assert verdict(Evidence(both)).verdict == DISPUTED
    denied = verdict(Evidence((ONE, Telling("r2", "news", "The Courier")), denied=("c1",)))
    assert (denied.verdict, denied.reasons[0].statements) == (DISPUTED, ("c1",))


def test_who_did_it_and_says_so_corroborates() -> None:
    assert verdict(Evidence((ONE,), admitted=("c1",))).verdict == CORROBORATED


def test_one_report_from_where_nobody_could_look_cannot_be_verified() -> None:
    closed = Evidence((ONE,), unobserved="no access")
    assert verdict(closed).verdict == UNVERIFIABLE
    assert "no access" in verdict(closed).reasons[0].because


def test_what_no_report_tells_is_not_yet_checked_and_what_is_told_too_roughly_is_unverifiable() -> None:
    assert verdict(targets=()).verdict == NOT_YET_CHECKED
    assert verdict(attack="unknown").verdict == NOT_YET_CHECKED
    assert verdict(when=on("2031-05-20", "2031-06-05")).verdict == UNVERIFIABLE


def test_outside_names_every_field_that_excludes_it() -> None:
    found = verdict(when=on("2031-08-01"), targets=("hospitals",), by="Quell")
    assert (found.verdict, found.outside_by) == (OUTSIDE, ("window", "target", "party"))
    assert len(found.reasons) == 3


def test_a_person_decides_and_what_the_rules_said_stays_among_the_reasons() -> None:
    decided = Decided("i1", "pause", CORROBORATED, "A. Monitor", "seen on site", "2031-06-12T09:00:00Z")
    made = assess("i1", circumstances(), ALONE, version(), decided)
    assert (made.verdict, made.decided_by, made.recorded) == (CORROBORATED, "A. Monitor", "2031-06-12T09:00:00Z")
    assert "seen on site" in made.reasons[0].because
    assert made.reasons[1:] == assess("i1", circumstances(), ALONE, version()).reasons


tellings = st.builds(
    Telling,
    st.sampled_from(["r1", "r2", "r3"]),
    st.sampled_from(["news", "events"]),
    st.sampled_from(["", "The Wire", "The Courier"]),
    st.sampled_from("ABCDEF"),
    st.sampled_from("123456"),
    st.sampled_from(["", "Maru", "Osele"]),
)


@given(st.lists(tellings, min_size=1, max_size=4))
def test_the_order_of_reports_does_not_matter_and_a_doubtful_one_never_makes_it_surer(told: list[Telling]) -> None:
    surer = [UNVERIFIABLE, ALLEGED, CORROBORATED]
    found, reasons = how_sure(Evidence(tuple(told)))
    assert (found, reasons[1:]) == (how_sure(Evidence(tuple(reversed(told))))[0], reasons[1:])
    assert found in VERDICTS
    more, _ = how_sure(Evidence((*told, Telling("r9", "third", "A Stranger", "E"))))
    assert more == found or surer.index(more) <= surer.index(found)
