"""`ceasefire monitor` as a user gives it, on invented incidents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

CASE = """\
title: Maru and Osele
parties: {Maru: [], Osele: []}
provisions:
  energy-pause:
    must_not: attack
    who: [Maru, Osele]
    towards: [energy-infrastructure]
    when: {from: 2031-06-01, for: P30D}
    accounts:
      Osele: {when: {from: 2031-06-08, for: P30D}}
sources: [said.txt]
"""
ROWS = """\
datetime,lon,lat,place_name,event_type,headline
2031-06-03 00:00:00,24.1,10.2,Port Alma,,"Maru drones hit a power substation in Port Alma"
2031-06-12 00:00:00,24.1,10.2,Port Alma,,"Maru drones struck the power plant of Port Alma"
2031-06-20 00:00:00,24.4,10.9,Kesso,,"Shelling hit a hospital in Kesso"
2031-07-05 00:00:00,24.4,10.9,Kesso,,"Osele missiles hit the refinery in Kesso"
2031-07-20 00:00:00,24.4,10.9,Kesso,,"Court in Kesso sentences a spotter"
"""


@pytest.fixture
def case(tmp_path: Path) -> str:
    (tmp_path / "case.yaml").write_text(CASE)
    (tmp_path / "said.txt").write_text("Maru accepted a 30-day halt to attacks on energy infrastructure.")
    (tmp_path / "june.csv").write_text("".join(ROWS.splitlines(keepends=True)[:4]))
    head, *rows = ROWS.splitlines(keepends=True)
    (tmp_path / "july.csv").write_text(head + "".join(rows[3:]))
    return str(tmp_path)


def files(case: str) -> list[str]:
    return [f"{case}/june.csv", f"{case}/july.csv"]


def told(run, case: str, *words: str) -> dict:
    result = run("monitor", case, "--incidents", *files(case), "--format", "json", *words)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_incidents_are_held_against_both_accounts_of_the_start(case, run):
    found = told(run, case)
    assert found["provision"] == "energy-pause"
    assert found["assessments"]["alleged"] == 2
    by = {tuple(one["by"]): one["total"]["assessments"] for one in found["versions"]}
    assert [counts["alleged"] for counts in by.values()] == [2, 2]
    days = {one["happened_at"]["first"]: [each["verdict"] for each in one["assessments"]] for one in found["incidents"]}
    assert days["2031-06-03"] == ["alleged", "outside"]
    assert days["2031-06-12"] == ["alleged", "alleged"]


def test_a_headline_about_a_court_is_no_incident(case, run):
    assert "spotter" not in json.dumps(told(run, case, "--until", "2031-07-31"))


@pytest.mark.parametrize("order", ["last", "first"])
def test_incidents_takes_every_path_that_follows_it_but_a_case(case, run, order):
    words = ["--incidents", *files(case)]
    result = run("monitor", *([case, *words] if order == "last" else [*words, case]), "--format", "json")
    assert result.exit_code == 0, result.stderr
    [data] = json.loads(result.stdout)["data"]
    assert data["rows"] == 5


def test_the_report_is_printed_as_text_by_itself(case, run):
    result = run("monitor", case, "--incidents", *files(case))
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("Monitoring report: Maru and Osele")


def test_a_missing_file_is_told_and_the_rest_is_counted(case, run):
    result = run("monitor", case, "--incidents", *files(case), f"{case}/none.csv", "--format", "json")
    assert result.exit_code == 3
    assert "none.csv" in result.stderr
    assert json.loads(result.stdout)["assessments"]["alleged"] == 2


def test_without_incident_data_the_error_says_what_to_do(case, run):
    result = run("monitor", case)
    assert result.exit_code == 2
    assert "ceasefire incidents CASE FILE" in result.stderr


def test_a_file_that_is_no_incident_data_is_named_with_what_it_lacks(case, run, tmp_path):
    (tmp_path / "bad.csv").write_text("a,b\n1,2\n")
    result = run("monitor", case, "--incidents", f"{case}/bad.csv")
    assert result.exit_code == 2
    assert "bad.csv: " in result.stderr
    assert "--mapping" in result.stderr


def test_a_source_that_is_not_there_is_named_even_where_nothing_can_be_answered(run, tmp_path):
    result = run("monitor", str(tmp_path / "nowhere"))
    assert result.exit_code != 0
    assert "nowhere" in result.stderr


def test_an_unknown_provision_is_refused_with_those_there_are(case, run):
    result = run("monitor", case, "--incidents", *files(case), "--provision", "none")
    assert result.exit_code == 2
    assert "energy-pause" in result.stderr


def test_a_period_that_ends_before_it_begins_is_refused(case, run):
    result = run("monitor", case, "--from", "2025-04-01", "--until", "2025-03-01")
    assert result.exit_code == 2
    assert "swap --from and --until" in result.stderr


def test_out_writes_every_form_and_the_figures_and_says_where(case, run, tmp_path):
    result = run("monitor", case, "--incidents", *files(case), "--out", str(tmp_path / "out"))
    assert result.exit_code == 0, result.stderr
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert written == {"monitor.html", "monitor.md", "monitor.json", "monitor.pdf", "map.svg", "trend.svg"}
    assert all(name in result.stderr for name in written)


def test_two_forms_cannot_share_standard_output(case, run):
    assert run("monitor", case, "--format", "md", "--format", "html").exit_code == 2


def test_a_person_s_assessment_supersedes_and_can_be_taken_back(case, run):
    assert run("read", case, "--quiet").exit_code == 0
    assert run("incidents", case, *files(case), "--quiet").exit_code == 0
    first = told_on_record(run, case)
    [incident] = [one["id"] for one in first["incidents"] if one["happened_at"]["first"] == "2031-06-03"]
    about = [case, incident, "--provision", "energy-pause", "--by", "A. Monitor", "--reason", "seen on site"]
    assert run("assess", *about, "--verdict", "corroborated").exit_code == 0
    assert told_on_record(run, case)["assessments"]["corroborated"] == 1
    assert run("assess", *about, "--open").exit_code == 0
    assert told_on_record(run, case)["assessments"] == first["assessments"]
    log = run("log", case).stdout
    assert "assessed as corroborated by A. Monitor: seen on site" in log
    refused = run("assess", *about, "--verdict", "sure")
    assert refused.exit_code == 2
    assert "choose one of: outside, alleged" in refused.stderr


def test_reports_are_joined_and_taken_apart_by_people(case, run):
    assert run("read", case, "--quiet").exit_code == 0
    assert run("incidents", case, *files(case), "--quiet").exit_code == 0
    found = {one["happened_at"]["first"]: one for one in told_on_record(run, case)["incidents"]}
    reports = [one for day in ("2031-06-03", "2031-06-12") for one in found[day]["reports"]]
    by = ["--by", "A. Monitor", "--reason", "one strike, told twice"]
    assert run("link", case, *reports, "--same", *by).exit_code == 0
    joined = told_on_record(run, case)
    assert max(len(one["reports"]) for one in joined["incidents"]) == 2
    assert run("link", case, *reports, "--open", *by).exit_code == 0
    assert max(len(one["reports"]) for one in told_on_record(run, case)["incidents"]) == 1


def told_on_record(run, case: str) -> dict:
    result = run("monitor", case, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)
