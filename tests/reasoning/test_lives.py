"""The life of a pause: which steps it takes, from which words, and where it stands on a day."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reasoning.said import HALT, record, said

from ceasefire.coding.statement import Scope, Statement
from ceasefire.reasoning.life import NOTHING, Life, after, holds
from ceasefire.reasoning.life_rules import RULES, explanation
from ceasefire.reasoning.lives import lives
from ceasefire.record.case import Case, CaseProvision
from ceasefire.record.terms import Terms, Window, Withdrawal
from ceasefire.vocabulary import load
from ceasefire.when import When

BOTH = ("Maru", "Osele")
MONTH = Scope(targets=("energy-infrastructure",), duration="P30D")


def case(terms: Terms | None = None, consent: tuple[str, ...] = BOTH) -> Case:
    scope = terms.in_scope(HALT) if terms else MONTH
    pause = CaseProvision(
        "pause", "The pause", "limited-ceasefire", scope, consent, terms or Terms(window=Window(duration="P30D"))
    )
    return Case(Path(), "T", {}, (pause,))


def one(actor: str, act: str, on: str, quote: str = "", scope: Scope = MONTH, **more: object) -> Statement:
    more = {"quote": quote or f"{actor} {act}s the pause", "document": on, **more}
    return said(actor, act, "limited-ceasefire", on=on, scope=scope, **more)


def life(*statements: Statement, until: str = "2031-12-31", **given: object) -> Life:
    """The life of the only pause, until a day."""
    the_case = case(**given)  # type: ignore[arg-type]
    (found,) = [each for each in lives(record(statements), date.fromisoformat(until), None, the_case) if each.steps]
    return found


def steps(found: Life) -> list[tuple[str, str]]:
    return [(each.name, each.when.edtf) for each in found.steps]


AGREED = (one("Maru", "accept", "2031-03-01"), one("Osele", "accept", "2031-03-02"))


def counts(actor: str, start: str, on: str) -> Statement:
    return one(actor, "accept", on, scope=Scope(targets=MONTH.targets, duration="P30D", start=When(start)))


def test_one_yes_is_a_proposal_a_hedged_second_a_tentative_agreement_a_firm_one_an_agreement() -> None:
    hedged = one("Osele", "accept", "2031-03-02", modality="tentative")
    found = life(AGREED[0], hedged, one("Osele", "accept", "2031-03-05"), until="2031-03-10")
    assert steps(found) == [
        ("proposed", "2031-03-01"), ("tentatively agreed", "2031-03-02"), ("agreed", "2031-03-05"),
    ]  # fmt: skip


def test_a_party_that_proposed_it_agrees_once_the_other_accepts() -> None:
    found = life(one("Maru", "propose", "2031-03-01"), AGREED[1])
    assert steps(found) == [("proposed", "2031-03-01"), ("agreed", "2031-03-02")]
    assert steps(life(one("Maru", "propose", "2031-03-01"), one("Osele", "propose", "2031-03-02"))) == [
        ("proposed", "2031-03-01")
    ]


def test_what_a_bystander_brings_up_is_floated_and_what_it_puts_to_a_side_is_proposed() -> None:
    assert steps(life(one("Kenya", "propose", "2031-03-01"))) == [("floated", "2031-03-01")]
    assert steps(life(one("Kenya", "propose", "2031-03-01", recipient="Maru"))) == [("proposed", "2031-03-01")]


def test_the_time_runs_from_the_day_from_which_it_is_counted_and_ends_by_itself() -> None:
    found = life(*AGREED, counts("Maru", "2031-03-01", "2031-03-02"))
    assert steps(found)[-2:] == [("in force", "2031-03-02"), ("expired", "2031-03-31")]
    assert (found.declared.edtf, found.effect.edtf, found.end.edtf) == ("2031-03-02", "2031-03-01", "2031-03-31")
    assert [found.state_on(date(2031, 3, day)) for day in (1, 2, 30, 31)] == [
        "proposed",
        "in force",
        "in force",
        "expired",
    ]


def test_where_the_sides_count_differently_both_versions_are_kept() -> None:
    found = life(*AGREED, counts("Maru", "2031-03-01", "2031-03-03"), counts("Osele", "2031-03-08", "2031-03-04"))
    assert [(one.by, one.start.edtf, one.end.edtf) for one in found.counts] == [
        ("Maru", "2031-03-01", "2031-03-31"), ("Osele", "2031-03-08", "2031-04-07"),
    ]  # fmt: skip
    assert [(each.name, each.when.edtf, each.by) for each in found.steps][-2:] == [
        ("expired", "2031-03-31", ("Maru",)), ("expired", "2031-04-07", ("Osele",)),
    ]  # fmt: skip
    assert [one.by for one in found.running_on(date(2031, 4, 1))] == ["Osele"]
    assert found.days_left(date(2031, 4, 1)) == {"Maru": 0, "Osele": 6}
    assert found.holds_on(date(2031, 4, 1))
    assert not found.holds_on(date(2031, 4, 7))


def test_an_accusation_shows_that_it_is_in_force_and_never_ends_it() -> None:
    accusations = [one("Maru", "accuse", f"2031-03-{day:02}", recipient="Osele") for day in range(3, 20)]
    found = life(*AGREED, *accusations, until="2031-03-25")
    assert steps(found)[-1] == ("in force", "2031-03-03")


def test_who_stops_keeping_it_after_its_time_has_not_broken_it_off() -> None:
    ended = one("Maru", "suspend", "2031-04-02", "Maru ended the pause")
    found = life(*AGREED, counts("Maru", "2031-03-01", "2031-03-02"), ended)
    assert found.steps[-1].name == "expired"
    assert ended.id in found.steps[-1].statements


@pytest.mark.parametrize(
    ("act", "quote", "step"),
    [
        ("suspend", "Maru suspended the pause", "suspended"),
        ("suspend", "Maru walked out and ended the pause", "broken off"),
        ("reject", "Maru now refuses the pause", "broken off"),
    ],
)
def test_a_side_that_stops_suspends_it_or_breaks_it_off_by_its_words(act: str, quote: str, step: str) -> None:
    found = life(
        *AGREED, one("Osele", "implement", "2031-03-03"), one("Maru", act, "2031-03-10", quote), until="2031-03-12"
    )
    assert steps(found)[-2:] == [("in force", "2031-03-03"), (step, "2031-03-10")]


def test_what_was_suspended_is_resumed_when_the_side_takes_it_up_again() -> None:
    stopped = one("Maru", "suspend", "2031-03-10", "Maru suspended the pause")
    taken_up = one("Maru", "implement", "2031-03-12")
    found = life(*AGREED, one("Osele", "implement", "2031-03-03"), stopped, taken_up, until="2031-03-13")
    assert [each.name for each in found.steps][-3:] == ["in force", "suspended", "resumed"]
    assert found.holds_on(date(2031, 3, 13))


def test_leaving_takes_effect_when_the_notice_has_run_out() -> None:
    terms = Terms(window=Window(duration="P30D"), withdrawal=Withdrawal("either", "P7D"))
    left = one("Maru", "suspend", "2031-03-10", "Maru withdrew from the pause")
    given_up = (*AGREED, one("Osele", "implement", "2031-03-03"), left)
    assert steps(life(*given_up, terms=terms, until="2031-03-16"))[-1] == ("in force", "2031-03-03")
    assert steps(life(*given_up, terms=terms, until="2031-03-17"))[-1] == ("broken off", "2031-03-17")


def test_by_its_terms_it_is_in_force_when_all_consent_or_on_its_date() -> None:
    at_once = Terms(in_force="when all consent", window=Window(duration="P30D"))
    assert steps(life(*AGREED, terms=at_once))[1:] == [
        ("agreed", "2031-03-02"), ("in force", "2031-03-02"), ("expired", "2031-04-01"),
    ]  # fmt: skip
    dated = Terms(in_force="on a date", window=Window(When("2031-03-10"), "P30D"))
    assert steps(life(*AGREED, terms=dated, until="2031-03-09"))[-1] == ("agreed", "2031-03-02")
    assert steps(life(*AGREED, terms=dated, until="2031-03-10"))[-1] == ("in force", "2031-03-10")


def test_it_is_extended_when_all_agree_and_runs_on() -> None:
    longer = [one(party, "accept", "2031-03-20", f"{party} agreed to extend the pause") for party in BOTH]
    begun = (*AGREED, counts("Maru", "2031-03-01", "2031-03-02"))
    assert steps(life(*begun, *longer))[-1] == ("extended", "2031-03-20")
    assert steps(life(*begun, longer[0]))[-1] == ("expired", "2031-03-31")


def test_a_refusal_to_extend_ends_what_has_no_end_on_record_and_is_no_refusal_of_the_pause() -> None:
    forever = Terms(in_force="when all consent")
    refused = one("Osele", "reject", "2031-03-20", "Osele refused to extend the pause", HALT)
    open_ended = [one(party, "accept", "2031-03-01", scope=HALT) for party in BOTH]
    found = life(*open_ended, refused, terms=forever)
    assert steps(found)[-1] == ("expired", "2031-03-20")
    assert [(each.party, each.act) for each in found.asked] == [("Osele", "reject")]


def test_every_rule_explains_itself_in_a_sentence_and_leads_to_a_step_of_the_table() -> None:
    for name, rule in RULES:
        assert name in load("pauses")["steps"]
        assert explanation(rule).endswith(".")


def test_the_table_names_only_its_own_steps() -> None:
    table = load("pauses")["steps"]
    assert {one for step in table for one in after(step)} <= {NOTHING, *table}


DAYS = st.integers(0, 60).map(lambda days: (date(2031, 3, 1) + timedelta(days)).isoformat())
WORDS = ("Maru keeps the pause", "ended the pause", "suspended the pause", "agreed to extend the pause")


ACTS = ("propose", "accept", "reject", "suspend", "implement", "accuse", "deny", "condition", "consult")


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    day, start = draw(DAYS), draw(st.sampled_from(("", "2031-03-05", "2031-03-12", "2031-04-20")))
    return one(
        draw(st.sampled_from((*BOTH, "Kenya"))),
        draw(st.sampled_from(ACTS)),
        day,
        draw(st.sampled_from(WORDS)),
        Scope(targets=MONTH.targets, duration="P30D", start=When(start)),
        modality=draw(st.sampled_from(("actual", "actual", "tentative", "hypothetical"))),
    )


TOLD = st.lists(statements(), max_size=12)


def only(told: list[Statement], until: date) -> Life:
    return lives(record(told), until, None, case())[0]


@settings(max_examples=80, deadline=None)
@given(TOLD, st.dates(date(2031, 2, 27), date(2031, 6, 30)))
def test_steps_are_in_order_of_time_follow_the_table_and_lie_before_the_day(told: list[Statement], until: date) -> None:
    found = only(told, until)
    before, last = NOTHING, When()
    for step in found.steps:
        assert before in after(step.name)
        assert last.order() <= step.when.order()
        assert step.when.first is not None
        assert step.when.first <= until
        assert step.statements
        before, last = step.name, step.when


@settings(max_examples=80, deadline=None)
@given(TOLD, st.integers(0, 80), st.integers(0, 60))
def test_a_life_as_of_a_day_is_how_every_later_one_begins(told: list[Statement], early: int, more: int) -> None:
    day = date(2031, 3, 1) + timedelta(early)
    now, later = only(told, day), only(told, day + timedelta(more))
    assert later.steps[: len(now.steps)] == now.steps or _but_for_the_end(now, later)
    assert later.state_on(day) == now.state_on(day) or later.state_on(day) == "expired"


def test_a_beginning_that_is_learned_of_later_is_told_then_and_an_end_on_its_own_day() -> None:
    early = life(*AGREED, counts("Maru", "2031-03-03", "2031-03-20"), until="2031-06-01")
    assert steps(early)[-2:] == [("in force", "2031-03-20"), ("expired", "2031-04-02")]
    assert (early.effect.edtf, early.end.edtf) == ("2031-03-03", "2031-04-02")
    late = life(*AGREED, counts("Maru", "2031-03-01", "2031-05-20"), until="2031-06-01")
    assert late.end.edtf == "2031-05-20"  # no step is dated before the one that it follows


def _but_for_the_end(now: Life, later: Life) -> bool:
    """Words of later days may stand beside an end, and change nothing else."""
    pairs = zip(now.steps, later.steps, strict=False)
    return all(a == b or (a.name == b.name == "expired" and set(a.statements) <= set(b.statements)) for a, b in pairs)


@settings(max_examples=40, deadline=None)
@given(TOLD, st.randoms())
def test_a_life_does_not_depend_on_the_order_in_which_things_were_read(told: list[Statement], chance: object) -> None:
    mixed = list(told)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert only(mixed, date(2031, 6, 1)) == only(told, date(2031, 6, 1))


def test_a_life_holds_exactly_when_its_last_step_does_or_somebody_still_counts_it() -> None:
    assert [step for step in load("pauses")["steps"] if holds(step)] == ["in force", "resumed", "extended"]
