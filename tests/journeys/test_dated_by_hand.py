"""An undated text takes its place in time once a person says when it was published, and it shows that a person did."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
SAID = "Maru rejected a ceasefire, and the River Front called for an exchange of prisoners in the coming days."
PARTIES = "title: T\nparties:\n  Maru: []\n  River Front: []\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "notes.txt").write_text(SAID)
    (tmp_path / "case.yaml").write_text(PARTIES + "sources: notes.txt\n")
    return tmp_path


def added(run: Run, *words: str) -> dict[str, int]:
    result = run("read", *words, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return {name: count for name, count in json.loads(result.stdout)["added"].items() if count}


def test_reading_it_again_with_a_date_dates_it_once(case: Path, run: Run) -> None:
    notes, words = str(case / "notes.txt"), ("--published", "2031-05-03")
    assert added(run, str(case)) == {"new": 1}
    assert added(run, str(case), notes, *words) == {"new_version": 1}
    assert added(run, str(case), notes, *words) == added(run, str(case)) == {"on_record": 1}
    brief = run("brief", str(case), "--format", "markdown").stdout
    assert "3 May 2031 (a date that a person gave)" in brief
    assert "with a date that a person gave: 2031-05-03" in run("log", str(case)).stdout
    shutil.copy(case / "notes.txt", case / "elsewhere.txt")
    assert added(run, str(case), str(case / "elsewhere.txt")) == {"on_record": 1}
    assert "rejects" in run("positions", str(case), "--as-of", "2031-05-03").stdout


def test_a_case_can_date_its_sources_on_record_or_not(case: Path, run: Run) -> None:
    (case / "case.yaml").write_text(PARTIES + "sources: [{path: '*.txt', published: 2031-05}]\n")
    before = json.loads(run("positions", str(case), "--format", "json").stdout)
    assert {one["since"] for one in before["positions"] if one["statements"]} == {"2031-05"}
    assert added(run, str(case)) == {"new": 1}
    assert json.loads(run("positions", str(case), "--format", "json").stdout) == before


def test_a_text_with_a_date_keeps_it_and_that_is_said(case: Path, run: Run) -> None:
    (case / "dated.txt").write_text(f"PORT ALMA, 3 May 2031 — {SAID}")
    result = run("read", str(case), str(case / "dated.txt"), "--published", "2031-05-04", "--quiet")
    assert "dated.txt carries a date of its own and keeps it: 2031-05-03, not 2031-05-04" in result.stderr
    assert "carries" not in run("read", str(case), str(case / "dated.txt"), "--published", "2031-05").stderr


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--published", "2031"), "dates the SOURCE that it is given for"),
        (("notes.txt", "--published", "May"), "cannot use 'May' as a date"),
    ],
)
def test_a_date_for_nothing_and_a_date_that_is_none_are_refused(
    case: Path, run: Run, words: tuple[str, ...], why: str
) -> None:
    result = run("read", str(case), *words)
    assert (result.exit_code, why in result.stderr) == (2, True)
    assert not (case / "record.db").exists()


@pytest.mark.shared
def test_the_pause_of_march_2025_is_narrower_than_what_lay_on_the_table_a_week_earlier(
    shared: Path, tmp_path: Path, run: Run
) -> None:
    texts = shared / "data" / "texts"
    seed = shared / "data" / "seed" / "limited-pause.txt"
    names = [
        "us_ukraine_jeddah_joint_statement_2025-03-11.txt",
        "us_whitehouse_readout_putin_call_2025-03-18.txt",
        "kremlin_ru_putin_trump_call_2025-03-18.txt",
    ]
    (tmp_path / "case.yaml").write_text(f"title: T\nsources:\n  - {{path: {seed}, published: 2025-03-19}}\n")
    with (tmp_path / "case.yaml").open("a") as case:
        case.writelines(f"  - {texts / name}\n" for name in names)
    told = " ".join(run("changes", str(tmp_path), "--since", "2025-03-12").stdout.split())
    assert "Narrower than on 12 March 2025: from a 30-day ceasefire" in told
