"""What people decide about incidents is found again by the reports, and the later decision stands."""

from __future__ import annotations

from ceasefire.monitoring.assessing import Decided
from ceasefire.monitoring.assessment import ALLEGED, CORROBORATED
from ceasefire.monitoring.decisions import Standing


def decided(verdict: str, at: int, terms: str = "", reports: tuple[str, ...] = ("r1", "r2")) -> Decided:
    return Decided("i1", "pause", verdict, "A. Monitor", "seen", f"2031-06-{at:02}T00:00:00Z", terms, reports)


def test_a_decision_is_found_by_any_of_its_reports_under_whatever_id_they_are_linked_now() -> None:
    standing = Standing([decided(CORROBORATED, 1)])
    found = standing.of(("r2", "r9"), "pause", "case file")
    assert found is not None
    assert found.verdict == CORROBORATED
    assert standing.of(("r9",), "pause", "case file") is None
    assert standing.of(("r2",), "another pause", "case file") is None


def test_of_two_decisions_the_later_stands_and_one_that_takes_back_leaves_none() -> None:
    twice = [decided(CORROBORATED, 1), decided(ALLEGED, 2)]
    assert [one.verdict for one in [Standing(twice).of(("r1",), "pause", "x")] if one] == [ALLEGED]
    assert Standing([*twice, decided("", 3)]).of(("r1",), "pause", "x") is None


def test_a_decision_on_one_version_of_the_terms_goes_before_one_on_all() -> None:
    standing = Standing([decided(ALLEGED, 1, "Osele"), decided(CORROBORATED, 2)])
    assert [standing.of(("r1",), "pause", terms) for terms in ("Osele", "Maru")] == [
        decided(ALLEGED, 1, "Osele"),
        decided(CORROBORATED, 2),
    ]
