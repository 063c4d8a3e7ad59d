"""Including is a partial order, and brings about only what must follow."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ceasefire.coding.statement import Scope
from ceasefire.reasoning.lattice import brings_about, covers, opposite, plain, scope_covers
from ceasefire.reasoning.state import Provision
from ceasefire.reasoning.words import words
from ceasefire.record.lengths import same_length
from ceasefire.when import UNKNOWN, When

TARGETS = ("energy-and-infrastructure", "energy-infrastructure", "power-plants", "ports", "hospitals", "a-new-class")


def some(*choices: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(choices), unique=True, max_size=3).map(tuple)


SCOPES = st.builds(
    Scope,
    targets=some(*TARGETS),
    domains=some("air", "land", "sea"),
    area=some("Kursk", "Gaza"),
    duration=st.sampled_from(("", "P30D", "P1M", "P2D", "PT48H", "until summer")),
    start=st.sampled_from((UNKNOWN, When("2025-03-18"), When("2025-03-25"))),
    direction=st.sampled_from(("", "", "end")),
    between=some("A", "B", "C"),
    occasion=st.sampled_from(("", "easter")),
)
KINDS = st.sampled_from(("ceasefire", "limited-ceasefire", "foreign-support"))
PROVISIONS = st.tuples(KINDS, SCOPES)


@given(PROVISIONS)
def test_a_provision_includes_itself(one: tuple[str, Scope]) -> None:
    assert scope_covers(*one, *one) is True


@settings(max_examples=400)
@given(PROVISIONS, PROVISIONS)
def test_two_that_include_each_other_are_the_same(one: tuple[str, Scope], other: tuple[str, Scope]) -> None:
    if scope_covers(*one, *other) is True and scope_covers(*other, *one) is True:
        assert one[0] == other[0]
        assert plain(*one) == plain(*other)


WIDER = st.tuples(KINDS, st.lists(st.sampled_from(("targets", "domains", "area", "duration", "between")), unique=True))


@settings(max_examples=400)
@given(PROVISIONS, WIDER, WIDER)
def test_what_includes_something_includes_all_that_it_includes(
    narrow: tuple[str, Scope], first: tuple[str, list[str]], second: tuple[str, list[str]]
) -> None:
    from dataclasses import replace

    open_field: dict[str, object] = {"duration": ""}
    middle = (first[0], replace(narrow[1], **{name: open_field.get(name, ()) for name in first[1]}))
    wide = (second[0], replace(middle[1], **{name: open_field.get(name, ()) for name in second[1]}))
    if scope_covers(*wide, *middle) is True and scope_covers(*middle, *narrow) is True:
        assert scope_covers(*wide, *narrow) is True


@settings(max_examples=400)
@given(PROVISIONS, PROVISIONS, PROVISIONS)
def test_including_is_transitive(a: tuple[str, Scope], b: tuple[str, Scope], c: tuple[str, Scope]) -> None:
    if scope_covers(*a, *b) is True and scope_covers(*b, *c) is True:
        assert scope_covers(*a, *c) is True


def provision(kind: str, **scope: object) -> Provision:
    return Provision(f"{kind}-{sorted(scope.items())!r}", "", kind, Scope(**scope))  # type: ignore[arg-type]


FULL = provision("ceasefire")
TRUCE = provision("ceasefire", duration="P30D", domains=("air", "land", "sea"))
ENERGY = provision("limited-ceasefire", targets=("energy-infrastructure",))
WIDE = provision("limited-ceasefire", targets=("energy-and-infrastructure",))


def test_a_full_ceasefire_includes_a_limited_one_and_a_wide_class_a_narrow_one() -> None:
    assert covers(FULL, ENERGY) is covers(FULL, WIDE) is covers(WIDE, ENERGY) is True
    assert covers(ENERGY, FULL) is covers(ENERGY, WIDE) is False


def test_a_lasting_one_includes_a_limited_time_but_what_sets_no_limit_cannot_be_compared_with_one_that_does() -> None:
    assert covers(FULL, TRUCE) is True
    assert covers(TRUCE, FULL) is None
    assert covers(TRUCE, ENERGY) is None


def test_a_limited_ceasefire_whose_limits_nobody_names_includes_nothing_else_for_certain() -> None:
    assert covers(provision("limited-ceasefire"), ENERGY) is None
    assert covers(FULL, provision("limited-ceasefire")) is True


def test_places_of_other_names_cannot_be_compared() -> None:
    one, other = (provision("limited-ceasefire", area=(place,)) for place in ("Kursk", "Sudzha"))
    assert covers(one, other) is None


def test_provisions_of_two_conflicts_include_nothing_of_each_other() -> None:
    from dataclasses import replace

    assert covers(replace(FULL, conflict=("A", "B")), replace(ENERGY, conflict=("C", "D"))) is False


def test_refusing_a_part_refuses_the_whole_but_refusing_a_time_limit_does_not() -> None:
    assert brings_about(FULL, ENERGY)
    assert brings_about(WIDE, ENERGY)
    assert not brings_about(FULL, TRUCE)


def test_refusing_talks_in_one_place_is_not_refusing_to_talk() -> None:
    talks, there = provision("talks"), provision("talks", area=("Istanbul",))
    assert covers(talks, there) is True
    assert not brings_about(talks, there)


def test_a_thing_and_its_end_cannot_be_had_together() -> None:
    aid, end = provision("foreign-support"), provision("foreign-support", direction="end")
    assert opposite(aid, end)
    assert not opposite(end, aid)


def test_lengths_that_are_equal_have_one_form() -> None:
    assert same_length("P1M") == same_length("P30D") == "P30D"
    assert same_length("PT48H") == same_length("P2D") == "P2D"
    assert same_length("until summer") == "until summer"


def test_no_class_of_targets_includes_itself_through_others() -> None:
    inner = words()["targets"]

    def reach(name: str, seen: tuple[str, ...]) -> None:
        assert name not in seen, f"{name} includes itself through {seen}"
        for one in inner.get(name, ()):
            reach(one, (*seen, name))

    for name in inner:
        reach(name, ())
