"""Incident data onto the record of a case: imported once, verified, made again, shown; and real files, no row lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.monitoring.rows import MAPPING, ROW, UCDP, of, short, table

Run = Callable[..., Any]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case that names its incident data."""
    (tmp_path / "case.yaml").write_text("title: Alma\nincidents: ['data/*.csv']\ntime_zone: Africa/Juba\n")
    (tmp_path / "data").mkdir()
    table(tmp_path / "data" / "short.csv", ROW, ROW, short(lon="x"))
    of(tmp_path / "data" / "ucdp.csv", UCDP)
    return tmp_path


def asked(run: Run, *words: str) -> Any:
    result = run(*words, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_what_a_case_names_is_imported_once(case: Path, run: Run) -> None:
    first = asked(run, "incidents", str(case))
    assert [(one["source"], one["rows"], one["used"]) for one in first["sources"]] == [
        ("ucdp-ged", 1, 1),
        ("viina", 3, 2),
    ]
    assert first["sources"][1]["unusable"] == {"coordinates-not-readable": 1}
    assert asked(run, "incidents", str(case)) == first
    (case / "data" / "short.csv").rename(case / "data" / "renamed.csv")
    assert asked(run, "incidents", str(case)) == first
    entries = [json.loads(line) for line in run("log", str(case), "--format", "jsonl").stdout.splitlines()]
    assert [one["kind"] for one in entries] == ["incidents", "incidents"]
    assert entries[0]["body"]["unusable"] == {"coordinates-not-readable": 1}
    assert entries[0]["body"]["time_zone"] == "Africa/Juba"


def test_reports_and_unusable_rows_are_listed(case: Path, run: Run) -> None:
    lines = run("incidents", str(case), "--format", "jsonl").stdout.splitlines()
    rows = [json.loads(line) for line in lines]
    assert [(one["source"], one["repeats"]) for one in rows] == [("ucdp-ged", 0), ("viina", 1)]
    assert rows[1]["codes"]["event_type"] == "uav|loc"
    held = run("incidents", str(case), "--format", "csv", "--until", "2031-05-01").stdout.splitlines()
    assert len(held) == 1
    unusable = run("incidents", str(case), "--unusable").stdout
    assert "short.csv, row 3: coordinates-not-readable" in unusable
    text = run("incidents", str(case)).stdout
    assert "viina: 3 rows (1 file), 2 used, 1 unusable" in text
    assert "1 × coordinates-not-readable. Longitude" in text


def test_the_tables_are_made_again_from_the_kept_bytes_and_verify_covers_these(case: Path, run: Run) -> None:
    before = asked(run, "incidents", str(case))
    for path in (case / "data").iterdir():
        path.unlink()
    (case / "case.yaml").write_text("title: Alma\n")
    for path in (case / "incidents").iterdir():
        path.unlink()
    assert asked(run, "incidents", str(case)) == before
    for number, path in enumerate(sorted((case / "incidents").glob("*.json"))):
        path.write_text(["{}", "{", "[]"][number % 3])  # counts of another version, or damaged ones
    assert asked(run, "incidents", str(case)) == before
    assert asked(run, "verify", str(case))["files"] == 2
    sha256 = before["files"][0]["sha256"]
    (case / "kept" / sha256[:2] / sha256).write_bytes(b"other")
    result = run("verify", str(case))
    assert result.exit_code == 1
    assert "the bytes of the incident data ucdp.csv were changed" in result.stdout


def test_a_mapping_of_the_users_own_is_kept_with_the_record(case: Path, run: Run) -> None:
    (case / "own.yaml").write_text(MAPPING)
    path = table(
        case / "own.csv",
        ["13/5/2031", "Alma", "24", "10", "", ""],
        columns=["day", "where", "x", "y", "said_by", "trust"],
    )
    asked(run, "incidents", str(case), str(path), "--mapping", str(case / "own.yaml"))
    for name in ("own.yaml", "own.csv"):
        (case / name).unlink()
    for held in (case / "incidents").iterdir():
        held.unlink()
    lines = run("incidents", str(case), "--format", "jsonl").stdout.splitlines()
    assert "northland-log" in {json.loads(line)["source"] for line in lines}


def test_of_a_report_that_two_files_tell_the_later_one_stands(case: Path, run: Run) -> None:
    asked(run, "incidents", str(case))
    later = of(case / "later.csv", {**UCDP, "best": "5"})
    found = asked(run, "incidents", str(case), str(later))
    assert found["sources"][0]["superseded"] == 1
    rows = [json.loads(line) for line in run("incidents", str(case), "--format", "jsonl").stdout.splitlines()]
    assert [one["deaths"] for one in rows if one["source"] == "ucdp-ged"] == [5]


def test_one_bad_file_does_not_stop_the_batch(case: Path, run: Run) -> None:
    (case / "data" / "a.csv").write_text("what,ever\n1,2\n")
    result = run("incidents", str(case))
    assert result.exit_code == 3
    assert "a.csv (columns): its columns fit no known format. It has: what, ever." in result.stderr
    assert "ucdp-ged: 1 rows" in result.stdout
    assert run("incidents", str(case), str(case / "nowhere.csv")).exit_code == 1


@pytest.mark.shared
@pytest.mark.parametrize(
    ("pattern", "source", "rows"),
    [("ucdp_*", "ucdp-ged", 3883), ("viina_*", "viina", 25_422), ("air_raid_*", "air-raid-alerts", 20_750)],
)
def test_no_row_of_real_data_is_lost(
    tmp_path: Path, shared: Path, run: Run, pattern: str, source: str, rows: int
) -> None:
    (tmp_path / "case.yaml").write_text("title: Real\n")
    data = shared / "data" / "incidents"
    paths = sorted(map(str, data.glob(pattern)))
    outlines = ("--outlines", str(data / "geoboundaries_ukr_adm1.geojson"))
    [found] = asked(run, "incidents", str(tmp_path), *paths, *outlines)["sources"]
    assert (found["source"], found["rows"]) == (source, rows)
    assert found["used"] + sum(found["unusable"].values()) == rows
    assert found["used"] == found["reports"] + found["repeats"]
