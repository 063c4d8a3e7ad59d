"""A case that lists its languages has only these coded; what is in another is kept and told until it is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
ENGLISH = "Russia rejected a ceasefire on Tuesday, and Ukraine called for an exchange of prisoners in the coming days."
RUSSIAN = "Россия отвергла перемирие во вторник. Украина призвала обменяться пленными в ближайшие дни."
WHY = "It is in Russian (ru), which is not among the languages of the case (English (en))"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "en.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "ru.txt").write_text(RUSSIAN, encoding="utf-8")
    in_languages(tmp_path, "[en]")
    return tmp_path


def in_languages(case: Path, codes: str) -> None:
    (case / "case.yaml").write_text(f"title: T\nlanguages: {codes}\n", encoding="utf-8")


def documents(run: Run, case: Path) -> list[str]:
    lines = run("code", str(case)).stdout.splitlines()
    return [str(json.loads(line)["unread"]) for line in lines]


def test_a_document_in_another_language_is_listed_and_not_coded(case: Path, run: Run) -> None:
    assert documents(run, case) == ["None", "not-coded"]
    brief = run("brief", str(case), "--format", "markdown")
    assert (brief.exit_code, "ru.txt" in brief.stdout, WHY in brief.stderr) == (3, True, True)
    in_languages(case, "[en, ru]")
    assert documents(run, case) == ["None", "None"]


def test_on_record_it_is_kept_and_counted_until_its_language_is_listed(case: Path, run: Run) -> None:
    first = run("read", str(case))
    assert (first.exit_code, WHY in first.stderr, "1 that could not be read" in first.stdout) == (3, True, True)
    assert any(one.read_bytes() == RUSSIAN.encode() for one in (case / "kept").glob("??/*"))
    assert "Not read: " in run("brief", str(case), "--format", "markdown").stdout
    end = json.loads(run("read", str(case), "--format", "json").stdout)["end"]
    assert end[:12] in first.stdout
    in_languages(case, "ru")
    again = json.loads(run("read", str(case), "--format", "json").stdout)
    assert (again["added"]["new"], again["added"]["on_record"]) == (1, 1)
    assert "Not read: " not in run("brief", str(case), "--format", "markdown").stdout


def test_what_is_on_record_stays_when_the_list_becomes_shorter(case: Path, run: Run) -> None:
    in_languages(case, "[en, ru]")
    run("read", str(case))
    before = run("positions", str(case)).stdout
    in_languages(case, "[en]")
    again = run("read", str(case))
    assert (again.exit_code, "2 on record already" in again.stdout) == (0, True)
    assert run("positions", str(case)).stdout == before
