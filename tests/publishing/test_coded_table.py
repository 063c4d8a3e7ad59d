"""`ceasefire code --out`: the lines of JSON as rows of Parquet."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from ceasefire.errors import QuestionError
from ceasefire.publishing.coding_on_spark import format_of

ROWS = [
    {
        "id": "a",
        "date": "2031-06-03",
        "text": "Chile rejected the ceasefire. Peru proposed a truce to Chile.",
    },
    {"id": "b", "text": 7},
    {
        "id": "c",
        "text": "Peru will accept a 30-day ceasefire if Chile withdraws its troops, Peru said.",
    },
]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "given.jsonl"
    path.write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    return path


def test_the_rows_hold_what_the_lines_hold(run: Callable[..., Any], source: Path, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in run("code", str(source)).stdout.splitlines()]
    assert run("code", str(source), "--out", str(tmp_path / "out")).exit_code == 3
    rows = parquet.read_table(tmp_path / "out").to_pylist()
    assert [held(row) for row in rows] == [held(line) for line in lines]
    assert {row["file"] for row in rows} == {str(source)}
    assert sum(len(row["statements"]) for row in rows) >= 2


def held(value: Any) -> Any:
    """Without what is not said, and without the fields that only one of the two has."""
    if isinstance(value, dict):
        kept = ((name, held(one)) for name, one in value.items() if name not in ("origin", "file"))
        return {name: one for name, one in kept if one not in (None, [], {})}
    return [held(one) for one in value] if isinstance(value, list) else value


def test_nothing_is_written_over(run: Callable[..., Any], source: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    refused = run("code", str(source), "--out", str(tmp_path / "out"))
    assert refused.exit_code == 2
    assert "not empty" in refused.stderr
    assert [one.name for one in (tmp_path / "out").iterdir()] == ["mine.txt"]


def test_a_cluster_is_asked_for_files_that_it_can_read_and_a_folder(run: Callable[..., Any], source: Path) -> None:
    assert "--out FOLDER" in run("code", str(source), "--engine", "spark", "--master", "spark://localhost:1").stderr
    assert format_of("a/b.parquet") == "parquet"
    assert format_of("a/b.jsonl.gz") == "jsonl"
    with pytest.raises(QuestionError, match="parquet"):
        format_of("a/b.txt")
