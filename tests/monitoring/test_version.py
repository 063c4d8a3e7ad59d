"""The versions of a pause's terms: the case file's, each party's count, each account; equal ones are one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from tests.monitoring.invented import BOTH, day
from tests.reasoning.said import record, said

from ceasefire.coding.statement import Scope, Statement
from ceasefire.monitoring.version import Version, versions
from ceasefire.reasoning.lives import last_day, lives_of
from ceasefire.reasoning.provisions import agenda
from ceasefire.record.case import Case, CaseProvision
from ceasefire.record.case_accounts import CaseAccount
from ceasefire.record.terms import Release, Terms, Window
from ceasefire.when import When

MONTH = Scope(targets=("energy-infrastructure",), duration="P30D")
FROM_MARCH = Terms(window=Window(When("2031-03-01"), "P30D"), ends_if=Release())


def case(terms: Terms, *accounts: CaseAccount) -> Case:
    scope = terms.in_scope(replace(MONTH, between=BOTH))
    pause = CaseProvision("pause", "The pause", "limited-ceasefire", scope, BOTH, terms, accounts)
    return Case(Path(), "T", {}, (pause,))


def told(the_case: Case, *statements: Statement) -> list[Version]:
    found = record(statements).statements()
    on = agenda(found, the_case)
    [provision] = [one for one in on.provisions if one.id == "pause"]
    [life] = [one for one in lives_of(found, on, last_day(found), the_case) if one.provision == "pause"]
    return versions(provision, life, the_case)


def one(actor: str, act: str, on: str, scope: Scope = MONTH, **more: object) -> Statement:
    return said(actor, act, "limited-ceasefire", on=on, scope=scope, document=on, quote=f"{actor} {act} {on}", **more)


AGREED = (one("Maru", "accept", "2031-03-01"), one("Osele", "accept", "2031-03-02"))


def counted_from(actor: str, start: str, on: str) -> Statement:
    return one(actor, "accept", on, scope=replace(MONTH, start=When(start)))


def test_the_case_file_alone_is_one_version_even_where_nobody_has_said_anything() -> None:
    [only] = told(case(FROM_MARCH))
    assert (only.by, only.first, only.after) == (("case file",), day("2031-03-01"), day("2031-03-31"))
    assert (only.scope.targets, only.ends_if) == (("energy-infrastructure",), Release())


def test_a_party_that_counts_from_another_day_has_a_version_of_its_own_with_its_words() -> None:
    theirs = counted_from("Osele", "2031-03-08", "2031-03-09")
    ours = counted_from("Maru", "2031-03-01", "2031-03-09")
    first, second = told(case(FROM_MARCH), *AGREED, ours, theirs)
    assert (first.by, second.by) == (("case file", "Maru"), ("Osele",))
    assert (second.first, second.after) == (day("2031-03-08"), day("2031-04-07"))
    assert second.statements == (theirs.id,)


def test_an_account_of_the_case_file_differs_in_what_it_names_and_in_nothing_else() -> None:
    wide = CaseAccount("Osele", Scope(targets=("energy-and-infrastructure",)), given=("towards",))
    late = CaseAccount("Maru", window=Window(When("2031-03-08"), "P10D"), given=("when",))
    first, second, third = told(case(FROM_MARCH, wide, late))
    assert (second.by, second.first, second.after) == (("Maru",), day("2031-03-08"), day("2031-03-18"))
    assert (third.by, third.scope.targets) == (("Osele",), ("energy-and-infrastructure",))
    assert (third.first, third.scope.between) == (first.first, first.scope.between)


def test_what_never_came_into_force_holds_nothing_against_anybody() -> None:
    assert told(case(Terms(window=Window(duration="P30D"))), AGREED[0]) == []


def test_a_pause_that_nobody_dates_runs_from_the_day_on_which_somebody_keeps_it() -> None:
    [only] = told(case(Terms(window=Window(duration="P30D"))), *AGREED, one("Maru", "implement", "2031-03-03"))
    assert (only.by, only.first, only.after) == (("the record",), day("2031-03-03"), day("2031-04-02"))


def test_suspending_it_leaves_no_day_after_that_inside() -> None:
    suspended = one("Maru", "suspend", "2031-03-20")
    [only] = told(case(FROM_MARCH), *AGREED, suspended)
    assert only.holds_on(day("2031-03-19"))
    assert not only.holds_on(day("2031-03-20"))


def test_a_version_holds_on_each_of_its_days_and_on_no_other() -> None:
    [only] = told(case(FROM_MARCH), *AGREED)
    held = [number for number in range(-5, 45) if only.holds_on(day("2031-03-01") + timedelta(number))]
    assert held == list(range(30))
