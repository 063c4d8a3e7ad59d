"""Which reports are of one incident: the rules, people's decisions, and that order and strangers do not matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from benchmarks.linking import measured, ours
from benchmarks.linking_world import TELLERS, World, includes, simulate
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.monitoring.linking.told import DAY, linked, told

from ceasefire.errors import QuestionError
from ceasefire.monitoring.linking.columns import columns
from ceasefire.monitoring.linking.deciding import Decision
from ceasefire.monitoring.linking.incidents import incidents
from ceasefire.monitoring.linking.linking import Asked, link

FIRE = "Fire at the mill by the weir after a drone fell on the cable yard"
SMALL = World(seed=9, incidents=300, days=40, towns=40)


def test_two_sources_that_tell_alike_of_one_place_and_hour_tell_of_one_incident():
    found = linked([told("a", clock="14:10", deaths=2), told("b", "count", clock="14:20", deaths=2)])
    assert found.groups == (("a", "b"),)
    [one] = found.links
    assert one.probability > 0.9
    assert set(one.fields) == {"attack", "crowding", "deaths", "means", "place", "target", "time"}


@pytest.mark.parametrize(
    "other",
    [
        told("b", "count", clock="14:20", lon=30.4),
        told("b", "count", days=(9, 9), clock="14:20"),
        told("b", "count", clock="02:10", targets=("mill",), means=("mine",), deaths=0),
    ],
    ids=["far away", "days later", "of something else"],
)
def test_what_differs_is_another_incident(other):
    assert len(linked([told("a", clock="14:10", deaths=2), other]).groups) == 2


def test_a_source_of_events_never_has_two_rows_of_one_incident():
    rows = [told("a", "count", FIRE, deaths=4), told("b", "count", FIRE, deaths=4), told("c", "book", FIRE, deaths=4)]
    groups = linked(rows).groups
    assert sorted(map(len, groups)) == [1, 2]
    assert not any({"a", "b"} <= set(group) for group in groups)


def test_the_same_words_at_the_same_place_are_a_repeat_and_elsewhere_another_incident():
    rows = [told("a", text=FIRE), told("b", text=FIRE), told("c", text=FIRE, place="Vedra", lon=30.02)]
    assert linked(rows).groups == (("a", "b"), ("c",))


def test_a_third_report_does_not_bring_together_the_same_words_about_two_places():
    rows = [told("a", text=FIRE), told("c", text=FIRE, place="Vedra", lon=30.005), told("d", "count", FIRE, lon=30.002)]
    assert not any({"a", "c"} <= set(group) for group in linked(rows).groups)


def test_alerts_are_left_out_and_it_is_said():
    found = linked([told("a"), told("s", "sirens")])
    assert (found.groups, found.left_out) == ((("a",),), ("s",))
    assert found.notes[0].startswith("1 alerts were left out")


def test_a_report_known_to_a_region_and_a_week_still_meets_the_one_it_may_be():
    wide = told("w", "book", lon=None, lat=None, days=(-3, 3), region="North", targets=("lines",), deaths=7)
    close = told("a", "count", region="North", deaths=7)
    assert linked([wide, close]).compared == 1


def test_nothing_to_link_is_no_error():
    assert linked([]).groups == ()
    assert linked([told("a", days=(0, 0), lon=None, lat=None)]).groups == (("a",),)


def test_few_reports_are_judged_by_the_given_weights_and_it_is_said():
    found = linked([told("a"), told("b", "count")])
    assert not any(weights.fitted for weights in found.weights.values())
    assert any("the given ones" in note for note in found.notes)


def test_a_source_cannot_be_declared_as_anything_else():
    with pytest.raises(QuestionError, match="event, report, alert"):
        link(columns([told("a")]), Asked(rows={"news": "rumour"}))


def same(one: str, other: str, at: str = "1", verdict: str = "same") -> Decision:
    return Decision(one, other, verdict, "Ana Li", "saw both", at)


def test_what_a_person_decides_stands_over_the_weights_and_can_be_taken_back():
    far, near = told("z", "count", lon=30.4), told("b", "count", clock="14:20", deaths=2)
    rows = [told("a", clock="14:10", deaths=2), near, far]
    joined = linked(rows, decisions=(same("a", "z"), same("b", "a", verdict="different")))
    assert joined.groups == (("a", "z"), ("b",))
    assert [(one.one, one.other, one.decided_by, one.probability) for one in joined.links] == [
        ("a", "z", "Ana Li", 1.0)
    ]
    assert [(one.one, one.other, one.probability) for one in joined.undone] == [("a", "b", 0.0)]
    back = (
        *[same("a", "z"), same("b", "a", verdict="different")],
        same("a", "z", "2", "open"),
        same("a", "b", "2", "open"),
    )
    assert linked(rows, decisions=back).groups == linked(rows).groups == (("a", "b"), ("z",))


def test_a_decision_stands_when_reports_come_later_and_repeats_can_be_told_apart():
    rows = [told("a", text=FIRE), told("b", text=FIRE), told("c", text=FIRE)]
    found = linked([*rows, told("d", text=FIRE)], decisions=(same("a", "b", verdict="different"),))
    assert not any({"a", "b"} <= set(group) for group in found.groups)


def test_decisions_that_contradict_each_other_are_reported():
    decisions = (same("a", "b"), same("b", "c", "2"), same("a", "c", "3", "different"), same("a", "new"))
    found = linked([told("a"), told("b", lon=31.0), told("c", lon=32.0)], decisions=decisions)
    assert found.groups == (("a", "b"), ("c",))
    [conflict] = found.conflicts
    assert (conflict.decision.pair, conflict.against.pair) == (("b", "c"), ("a", "c"))
    assert [one.pair for one in found.waiting] == [("a", "new")]


@pytest.fixture(scope="module")
def world():
    return simulate(SMALL)


@settings(max_examples=3, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_reports_does_not_matter(random):
    rows = simulate(replace(SMALL, incidents=120)).rows
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert link(columns(shuffled), Asked(includes=includes())) == link(columns(rows), Asked(includes=includes()))


def test_an_unrelated_report_changes_no_other_incident(world):
    before = link(columns(world.rows), Asked(includes=includes()))
    strange = told("zz", "quick", lon=-70.0, lat=-20.0, days=(400, 400))
    after = link(columns([*world.rows, strange]), Asked(includes=includes()))
    ids = {one.id for one in incidents(before, world.rows)}
    assert ids < {one.id for one in incidents(after, [*world.rows, strange])}
    assert after.links == before.links


def test_an_incident_keeps_its_id_when_reports_join_it():
    early = told("k", clock="14:10", deaths=2, received=DAY)
    later = told("a", "count", clock="14:20", deaths=2, received=DAY + timedelta(days=3))
    older = told("c", "book", clock="14:15", deaths=2, received=DAY - timedelta(days=3))
    [first] = incidents(linked([early]), [early])
    [joined] = incidents(linked([early, later]), [early, later])
    everything = [early, later, older]
    [known] = incidents(linked(everything), everything, before=[first.id])
    assert first.id == joined.id == known.id
    assert joined.reports == ("k", "a")


def test_an_incident_is_told_as_its_surest_reports_tell_it():
    rows = [
        told("a", text="Fire in Ostra", clock="14:10", deaths=2, radius=2.0, targets=("grids",)),
        told("b", "count", "Blaze", clock="14:20", deaths=2, radius=0.5, targets=("lines",)),
    ]
    [one] = incidents(linked(rows), rows)
    assert one.place.radius_km == 0.5
    assert one.happened.targets == ("grids", "lines")
    assert (one.texts, one.sources) == (("Blaze", "Fire in Ostra"), ("count", "news"))
    assert one.links


@pytest.mark.parametrize(("name", "floor"), [("events", 0.88), ("many rows", 0.88)])
def test_reports_of_a_simulation_are_found_as_well_as_the_docs_say(name, floor):
    more = 0.3 if name == "many rows" else 0.0
    tellers = (replace(TELLERS[0], rows_more=more), *TELLERS[1:])
    world = World(seed=77, incidents=1200, days=75, tellers=tellers)
    truth = simulate(world)
    assert measured(ours(truth, world), truth)[2] >= floor
