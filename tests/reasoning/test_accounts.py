"""Two accounts compared: what is the same says so, sides can be swapped, and each difference has its field."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reasoning.said import said

from ceasefire.coding.statement import Scope, Statement
from ceasefire.reasoning.account_differences import LIMITS, Difference, reaches
from ceasefire.reasoning.account_terms import Account
from ceasefire.reasoning.accounts import VERDICTS, Comparison, Row, compare, swapped
from ceasefire.reasoning.lattice import scope_covers
from ceasefire.when import UNKNOWN, When

ACTS = ("accept", "reject", "condition", "propose", "consult", "deny", "suspend", "accuse", "implement")
KINDS = ("ceasefire", "limited-ceasefire", "talks", "navigation", "prisoner-release", "withdrawal")
TARGETS = ("energy-and-infrastructure", "energy-infrastructure", "ports", "hospitals")


def some(*choices: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(choices), unique=True, max_size=2).map(tuple)


SCOPES = st.builds(
    Scope,
    targets=some(*TARGETS),
    domains=some("land", "sea"),
    area=some("Ostra", "Black Sea"),
    duration=st.sampled_from(("", "P30D", "P60D", "lasting")),
    start=st.sampled_from((UNKNOWN, When("2033-04-05"), When("2033-04-09"))),
    between=some("Varland", "Sundra"),
    occasion=st.sampled_from(("", "easter")),
    extendable=st.sampled_from(("", "extendable", "by mutual agreement")),
)


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    act = draw(st.sampled_from(ACTS))
    price = {"condition": "the end of it", "condition_provision": "sanctions"} if act == "condition" else {}
    return said(
        draw(st.sampled_from(("Varland", "Sundra", "Orrin"))),
        act,
        draw(st.sampled_from(KINDS)),
        scope=draw(SCOPES),
        modality=draw(st.sampled_from(("actual", "actual", "planned", "tentative", "negated"))),
        document=draw(st.sampled_from(("d", "e"))),
        start=draw(st.integers(0, 9)),
        **price,
    )


ACCOUNTS = st.lists(statements(), max_size=6).map(lambda found: account(*found))


def account(*found: Statement, party: str | None = "Varland") -> Account:
    return Account(party, ("d", "e"), found)


@settings(deadline=None, max_examples=40)
@given(ACCOUNTS)
def test_an_account_compared_with_itself_says_the_same_throughout(one: Account) -> None:
    rows = compare(one, one).rows
    assert all((row.verdict, row.differences) == ("same", ()) for row in rows)
    assert {name for row in rows if row.first for name in row.first.statements} == {s.id for s in one.statements}


@settings(deadline=None, max_examples=80)
@given(ACCOUNTS, ACCOUNTS)
def test_swapping_the_sides_mirrors_every_row(one: Account, other: Account) -> None:
    assert compare(other, one) == swapped(compare(one, other))


@settings(deadline=None, max_examples=40)
@given(ACCOUNTS, ACCOUNTS, st.randoms())
def test_the_order_of_statements_makes_no_difference(one: Account, other: Account, chance) -> None:
    mixed = list(one.statements)
    chance.shuffle(mixed)
    assert compare(replace(one, statements=tuple(mixed)), other).rows == compare(one, other).rows


@settings(deadline=None, max_examples=50)
@given(ACCOUNTS, ACCOUNTS)
def test_every_provision_of_both_accounts_stands_in_one_row(one: Account, other: Account) -> None:
    rows = compare(one, other).rows
    for side, mine in (("first", one), ("second", other)):
        told = [name for row in rows if (term := getattr(row, side)) for name in term.statements]
        assert sorted(told) == sorted(s.id for s in mine.statements)
    assert {row.verdict for row in rows} <= set(VERDICTS)


@settings(deadline=None, max_examples=50)
@given(ACCOUNTS, ACCOUNTS)
def test_wider_is_what_the_lattice_calls_including(one: Account, other: Account) -> None:
    for row in compare(one, other).rows:
        if row.verdict in ("wider", "narrower") and row.first and row.second:
            wide, narrow = (row.first, row.second) if row.verdict == "wider" else (row.second, row.first)
            limits = [replace(term.scope, between=()) for term in (wide, narrow)]
            assert scope_covers(narrow.category, limits[1], wide.category, limits[0]) is not True
            assert scope_covers(wide.category, limits[0], narrow.category, limits[1]) is not False


PAUSE = Scope(targets=("energy-infrastructure",))


def on(scope: Scope, act: str = "accept", kind: str = "limited-ceasefire", **more: object) -> Account:
    return account(said("Varland", act, kind, scope=scope, **more))


def only(compared: Comparison) -> Row:
    [row] = compared.rows
    return row


@pytest.mark.parametrize(
    ("more", "field", "verdict"),
    [
        ({"targets": ("energy-and-infrastructure",)}, "targets", "narrower"),
        ({"targets": ("power-plants",)}, "targets", "wider"),
        ({"duration": "P30D"}, "duration", "wider"),
        ({"start": When("2033-04-05")}, "start", "wider"),
        ({"domains": ("air",)}, "domains", "wider"),
        ({"area": ("Ostra",)}, "area", "wider"),
        ({"extendable": "by mutual agreement"}, "extendable", "different"),
        ({"ends_if": "breach by the other side"}, "ends_if", "different"),
        ({"between": ("Sundra",)}, "parties", "different"),
        ({"targets": ("energy-infrastructure", "dams")}, "classes", "different"),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_a_field_that_only_the_second_account_limits_is_named(
    more: dict[str, object], field: str, verdict: str
) -> None:
    row = only(compare(on(PAUSE), on(replace(PAUSE, **more))))  # type: ignore[arg-type]
    assert ([one.field for one in row.differences], row.verdict) == ([field], verdict)


def test_equal_lengths_are_the_same_however_they_are_told() -> None:
    assert only(compare(on(replace(PAUSE, duration="P1M")), on(replace(PAUSE, duration="P30D")))).verdict == "same"


def test_starts_that_differ_are_different_and_the_same_provision() -> None:
    row = only(compare(on(replace(PAUSE, start=When("2033-04-05"))), on(replace(PAUSE, start=When("2033-04-09")))))
    assert row.differences == (Difference("start", ("2033-04-05",), ("2033-04-09",), "different"),)


@pytest.mark.parametrize(("act", "modality"), [("reject", "actual"), ("deny", "actual"), ("accept", "negated")])
def test_agreed_here_and_refused_there_is_contradictory(act: str, modality: str) -> None:
    row = only(compare(on(PAUSE), on(PAUSE, act, modality=modality)))
    assert row.verdict == "contradictory"
    assert [(one.field, one.about, one.relation) for one in row.differences] == [("status", "Varland", "contradictory")]


def test_two_parties_who_stand_apart_contradict_nobody() -> None:
    other = account(said("Sundra", "reject", "limited-ceasefire", scope=PAUSE))
    assert only(compare(on(PAUSE), other)).verdict == "different"


def test_a_denial_of_an_accusation_takes_back_no_agreement() -> None:
    other = account(
        said("Sundra", "accuse", "ceasefire", recipient="Varland"),
        said("Varland", "deny", "ceasefire", recipient="Sundra"),
    )
    row = only(compare(account(said("Varland", "accept", "ceasefire")), other))
    assert row.second is not None
    assert (row.verdict, row.second.status["Varland"]) == ("different", "denies a breach")


def test_a_condition_that_one_account_leaves_out_is_told_with_its_party() -> None:
    price = {
        "condition": "if aid ends",
        "condition_provision": "foreign-support",
        "condition_scope": Scope(direction="end"),
    }
    row = only(compare(on(PAUSE), on(PAUSE, "condition", **price)))
    found = [one for one in row.differences if one.field == "conditions"]
    title = "End of foreign military assistance and intelligence sharing"
    assert found == [Difference("conditions", (), (title,), "only second", "Varland")]


def test_the_closest_scopes_go_together_and_the_best_is_that_of_all() -> None:
    first = account(
        said("Varland", "accept", "limited-ceasefire", scope=Scope(targets=("ports",))),
        said("Varland", "accept", "limited-ceasefire", scope=Scope(targets=("energy-infrastructure",))),
    )
    second = account(
        said("Varland", "accept", "limited-ceasefire", scope=Scope(targets=("energy-and-infrastructure",))),
        said("Varland", "accept", "limited-ceasefire", scope=Scope(targets=("ports", "railways"))),
    )
    pairs = {
        (row.first.scope.targets, row.second.scope.targets)
        for row in compare(first, second).rows
        if row.first and row.second
    }
    assert pairs == {(("ports",), ("ports", "railways")), (("energy-infrastructure",), ("energy-and-infrastructure",))}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("limited-ceasefire", Scope(targets=("ports",))), ("limited-ceasefire", Scope(targets=("hospitals",)))),
        (("limited-ceasefire", Scope(occasion="easter")), ("limited-ceasefire", Scope(occasion="ramadan"))),
        (("limited-ceasefire", Scope(area=("Ostra",))), ("limited-ceasefire", Scope(area=("Brenn",)))),
        (("foreign-support", Scope()), ("foreign-support", Scope(direction="end"))),
        (("ceasefire", Scope()), ("limited-ceasefire", Scope(targets=("ports",)))),
        (("navigation", Scope(area=("Black Sea",))), ("withdrawal", Scope(area=("Black Sea",)))),
    ],
    ids=str,
)
def test_different_things_are_no_two_wordings_of_one(one: tuple[str, Scope], other: tuple[str, Scope]) -> None:
    found = compare(on(one[1], kind=one[0]), on(other[1], kind=other[0]))
    assert {row.verdict for row in found.rows} == {"only first", "only second"}


def test_a_halt_at_sea_and_the_passage_of_ships_there_are_held_against_each_other() -> None:
    sea = Scope(area=("Black Sea",))
    row = only(compare(on(replace(sea, domains=("sea",))), on(sea, kind="navigation")))
    assert row.differences[0] == Difference("category", ("limited-ceasefire",), ("navigation",), "different")


def test_talks_in_two_places_are_the_talks_told_differently() -> None:
    row = only(compare(on(Scope(area=("Brenn",)), "consult", "talks"), on(Scope(area=("Tesk",)), "consult", "talks")))
    assert [(one.field, one.relation) for one in row.differences] == [("area", "different")]


def test_the_truce_is_the_truce_that_the_account_named_before() -> None:
    full = said("Varland", "accept", "ceasefire", scope=Scope(duration="P30D"), document="d", start=1)
    again = said("Sundra", "accept", "ceasefire", document="d", start=5)
    row = only(compare(account(full, again), account()))
    assert row.first is not None
    assert (row.first.title, row.first.parties) == ("30-day ceasefire", ("Sundra", "Varland"))


def test_a_field_left_open_reaches_further() -> None:
    assert {reaches(Difference(name, ("x",), (), "only first")) for name in LIMITS} == {"narrower"}
    assert reaches(Difference("area", (), ("x",), "only second")) == "wider"


@pytest.mark.parametrize("many", [(1, 2), (2, 1), (2, 3), (3, 2), (3, 3)], ids=str)
def test_where_several_pairings_are_as_good_both_sides_choose_the_same(many: tuple[int, int]) -> None:
    places = (("Ostra", "Brenn", "Arle"), ("Tesk", "Lund", "Zell"))
    first, second = (
        account(*(said("Varland", "consult", "talks", scope=Scope(area=(place,))) for place in names[:count]))
        for names, count in zip(places, many, strict=True)
    )
    assert compare(second, first) == swapped(compare(first, second))
