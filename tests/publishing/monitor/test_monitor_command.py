"""`ceasefire monitor` as a user gives it."""

from __future__ import annotations

import json
import sys
from datetime import date
from types import ModuleType

import pytest
from tests.publishing.monitor.invented import monitored


@pytest.fixture
def case(tmp_path):
    (tmp_path / "case.yaml").write_text("title: Maru and Osele\nparties: {Maru: [], Osele: []}\nsources: [said.txt]\n")
    (tmp_path / "said.txt").write_text("Maru proposed a ceasefire to Osele on Monday, and Osele rejected the proposal.")
    return str(tmp_path)


@pytest.fixture
def given(monkeypatch):
    """What monitoring is asked; it answers with what was invented."""
    asked = {}

    def answer(**words):
        asked.update(words)
        return monitored()

    stand_in = ModuleType("ceasefire.monitoring.monitor")
    stand_in.monitored = answer
    monkeypatch.setitem(sys.modules, "ceasefire.monitoring.monitor", stand_in)
    return asked


def test_the_report_is_printed_as_text_by_itself(case, given, run):
    result = run("monitor", case)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("Monitoring report: Maru and Osele")


@pytest.mark.parametrize("order", ["last", "first"])
def test_incidents_takes_every_path_that_follows_it_but_a_case(case, given, run, order):
    words = ["--incidents", "a.csv", "b.csv", "c.csv"]
    result = run("monitor", *([case, *words] if order == "last" else [*words, case]), "--format", "json")
    assert result.exit_code == 0, result.stderr
    assert given["incidents"] == ("a.csv", "b.csv", "c.csv")
    assert json.loads(result.stdout)["format"] == "ceasefire-monitor/1"


def test_what_is_asked_reaches_monitoring(case, given, run):
    words = ["--from", "2025-03", "--until", "2025-03", "--within", "3", "--provision", "p", "--outlines", "o.geojson"]
    assert run("monitor", case, *words, "--as-of", "2025-04-02").exit_code == 0
    assert (given["first"], given["last"]) == (date(2025, 3, 1), date(2025, 3, 31))
    assert (given["within"], given["provision"], given["outlines"]) == (3, "p", "o.geojson")
    assert given["as_of"] == date(2025, 4, 2)
    assert given["engine"] == "duckdb"


def test_a_period_that_ends_before_it_begins_is_refused(case, given, run):
    result = run("monitor", case, "--from", "2025-04-01", "--until", "2025-03-01")
    assert result.exit_code == 2
    assert "swap --from and --until" in result.stderr


def test_out_writes_every_form_and_the_figures_and_says_where(case, given, run, tmp_path):
    result = run("monitor", case, "--out", str(tmp_path / "out"))
    assert result.exit_code == 0, result.stderr
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert written == {"monitor.html", "monitor.md", "monitor.json", "monitor.pdf", "map.svg", "trend.svg"}
    assert all(name in result.stderr for name in written)


def test_two_forms_cannot_share_standard_output(case, given, run):
    assert run("monitor", case, "--format", "md", "--format", "html").exit_code == 2
