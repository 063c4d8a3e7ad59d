"""Is it holding: the energy pause of March and April 2025 on the incident data beside the project."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

CASE = """\
title: The energy pause of March and April 2025
parties:
  Russia: [Moscow, the Kremlin]
  Ukraine: [Kyiv, Kiev]
  United States: [Washington, the White House]
provisions:
  energy-pause:
    title: Halt to attacks on energy infrastructure
    must_not: attack
    who: [Russia, Ukraine]
    towards: [energy-infrastructure]
    domain: [air, sea, land]
    when: {{from: 2025-03-18, for: P30D}}
    extendable: by mutual agreement
    ends_if: {{breach_by: either, at_option_of: other}}
    consent: [Russia, Ukraine]
    accounts:
      Ukraine: {{when: {{from: 2025-03-25, for: P30D}}}}
      United States: {{towards: [energy-and-infrastructure]}}
sources: [said.txt]
incidents: [{incidents}/viina_incidents_2025*.csv.gz, {incidents}/air_raid_alerts*.csv.gz]
outlines: {incidents}/geoboundaries_ukr_adm1.geojson
claims: [{incidents}/energy_pause_claims_ledger.jsonl]
"""


@pytest.fixture(scope="module")
def found(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The answer over April too, so that what came after the pause is among the incidents."""
    from tests.conftest import run_now

    folder = tmp_path_factory.mktemp("energy")
    (folder / "case.yaml").write_text(CASE.format(incidents=shared / "data" / "incidents"))
    (folder / "said.txt").write_text("Both sides accepted a 30-day halt to attacks on energy infrastructure.")
    result = run_now("monitor", str(folder), "--format", "json", "--until", "2025-04-30", "--quiet")
    assert result.exit_code == 0, result.stderr
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer


def at(found: dict[str, Any], place: str, day: str, target: str) -> list[dict[str, Any]]:
    return [
        one
        for one in found["incidents"]
        if one["place"]["name"] == place and one["happened_at"]["first"] == day and target in one["happened"]["targets"]
    ]


def verdicts(one: dict[str, Any]) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {each["terms"]: (each["verdict"], tuple(each["outside_by"])) for each in one["assessments"]}


pytestmark = [pytest.mark.shared, pytest.mark.xdist_group("monitoring")]


def test_the_substation_in_kupiansk_is_covered_but_not_by_the_later_start(found: dict[str, Any]) -> None:
    [one] = at(found, "Kupiansk", "2025-03-20", "energy-substations")
    assert verdicts(one)["case file"] == ("alleged", ())
    assert verdicts(one)["Ukraine"] == ("outside", ("window",))
    assert one["place"]["region"] == "Kharkiv Oblast"
    assert one["id"] in found["unclaimed"]


def test_the_kherson_strike_of_23_april_is_outside_by_window_but_for_the_later_start(found: dict[str, Any]) -> None:
    strikes = [
        one
        for one in found["incidents"]
        if one["place"]["name"] == "Kherson"
        and one["happened_at"]["first"] == "2025-04-23"
        and any("energy" in target or "power" in target for target in one["happened"]["targets"])
    ]
    assert strikes
    for one in strikes:
        assert verdicts(one)["case file"] == ("outside", ("window",))
        assert verdicts(one)["Ukraine"][0] in ("alleged", "disputed", "corroborated")


def test_the_counts_differ_by_start_and_by_scope(found: dict[str, Any]) -> None:
    inside = {
        one["by"][0]: sum(one["total"]["assessments"][name] for name in ("alleged", "corroborated", "disputed"))
        for one in found["versions"]
    }
    assert inside["United States"] > 2 * inside["case file"]
    assert 0 < inside["Ukraine"] != inside["case file"] > 0


def test_every_row_is_used_or_counted_and_alerts_are_no_attacks(found: dict[str, Any]) -> None:
    rows = {one["source"]: (one["rows"], one["used"] + sum(one["unusable"].values())) for one in found["data"]}
    assert rows["viina"] == (25422, 25422)
    assert rows["air-raid-alerts"] == (20750, 20750)
    assert rows["claims"] == (36, 36)
    [alerts] = [one for one in found["data"] if one["source"] == "air-raid-alerts"]
    assert alerts["attacks"] == 0


def test_claims_stand_beside_and_never_among_the_incidents(found: dict[str, Any]) -> None:
    assert {one["state"] for one in found["claims"]} == {"incident", "perhaps", "none", "not compared"}
    incidents = {one["id"] for one in found["incidents"]}
    assert not incidents & {one["id"] for one in found["claims"]}


def test_with_four_weeks_of_a_noisy_series_it_cannot_be_told(found: dict[str, Any]) -> None:
    assert found["verdict"] == "cannot tell"
    assert found["rate"]["low"] < 1 < found["rate"]["high"]
