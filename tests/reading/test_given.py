"""A date that a person gives holds for what carries none, wherever it lies in what was named, and is told as given."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ceasefire.errors import QuestionError
from ceasefire.reading import Document, read
from ceasefire.reading.given import Given, place_of
from ceasefire.when import UNKNOWN, When, given

BARE = "The talks went on in the capital, and both of the sides said that they would meet there again."
DATED = f"PORT ALMA, 3 May 2031 — {BARE}"


def published(paths: list[Path], dates: Given) -> list[tuple[str, str]]:
    made = [one for one in read(map(str, paths), given=dates) if isinstance(one, Document)]
    return [(one.published.edtf, one.published.found_in) for one in made]


def named(path: Path, date: str) -> Given:
    return Given(by_name={place_of(str(path)): given(date)})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "bare.txt").write_text(BARE)
    (tmp_path / "dated.txt").write_text(DATED)
    rows = [{"text": BARE}, {"text": f"{BARE} And again.", "date": "2031-05-04"}]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path


def test_only_what_carries_no_date_is_given_one(folder: Path) -> None:
    everything = [("2031-05", "given"), ("2031-05-03", "dateline"), ("2031-05", "given"), ("2031-05-04", "row")]
    assert published([folder], Given(given("2031-05"))) == everything


def test_a_file_a_row_of_a_file_and_a_folder_can_be_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bare, rows = folder / "a" / "bare.txt", folder / "rows.jsonl"
    assert published([bare, rows], named(bare, "2031"))[:2] == [("2031", "given"), ("", "")]
    assert published([bare, rows], named(rows, "2031"))[:2] == [("", ""), ("2031", "given")]
    assert published([folder], named(folder / "a", "2031"))[0] == ("2031", "given")
    nearest = Given(by_name={place_of(str(folder)): given("2030"), place_of(str(bare)): given("2031")})
    assert published([bare, rows], nearest)[:2] == [("2031", "given"), ("2030", "given")]
    monkeypatch.chdir(folder)
    assert published([Path("a")], named(bare, "2031")) == [("2031", "given")]


def test_another_date_of_its_own_is_told_and_one_that_says_more_is_not(folder: Path) -> None:
    [own] = read([str(folder / "dated.txt")])
    assert isinstance(own, Document)
    assert Given(given("2031-05")).another(own) == UNKNOWN
    assert Given(given("2031-05-04")).another(own) == When("2031-05-04", found_in="given")
    assert Given().another(own) == UNKNOWN


@pytest.mark.parametrize("words", ["", "May", "2031-13", "2031-05-01T10:00:00Z"])
def test_what_is_no_date_is_refused(words: str) -> None:
    with pytest.raises(QuestionError, match="give YYYY-MM-DD, YYYY-MM or YYYY"):
        given(words)
