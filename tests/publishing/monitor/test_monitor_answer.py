"""What programs get of `ceasefire monitor`: the contract's keys, and all others beside them."""

from __future__ import annotations

import json

from tests.publishing.monitor.invented import monitored, provision, rates

from ceasefire.monitoring.monitored import Monitored
from ceasefire.publishing.monitor.answer import answer
from ceasefire.publishing.monitor.files import form

CONTRACT = {"provision", "window", "assessments", "by_party", "rate", "method", "coverage"}
COUNTED = ["outside", "alleged", "corroborated", "disputed", "unverifiable", "not_yet_checked"]


def told(found: Monitored):
    return json.loads(form(found, "json"))


def test_the_main_provision_has_the_keys_of_the_contract():
    made = told(monitored(provisions=(provision(rates=rates()),)))
    assert set(made) >= CONTRACT
    assert made["window"] == {"start": "2031-06-01", "end": "2031-06-30", "suspended": []}
    assert list(made["assessments"]) == COUNTED
    assert list(made["rate"]) == ["before", "during", "ratio", "low", "high", "unit"]
    assert made["rate"]["unit"] == "incidents a day"
    assert made["rate"]["low"] < made["rate"]["ratio"] < made["rate"]["high"]
    assert made["verdict"] == "fewer"
    assert len(made["sentences"]) == 2
    assert "AR(1)" in made["method"]


def test_what_cannot_be_fitted_is_null_and_says_why():
    made = told(monitored())
    assert [made["rate"][name] for name in ("before", "during", "ratio", "low", "high")] == [None] * 5
    assert (made["verdict"], made["why_not"], made["method"]) == ("cannot tell", "no series", None)


def test_other_provisions_have_the_same_shape():
    made = answer(monitored(provisions=(provision(), provision(rates=rates()))))
    [other] = made["others"]
    assert set(other) - set(made) == set()
    assert other["rate"]["ratio"] is not None


def test_a_record_without_a_pause_has_the_contract_s_keys_too():
    assert set(told(monitored(provisions=()))) >= CONTRACT


def test_incidents_keep_their_reasons_reports_and_the_weights_of_their_links():
    made = {one["id"]: one for one in told(monitored())["incidents"]}
    second = made["inc0002"]
    assert second["links"][0]["weight"] == 9.43
    assert second["links"][0]["fields"] == {"place": 5.0, "time": 4.43}
    assert second["told"][0]["grade"] == "F6"
    assert [one["rule"] for one in second["assessments"][0]["reasons"]] == [
        "one_reporter",
        "in_the_window",
        "on_a_target",
    ]
    assert made["inc0005"]["assessments"][0]["verdict"] == "not_yet_checked"
    assert made["inc0001"]["assessments"][1]["outside_by"] == ["window"]


def test_claims_say_whether_an_incident_is_behind_them():
    made = {one["id"]: one for one in told(monitored())["claims"]}
    assert {name: one["state"] for name, one in made.items()} == {"c1": "incident", "c2": "none", "c3": "perhaps"}
    [behind] = made["c1"]["behind"]
    assert (behind["incident"], behind["fits"], behind["against"]) == ("inc0001", ["place", "day"], ["target"])
