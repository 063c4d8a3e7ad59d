"""A case that lasts, by its commands: read, ask, correct, verify, carry elsewhere, and what is refused on the way."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
EXAMPLE = "river-ceasefire"


@pytest.fixture
def case(root: Path, tmp_path: Path) -> Path:
    """A copy of an example, not on record yet."""
    folder = tmp_path / "case"
    shutil.copytree(root / "examples" / EXAMPLE, folder)
    return folder


@pytest.fixture
def recorded(case: Path, run: Run) -> Path:
    """A copy of an example, on record."""
    result = run("read", str(case), "--quiet")
    assert result.exit_code == 0, result.stderr
    return case


def asked(run: Run, *words: str) -> Any:
    result = run(*words, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_a_recorded_case_answers_as_its_sources_do(recorded: Path, root: Path, run: Run, answer: Run) -> None:
    sources = str(root / "examples" / EXAMPLE)
    shutil.rmtree(recorded / "dispatches")
    assert asked(run, "positions", str(recorded)) == answer("positions", sources)
    assert asked(run, "blockers", str(recorded)) == answer("blockers", sources)


def test_reading_again_adds_nothing(recorded: Path, run: Run) -> None:
    again = asked(run, "read", str(recorded))
    assert set(again["added"]) == {"new", "new_version", "read_anew", "on_record", "not_read"}
    assert again["added"] == {**dict.fromkeys(again["added"], 0), "on_record": len(again["documents"])}
    assert asked(run, "read", str(recorded), "--again")["added"]["on_record"] == len(again["documents"])
    assert asked(run, "verify", str(recorded))["entries"] == again["entries"] == 2 * len(again["documents"])


def test_a_correction_changes_the_answer_and_what_stood_before_can_still_be_asked(recorded: Path, run: Run) -> None:
    before = asked(run, "positions", str(recorded))
    held = next(one for one in before["positions"] if one["stance"] == "rejects")
    for statement in held["statements"]:
        words = ("--reason", "the words report a proposal", "--by", "A. Reviewer")
        [made] = asked(run, "correct", str(recorded), statement[:8], "--act", "propose", *words)["decisions"]
        assert (made["before"]["act"], made["after"]["act"]) == ("reject", "propose")
    after = asked(run, "positions", str(recorded))
    now = next(
        one for one in after["positions"] if (one["party"], one["provision"]) == (held["party"], held["provision"])
    )
    assert now["stance"] == "has proposed"
    log = run("log", str(recorded), "--about", held["statements"][0]).stdout
    assert "A. Reviewer: the words report a proposal (act: reject → propose)" in log
    asked(run, "reject", str(recorded), held["statements"][0], "--by", "B", "--reason", "nothing is said")
    asked(run, "accept", str(recorded), held["statements"][0], "--by", "C", "--reason", "it is")
    assert asked(run, "positions", str(recorded)) == after
    assert asked(run, "verify", str(recorded))["sound"] is True
    assert asked(run, "positions", str(recorded), "--known-at", "2001")["positions"] == []


def test_a_decision_is_withdrawn_and_what_stood_before_stands_again(recorded: Path, run: Run) -> None:
    before = asked(run, "positions", str(recorded))
    held = next(one for one in before["positions"] if one["stance"] == "rejects")
    by, ids = ("--by", "A. Reviewer", "--reason", "a slip"), held["statements"]
    asked(run, "correct", str(recorded), ids[0], "--act", "propose", *by)
    asked(run, "reject", str(recorded), *ids, *by)
    made = asked(run, "withdraw", str(recorded), *ids, ids[0][:6], *by)["decisions"]
    assert [one["verdict"] for one in made] == ["withdraw"] * len(ids)
    assert made[0]["after"]["act"] == "propose"
    told = run("withdraw", str(recorded), ids[0], *by).stdout
    assert "the last decision was withdrawn by A. Reviewer: a slip (act: propose → reject)" in told
    assert told.strip() in run("log", str(recorded), "--about", ids[0]).stdout
    assert asked(run, "positions", str(recorded)) == before
    assert asked(run, "verify", str(recorded))["sound"] is True
    again = run("withdraw", str(recorded), ids[0], *by)
    assert (again.exit_code, again.stdout) == (2, "")
    assert "there is nothing to withdraw" in again.stderr


def test_what_was_changed_behind_its_back_is_named(recorded: Path, run: Run) -> None:
    kept = next(path for path in sorted((recorded / "kept").glob("??/*")))
    kept.write_bytes(kept.read_bytes() + b" ")
    result = run("verify", str(recorded))
    assert (result.exit_code, str(kept) in result.stdout) == (1, True)


def test_what_cannot_be_read_is_told_and_the_rest_goes_on_record(case: Path, run: Run) -> None:
    (case / "dispatches" / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    result = run("read", str(case))
    assert result.exit_code == 3
    assert "broken.pdf" in result.stderr
    assert "1 that could not be read" in result.stdout
    assert any(one.read_bytes() == b"%PDF-1.7 and no more" for one in (case / "kept").glob("??/*"))
    assert asked(run, "verify", str(case))["sound"] is True
    brief = run("brief", str(case), "--format", "markdown")
    assert (brief.exit_code, "broken.pdf" in brief.stdout) == (0, True)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("read", "{case}/nowhere"), "make a case with: ceasefire init"),
        (("read", "{case}", "--again", "{case}/dispatches"), "name no SOURCE with it"),
        (("verify", "{plain}"), "has no case.yaml"),
        (("verify", "{empty}"), "`ceasefire read` makes one"),
        (("positions", "{empty}", "--known-at", "2025"), "put them on record first"),
        (("reject", "{case}", "nothing", "--by", "A", "--reason", "b"), "there is no statement 'nothing' on record"),
        (("withdraw", "{case}", "nothing", "--by", "A", "--reason", "b"), "there is no statement 'nothing' on record"),
        (("reject", "{case}", "0123", "--by", " ", "--reason", "b"), "--by is empty"),
        (("correct", "{case}", "0123", "--by", "A", "--reason", "b"), "nothing is corrected: give at least one of"),
        (("correct", "{case}", "0123", "--by", "A", "--reason", "b", "--act", "agree"), "'agree' is none of: propose"),
        (("correct", "{case}", "0123", "--by", "A", "--reason", "b", "--said", "May"), "'May' is no date"),
        (("correct", "{case}", "0123", "--by", "A", "--reason", "b", "--actor", "none"), "--actor cannot be empty"),
        (("import", "{empty}", "{case}/nothing.jsonl"), "no such file"),
    ],
)
def test_wrong_questions_are_refused_with_what_to_do(
    recorded: Path, tmp_path: Path, run: Run, words: tuple[str, ...], why: str
) -> None:
    (tmp_path / "plain").mkdir()
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "case.yaml").write_text("title: Empty\n", encoding="utf-8")
    places = {"case": recorded, "plain": tmp_path / "plain", "empty": tmp_path / "empty"}
    result = run(*(word.format(**places) for word in words))
    assert result.exit_code == 2, result.stdout
    assert why in result.stderr
    assert "Traceback" not in result.stderr
