"""What a pause's own terms make of what happened."""

from __future__ import annotations

from tests.monitoring.invented import day, on, version

from ceasefire.monitoring.assessment import ALLEGED, CORROBORATED, Assessment
from ceasefire.monitoring.clauses import clauses
from ceasefire.monitoring.happened import Happened
from ceasefire.monitoring.incident import Incident
from ceasefire.monitoring.report import Place
from ceasefire.reasoning.life import Life, Step
from ceasefire.record.terms import Release, Terms
from ceasefire.when import When


def held(verdict: str, when: str, by: str) -> tuple[Incident, Assessment]:
    incident = Incident(f"i-{when}", ("r",), on(when), Place(), Happened("yes", by=by))
    return incident, Assessment(incident.id, "pause", "case file", verdict)


def life(*steps: str, **terms: object) -> Life:
    taken = tuple(Step(name, When("2031-06-20"), (), "") for name in steps)
    return Life("pause", terms=Terms(**terms), steps=taken)  # type: ignore[arg-type]


BREACHES = [held(ALLEGED, "2031-06-05", "Maru"), held(CORROBORATED, "2031-06-09", "Osele")]


def test_each_version_says_from_when_to_when_and_whose_it_is() -> None:
    from dataclasses import replace

    both = [replace(version(), by=("case file", "Maru")), replace(version(after=None), by=("Osele",))]
    assert clauses(life(), both, []) == (
        "By the case file and Maru: from 1 June 2031 to 30 June 2031.",
        "By Osele: from 1 June 2031; no last day is known.",
    )


def test_a_release_names_the_first_breach_that_is_sure_by_the_side_that_it_names() -> None:
    [_, either] = clauses(life(ends_if=Release()), [version()], BREACHES)
    assert "corroborated was on 9 June 2031" in either
    assert "the other side end it" in either
    [_, maru] = clauses(life(ends_if=Release("Maru", "Osele")), [version()], BREACHES)
    assert maru.startswith("A breach by Maru lets Osele end it; nothing on record")


def test_a_pause_that_was_broken_off_is_released_no_more() -> None:
    told = clauses(life("broken off", ends_if=Release()), [version()], BREACHES)
    assert told[1:] == ("It was broken off (20 June 2031).",)


def test_being_made_longer_is_said_and_so_is_that_it_was_not() -> None:
    assert "nothing on record says that it was" in clauses(life(extendable="extendable"), [version()], [])[1]
    assert clauses(life("extended", extendable="extendable"), [version()], [])[1:] == (
        "It was made longer (20 June 2031).",
    )


def test_the_days_of_the_versions_are_those_that_the_rules_hold() -> None:
    assert version().holds_on(day("2031-06-30"))
    assert not version().holds_on(day("2031-07-01"))
