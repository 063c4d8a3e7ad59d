"""An exception counts in the lattice: a provision does not include what it leaves out."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ceasefire.coding.statement import Scope
from ceasefire.reasoning.lattice import brings_about, covers
from ceasefire.reasoning.state import Provision
from ceasefire.record.terms import Except, Terms, Window
from ceasefire.when import UNKNOWN, When

ENERGY, DAMS = ("energy-infrastructure",), ("dams",)


def halt(targets: tuple[str, ...] = (), *left_out: Except, area: tuple[str, ...] = ()) -> Provision:
    scope = Scope(targets=targets, area=area)
    name = f"{targets} {area} {left_out}"
    return Provision(name, "", "limited-ceasefire", scope, terms=Terms(exceptions=left_out))


NO_DAMS = Except(towards=DAMS)


def test_a_halt_with_an_exception_includes_neither_what_is_excepted_nor_the_halt_without_it() -> None:
    assert covers(halt(ENERGY, NO_DAMS), halt(DAMS)) is False
    assert covers(halt(ENERGY, NO_DAMS), halt(ENERGY)) is False
    assert covers(halt(ENERGY), halt(ENERGY, NO_DAMS)) is True


def test_it_still_includes_what_is_not_excepted_and_what_excepts_the_same() -> None:
    assert covers(halt(ENERGY, NO_DAMS), halt(("power-plants",))) is True
    assert covers(halt(ENERGY, NO_DAMS), halt(ENERGY, Except(towards=ENERGY))) is True
    assert brings_about(halt(ENERGY, NO_DAMS), halt(("power-plants",)))
    assert not brings_about(halt(ENERGY, NO_DAMS), halt(DAMS))


def test_whether_places_of_other_names_are_excepted_cannot_be_said() -> None:
    without_kursk = halt(ENERGY, Except(area=("Kursk",)))
    assert covers(without_kursk, halt(ENERGY, area=("Kursk",))) is False
    assert covers(without_kursk, halt(ENERGY, area=("Sudzha",))) is None


def test_an_exception_for_a_time_leaves_other_times_covered() -> None:
    night = Except(window=Window(When("2025-03-20"), "P1D"))
    march = Terms(window=Window(When("2025-03-25"), "P7D"))
    later = Provision("later", "", "limited-ceasefire", Scope(targets=ENERGY), terms=march)
    assert covers(halt(ENERGY, night), later) is True
    assert covers(halt(ENERGY, night), halt(ENERGY)) is False


TARGETS = st.lists(st.sampled_from((*ENERGY, *DAMS, "power-plants", "ports")), unique=True, max_size=2).map(tuple)
AREAS = st.lists(st.sampled_from(("Kursk", "Sudzha")), unique=True, max_size=1).map(tuple)
WINDOWS = st.builds(
    Window, st.sampled_from((UNKNOWN, When("2025-03-18"), When("2025-03-20"))), st.sampled_from(("", "P2D"))
)
LEFT_OUT = st.builds(Except, TARGETS, AREAS, WINDOWS)


@st.composite
def provisions(draw: st.DrawFn) -> Provision:
    window, left_out = draw(WINDOWS), tuple(draw(st.lists(LEFT_OUT, max_size=2)))
    scope = Scope(targets=draw(TARGETS), area=draw(AREAS), start=window.start, duration=window.duration)
    return Provision(
        "p",
        "",
        draw(st.sampled_from(("ceasefire", "limited-ceasefire"))),
        scope,
        terms=Terms("", window, None, left_out),
    )


@given(provisions())
def test_a_provision_with_exceptions_includes_itself(one: Provision) -> None:
    assert covers(one, one) is True


@settings(max_examples=600)
@given(provisions(), provisions(), provisions())
def test_including_stays_transitive(a: Provision, b: Provision, c: Provision) -> None:
    if covers(a, b) is True and covers(b, c) is True:
        assert covers(a, c) is True
