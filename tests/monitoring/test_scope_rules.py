"""Whether an incident lies inside the scope of a provision: each field by itself."""

from __future__ import annotations

import pytest
from tests.monitoring.invented import ENERGY, circumstances, day, on, version

from ceasefire.coding.statement import Scope
from ceasefire.monitoring.report import Moment, Place
from ceasefire.monitoring.scope_rules import (
    INSIDE,
    NOT_TOLD,
    OUTSIDE,
    TOO_COARSE,
    by_a_party,
    excepted,
    fits,
    in_the_area,
    in_the_domain,
    in_the_window,
    on_a_target,
)
from ceasefire.record.terms import Except, Window
from ceasefire.when import When


@pytest.mark.parametrize(
    ("when", "state"),
    [
        (on("2031-06-01"), INSIDE),
        (on("2031-06-30"), INSIDE),
        (on("2031-05-31"), OUTSIDE),
        (on("2031-07-01"), OUTSIDE),
        (on("2031-06-28", "2031-07-02"), TOO_COARSE),
        (on("2031-06-01", "2031-06-30"), INSIDE),
        (Moment(), TOO_COARSE),
        (on("1990-01-01", "2050-01-01"), TOO_COARSE),
    ],
)
def test_the_last_day_is_inside_the_next_is_not_and_what_may_be_either_is_too_coarse(when: Moment, state: str) -> None:
    assert in_the_window(circumstances(when), version()).state == state


def test_a_pause_without_an_end_holds_on_and_one_without_a_beginning_cannot_be_placed() -> None:
    assert in_the_window(circumstances(on("2040-01-01")), version(after=None)).state == INSIDE
    assert in_the_window(circumstances(), version(first=None)).state == NOT_TOLD


def test_days_on_which_it_is_suspended_are_outside() -> None:
    suspended = version(suspended=((day("2031-06-09"), day("2031-06-11")),))
    assert [in_the_window(circumstances(on(f"2031-06-{n:02}")), suspended).state for n in (8, 9, 10, 11)] == [
        INSIDE,
        OUTSIDE,
        OUTSIDE,
        INSIDE,
    ]
    assert "suspended" in in_the_window(circumstances(), suspended).reason.because


@pytest.mark.parametrize(
    ("targets", "state"),
    [
        (("power-plants",), INSIDE),
        (("energy-infrastructure",), INSIDE),
        (("hospitals", "oil-and-gas"), INSIDE),
        (("hospitals",), OUTSIDE),
        (("infrastructure",), NOT_TOLD),
        ((), NOT_TOLD),
    ],
)
def test_a_class_that_the_provision_includes_is_inside_and_a_wider_one_does_not_tell(
    targets: tuple[str, ...], state: str
) -> None:
    assert on_a_target(circumstances(targets=targets), version()).state == state


def test_the_wider_account_covers_what_the_narrower_one_does_not() -> None:
    wide = version(scope=Scope(targets=("energy-and-infrastructure",)))
    port = circumstances(targets=("ports",))
    assert (on_a_target(port, version()).state, on_a_target(port, wide).state) == (OUTSIDE, INSIDE)


@pytest.mark.parametrize(
    ("area", "where", "state"),
    [
        (("Kesso",), Place("", region="Kesso Region", precision="settlement"), INSIDE),
        (("the Kesso region",), Place("", region="Kesso Region", precision="region"), INSIDE),
        (("Port Alma",), Place("Port Alma", region="Ruk", precision="exact"), INSIDE),
        (("Ruk",), Place("Kesso town", region="Kesso Region", precision="settlement"), OUTSIDE),
        (("Port Alma",), Place("Kesso town", region="Kesso Region", precision="settlement"), NOT_TOLD),
        (("Port Alma",), Place("", region="Ruk", precision="region"), TOO_COARSE),
        (("Ruk",), Place("Kesso town", precision="settlement"), NOT_TOLD),
        ((), Place(), INSIDE),
    ],
)
def test_a_place_is_inside_by_its_name_or_region_and_outside_only_where_outlines_tell(
    area: tuple[str, ...], where: Place, state: str
) -> None:
    limited = version(scope=Scope(targets=ENERGY.targets, area=area))
    assert in_the_area(circumstances(where=where), limited).state == state


def test_domains_and_parties() -> None:
    at_sea = version(scope=Scope(domains=("sea",)))
    everywhere = version(scope=Scope(domains=("air", "land", "sea")))
    assert [in_the_domain(circumstances(domain=one), at_sea).state for one in ("sea", "air", "")] == [
        INSIDE,
        OUTSIDE,
        NOT_TOLD,
    ]
    assert in_the_domain(circumstances(domain=""), everywhere).state == INSIDE
    assert [by_a_party(circumstances(by=one), version()).state for one in ("Maru", "Quell", "")] == [
        INSIDE,
        OUTSIDE,
        INSIDE,
    ]


def test_an_exception_holds_when_all_that_it_names_holds() -> None:
    dams_in_ruk = Except(("dams",), ("Ruk",))
    ruk = Place("", region="Ruk", precision="settlement")
    states = [
        excepted(circumstances(where=place, targets=targets), dams_in_ruk).state
        for place in (ruk, None)
        for targets in (("dams",), ("hospitals",), ())
    ]
    assert states == [OUTSIDE, INSIDE, NOT_TOLD, INSIDE, INSIDE, INSIDE]
    one_day = Except(window=Window(When("2031-06-10"), "P1D"))
    assert [excepted(circumstances(on(f"2031-06-{n}")), one_day).state for n in (10, 11)] == [OUTSIDE, INSIDE]


def test_every_reason_is_a_sentence_that_names_its_field() -> None:
    found = fits(circumstances(), version(exceptions=(Except(("dams",)),)))
    assert [one.reason.field for one in found] == ["window", "area", "domain", "target", "party", "target"]
    assert all(one.reason.because.endswith(".") and "{" not in one.reason.because for one in found)
