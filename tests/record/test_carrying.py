"""A record that is carried elsewhere comes out equal, and nothing that was changed on the way comes in."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.record.conftest import coded, document, put

from ceasefire.errors import RecordError
from ceasefire.reading.document import Unread
from ceasefire.record.address import address_of
from ceasefire.record.carrying import lines_of, take_files, take_lines
from ceasefire.record.lasting import KNOWN, LastingRecord
from ceasefire.record.verify import Checked, verify


@pytest.fixture
def lines(record: LastingRecord) -> list[str]:
    """The lines of a record with a copy, something unread and a decision."""
    put(record, coded(document("a")))
    put(record, coded(document("b", document("a").text + " more")))
    record.add_unread(Unread("u", "x.pdf", "invalid", "it is damaged"))
    record.decide(record.statements()[0].id, "reject", "A", "=no", None)
    return list(lines_of(record))


@pytest.fixture
def other(tmp_path: Path) -> LastingRecord:
    """An empty record elsewhere."""
    folder = tmp_path / "other"
    folder.mkdir()
    return LastingRecord(address_of(folder), folder, create=True)


def test_the_record_that_comes_out_is_equal(record: LastingRecord, lines: list[str], other: LastingRecord) -> None:
    carried = take_lines(other, lines, "x")
    assert (carried.added, carried.known) == (len(lines), 0)
    assert take_files(other, record.custody.folder) == 2
    assert (other.end(), other.coded(), other.unread()) == (record.end(), record.coded(), record.unread())
    assert list(lines_of(other)) == lines
    assert list(verify(other.database, other.custody, Checked())) == []
    assert put(other, coded(document("a"))) == KNOWN


def test_importing_again_adds_nothing_and_what_came_later_is_added(lines: list[str], other: LastingRecord) -> None:
    take_lines(other, lines[:3], "x")
    assert (take_lines(other, lines, "x").added, take_lines(other, lines, "x").known) == (len(lines) - 3, len(lines))


def edited(line: str, **more: object) -> str:
    return json.dumps({**json.loads(line), **more})


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda lines: ["{"], "line 1: this is no JSON"),
        (lambda lines: ["[]"], "line 1: this is no entry"),
        (lambda lines: [edited(lines[0], seq="1")], "seq must be a number"),
        (lambda lines: [edited(lines[0], kind="rumour")], "kind one of"),
        (lambda lines: [lines[0], edited(lines[1], body="{}")], "line 2: entry 2 was changed"),
        (lambda lines: [lines[0], lines[2]], "line 2: entry 3 does not follow entry 1; lines are missing"),
    ],
)
def test_lines_that_were_spoilt_are_refused_whole(
    lines: list[str], other: LastingRecord, spoil: Callable[[list[str]], list[str]], why: str
) -> None:
    with pytest.raises(RecordError, match=why):
        take_lines(other, spoil(lines), "x")
    assert other.end() == (0, "")


def test_two_logs_are_never_mixed(lines: list[str], other: LastingRecord) -> None:
    put(other, coded(document("z")))
    end = other.end()
    with pytest.raises(RecordError, match="two logs cannot be mixed"):
        take_lines(other, lines, "x")
    assert other.end() == end
