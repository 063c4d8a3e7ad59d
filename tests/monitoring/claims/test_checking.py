"""Claims beside incidents: what fits, what speaks against, what is nobody's claim; never counted together."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.monitoring.claims.invented import KNOWN, TARN, claim, incident, moment

from ceasefire.monitoring.claim import NUMBER, Checked, Claim
from ceasefire.monitoring.claims import checked, claims_about, evidence_of, unclaimed
from ceasefire.monitoring.incident import Incident
from ceasefire.monitoring.report import Place

KESSO = Place("Kesso", precision="settlement", region="Lower Doun")
REGION = Place(region="Upper Doun", precision="region")


def of(one: Claim, *incidents: Incident) -> Checked:
    [found] = checked([one], incidents, KNOWN)
    return found


def test_an_incident_that_fits_in_place_day_and_target_is_behind_a_claim() -> None:
    found = of(claim(), incident())
    assert (found.state, [one.incident for one in found.behind]) == ("incident", ["i"])
    assert found.behind[0].fits[0] == "Both name Tarn Ford."
    assert found.behind[0].against == ()


@pytest.mark.parametrize(
    ("on", "state"),
    [("2031-06-09", "incident"), ("2031-06-11", "incident"), ("2031-06-08", "none"), ("2031-06-12", "none")],
)
def test_a_day_beside_the_one_claimed_fits_and_is_said(on: str, state: str) -> None:
    found = of(claim(), incident(on=on))
    assert found.state == state
    if found.behind:
        assert "a day beside the one claimed" in found.behind[0].fits[1]


@pytest.mark.parametrize(
    ("told", "state"),
    [
        (("energy-substations",), "incident"),
        (("energy-infrastructure",), "incident"),
        (("infrastructure",), "perhaps"),
        ((), "perhaps"),
        (("hospitals",), "none"),
    ],
)
def test_targets_are_compared_by_what_includes_what(told: tuple[str, ...], state: str) -> None:
    assert of(claim(), incident(targets=told)).state == state


@pytest.mark.parametrize(
    ("where", "state"),
    [
        (TARN, "incident"),
        (replace(TARN, name="Tarn-Ford"), "incident"),
        (replace(TARN, region=""), "incident"),
        (replace(TARN, region="Hill Region"), "none"),
        (Place("Ford Mills", 30.05, 10.0, "settlement", 5.0, "Upper Doun Region"), "perhaps"),
        (Place("Vel", 30.0, 12.0, "settlement", 5.0, "Upper Doun Region"), "none"),
        (Place("", precision="region", region="Upper Doun Region"), "perhaps"),
    ],
)
def test_places_are_the_same_by_name_near_by_point_or_in_one_region(where: Place, state: str) -> None:
    assert of(claim(), incident(where=where)).state == state


def test_a_point_without_a_name_is_the_place_that_its_words_name() -> None:
    nameless = Place("", 60.0, 10.0, "settlement", 5.0)
    assert of(claim(), incident(where=nameless, texts=("A fire at Tarn Ford",))).state == "incident"
    assert of(claim(), incident(where=nameless, texts=("A fire at Vel",))).state == "none"
    beside = of(claim(), incident(where=replace(nameless, lon=30.05), texts=("A fire",)))
    assert beside.behind[0].against == ("The incident is placed 5 km from Tarn Ford, and no report names where.",)


def test_a_claim_that_names_only_a_region_has_at_most_perhaps_an_incident() -> None:
    found = of(claim(place=REGION), incident())
    assert (found.state, found.behind[0].against) == ("perhaps", ("Only the region is the same (Upper Doun Region).",))
    assert of(claim(place=REGION), incident(targets=())).state == "none"


def test_a_name_that_several_places_have_needs_its_region() -> None:
    hill = Place("Vel", 33.0, 12.0, "settlement", 5.0, "Hill Region")
    alone, placed = (claim(place=Place("Vel", precision="settlement", region=one)) for one in ("", "Hill"))
    assert "Several places are called Vel" in of(alone, incident(where=hill)).behind[0].against[0]
    assert of(placed, incident(where=hill)).state == "incident"


def test_names_that_differ_by_their_endings_are_one_only_where_no_other_has_the_name() -> None:
    kesso, kessova = (Place(name, precision="settlement", region="Lower Doun") for name in ("Kesso", "Kessa"))
    told = Place("Kesso", 31.0, 10.0, "settlement", 5.0, "Lower Doun Region")
    other = replace(told, name="Kesse", lon=31.5)
    assert [of(claim(place=kesso), incident(where=where)).state for where in (told, other)] == ["incident", "none"]
    assert of(claim(place=kessova), incident(where=told)).state == "incident"


def test_a_name_alone_that_only_an_outline_has_is_a_region() -> None:
    coast = Place("Coast", precision="settlement")
    inside = Place("Pell", 35.0, 9.0, "settlement", 5.0, "Coast Region")
    assert of(claim(place=coast), incident(where=inside)).state == "perhaps"


def test_another_party_named_speaks_against_and_nobody_named_does_not() -> None:
    found = of(claim(), incident("by-maru", by="Maru"), incident("by-osele", by="Osele"), incident("by-nobody"))
    assert [(one.incident, one.state) for one in found.behind] == [
        ("by-osele", "incident"),
        ("by-nobody", "incident"),
        ("by-maru", "perhaps"),
    ]
    assert found.behind[2].against == ("The reports name Maru as having done it, the claim Osele.",)
    assert of(claim(), incident(against="Osele")).state == "perhaps"


def test_what_reports_say_was_no_attack_is_behind_no_claim() -> None:
    assert of(claim(), incident(attack="no")).state == "none"
    assert of(claim(), incident(attack="unknown")).state == "perhaps"


def test_one_thing_unknown_is_perhaps_and_two_are_none() -> None:
    assert of(claim(), incident(on="")).state == "perhaps"
    assert of(claim(), incident(on="", targets=())).state == "none"
    assert of(claim(when=moment("2031-06-01", "2031-06-30")), incident()).state == "perhaps"
    assert of(claim(place=Place()), incident()).state == "none"


def test_a_claim_about_a_number_is_never_matched() -> None:
    found = of(claim(about=NUMBER), incident())
    assert (found.state, found.behind) == ("not compared", ())


def test_incidents_that_nobody_claimed_are_listed_and_no_attack_is_none_of_them() -> None:
    incidents = [incident("a"), incident("b", on="2031-07-01"), incident("c", on="2031-07-01", attack="no")]
    found = checked([claim()], incidents, KNOWN)
    assert [one.id for one in unclaimed(incidents, found)] == ["b"]
    assert claims_about(found) == {"a": ("c",)}


def test_claims_of_different_sides_about_one_event_both_stand_and_contradict() -> None:
    one, other = claim("one"), claim("other", claimant="Osele", accused="Maru", when=moment("2031-06-11"))
    later = claim("later", claimant="Osele", accused="Maru", when=moment("2031-06-20"))
    found = checked([one, other, later], [incident()], KNOWN)
    assert [held.contradicts for held in found] == [("other",), ("one",), ()]
    assert [held.state for held in found] == ["incident", "incident", "none"]


def test_only_what_fits_in_all_is_evidence() -> None:
    claims = [
        claim("denied", answer="denies"),
        claim("admitted", answer="admits"),
        claim("region", answer="denies", place=REGION),
    ]
    incidents = [incident("i"), incident("perhaps", by="Maru")]
    assert evidence_of(checked(claims, incidents, KNOWN)) == {"i": (("admitted",), ("denied",))}


def test_who_accuses_another_of_the_same_event_denies_it_whichever_side_that_is() -> None:
    one, other = claim("one"), claim("other", claimant="Osele", accused="Maru")
    incidents = [incident("by-osele", by="Osele"), incident("by-maru", by="Maru")]
    assert evidence_of(checked([one, other], incidents, KNOWN)) == {
        "by-maru": ((), ("one",)),
        "by-osele": ((), ("other",)),
    }


def test_a_report_that_only_passes_the_claim_on_is_no_second_witness() -> None:
    echo, other = incident("echo", said_by="Maru"), incident("other", said_by="Chad")
    found = of(claim(), echo, other, replace(incident("both", said_by="Maru"), reports=("r1", "r2")))
    assert {one.incident: one.state for one in found.behind} == {
        "echo": "perhaps",
        "other": "incident",
        "both": "incident",
    }
    assert "Its one report passes on what Maru says" in found.behind[-1].against[0]


def test_a_place_that_no_report_names_may_lie_where_its_region_is_the_same() -> None:
    found = of(claim(place=Place("Unheard", precision="settlement", region="Upper Doun")), incident())
    assert (found.state, "No report on record names Unheard" in found.behind[0].against[0]) == ("perhaps", True)


@given(
    st.permutations([incident(name, on=f"2031-06-{day:02}") for day in (9, 10, 11) for name in (f"a{day}", f"b{day}")])
)
def test_the_order_of_incidents_does_not_matter(incidents: list[Incident]) -> None:
    found = of(claim(), *incidents)
    assert [one.incident for one in found.behind] == ["a10", "b10", "a11", "a9", "b11", "b9"]


def test_many_incidents_are_held_against_claims_quickly() -> None:
    incidents = [incident(f"i{n}", on=f"2031-{1 + n % 6:02}-{1 + n % 28:02}") for n in range(25_000)]
    claims = [claim(f"c{n}", when=moment(f"2031-0{1 + n % 6}-{1 + n % 28:02}")) for n in range(36)]
    begun = process_time()
    assert all(one.state == "incident" for one in checked(claims, incidents, KNOWN))
    assert process_time() - begun < 5
