"""What is kept beside a record is never believed before its log: whatever becomes of it, the answers stay the same."""

from __future__ import annotations

import multiprocessing
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.record.conftest import Clock, coded, document, put, statement

from ceasefire.coding.statement import Scope, Span, Statement
from ceasefire.reading.document import Copy, Unread
from ceasefire.reasoning.answers import blockers_answer, positions_answer
from ceasefire.reasoning.changes_answer import changes_answer
from ceasefire.reasoning.kept import bring_up_to_date, changed
from ceasefire.record import kept_file
from ceasefire.record.address import AGENDA, STANDING, Address
from ceasefire.record.case import Case, CaseProvision
from ceasefire.record.columns import columns_of, from_columns
from ceasefire.record.copies import Told
from ceasefire.record.lasting import LastingRecord
from ceasefire.record.present import Present, dumped, loaded
from ceasefire.record.standing import standing, standing_of
from ceasefire.record.view import Record
from ceasefire.when import UNKNOWN, When

FILES = (STANDING, AGENDA)


@pytest.fixture
def filled(record: LastingRecord, clock: Clock) -> LastingRecord:
    """Two dated documents, a copy of one, one without a date, something unread, and a decision."""
    first = document("a")
    put(record, coded(first))
    put(record, coded(replace(document("a2", first.text + " again"), copy=Copy(first.id, 0.99))))
    clock.at = clock.at.replace(day=3)
    later = document("b", "Maru rejects the truce of 30 days and River Front accepts it.", on="2031-05-02")
    said = statement(later, "Maru rejects the truce of 30 days", act="reject")
    price = replace(
        statement(later, "River Front accepts it", "River Front", "condition"),
        scope=Scope(duration="P30D", extendable="extendable", start=When("2031-06", "June", "text")),
        condition="if it is watched",
        condition_provision="monitoring",
        speaker="Maru",
        listed=False,
        places=(Span(1, 2), Span(3, 4)),
    )
    put(record, coded(later, replace(said, scope=Scope(duration="P30D")), price))
    put(record, coded(document("c", on="")))
    record.add_unread(Unread("u", "broken.pdf", "invalid", "it is damaged"))
    struck = statement(document("d"), act="propose")
    put(record, coded(document("d"), struck))
    record.decide(struck.id, "reject", "A", "no", None)
    return record


@pytest.fixture
def case(tmp_path: Path) -> Case:
    provision = CaseProvision("the-truce", "The truce", "ceasefire", Scope(duration="P30D"))
    return Case(tmp_path, "A case", provisions=(provision,), consent={"ceasefire": ("Maru",)})


def asked(record: Record, case: Case) -> list[object]:
    """The three questions, of everything and of an earlier day by either clock."""
    days = ((None, None), (date(2031, 5, 1), None), (None, date(2031, 5, 2)), (None, date(2031, 5, 31)))
    return [
        *(positions_answer(record, *both, case) for both in days),
        *(blockers_answer(record, None, *both, case) for both in days),
        changes_answer(record, date(2031, 5, 1), case=case),
        changes_answer(record, date(2031, 5, 1), date(2031, 5, 2), case=case),
        record.undated(),
        record.unread(),
        [(one, record.places(one.id), record.statement(one.id)) for one in record.statements()],
        [replace(record.source(one.id), text="") == replace(one, text="") for one in record.documents()],
    ]


def kept(record: LastingRecord) -> Record:
    """The record as a question finds it: from the file, or else from the log, which makes the file."""
    found = standing(record.database.address, record.folder) or standing_of(record)
    assert found is not None
    return found


def test_statements_come_back_from_columns_as_they_were(filled: LastingRecord) -> None:
    given = filled.statements()
    odd = replace(given[0], id="odd", quote="“Ω”\n\t", places=(), said=UNKNOWN, recipient="")
    assert from_columns(columns_of([*given, odd])) == [*given, odd]
    assert from_columns(columns_of([])) == []


def test_what_stands_comes_back_as_it_was(filled: LastingRecord) -> None:
    one = statement(document("a"))
    told = Told((one,), {one.id: (replace(one, id="x"),)}, {"x": one})
    again = loaded(dumped(Present(told, filled.unread(), dict)))
    assert (again.told, again.unread()) == (told, filled.unread())


def test_questions_are_answered_from_the_file_as_from_the_log(filled: LastingRecord, case: Case) -> None:
    expected = asked(filled, case)
    assert asked(kept(filled), case) == expected, "when the files are made"
    assert all((filled.folder / name).is_file() for name in FILES)
    assert asked(kept(filled), case) == expected, "when they are there"
    assert not list(changed(filled, case))


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def _flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-30] ^= 1
    path.write_bytes(data)


def _foreign(path: Path) -> None:
    first, *_ = path.read_bytes().split(b"\n")
    path.write_bytes(first + b"\n00000000\n[1, 2, 3]")


def _of_another_shape(path: Path) -> None:
    kept_file.put_aside(path, path.read_bytes().split(b"\n")[0].decode(), b'{"statements": 7}', like=path)


def _of_another_version(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"ceasefire ", b"ceasefire x", 1))


def _unwritable(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    "spoil",
    [Path.unlink, _emptied, _cut, _flipped, _foreign, _of_another_shape, _of_another_version, _unwritable],
    ids=lambda spoil: spoil.__name__,
)
def test_a_file_that_is_gone_or_damaged_or_of_another_version_changes_no_answer(
    filled: LastingRecord, case: Case, name: str, spoil: Callable[[Path], None]
) -> None:
    expected = asked(filled, case)
    bring_up_to_date(filled, case)
    spoil(filled.folder / name)
    assert asked(kept(filled), case) == expected
    assert asked(kept(filled), case) == expected


def test_what_is_recorded_later_is_seen_at_once(filled: LastingRecord, case: Case) -> None:
    bring_up_to_date(filled, case)
    before = {name: (filled.folder / name).read_bytes() for name in FILES}
    late = document("late", on="2031-05-09")
    put(filled, coded(late, statement(late, act="accept")))
    assert asked(kept(filled), case) == asked(filled, case)
    for name, data in before.items():
        (filled.folder / name).write_bytes(data)
    assert asked(kept(filled), case) == asked(filled, case), "with the files of an earlier day put back"


def test_an_edited_case_file_is_another_agenda(filled: LastingRecord, case: Case) -> None:
    bring_up_to_date(filled, case)
    other = replace(case, provisions=(), consent={"ceasefire": ("Maru", "River Front")})
    assert asked(kept(filled), other) == asked(filled, other)
    assert asked(kept(filled), case) == asked(filled, case)


@pytest.mark.parametrize("name", FILES)
def test_verify_names_a_file_that_says_something_else_than_the_log(
    filled: LastingRecord, case: Case, name: str
) -> None:
    bring_up_to_date(filled, case)
    path = filled.folder / name
    head, _, body = path.read_bytes().split(b"\n", 2)
    altered = body.replace(b'"rejects', b'"accepts').replace(b'"reject"', b'"accept"').replace(b"The truce", b"A peace")
    assert altered != body
    kept_file.put_aside(path, head.decode(), altered, like=path)
    assert [one.name for one in changed(filled, case)] == [str(path)]


def test_a_record_seen_at_one_end_of_its_log_stays_as_it_was(filled: LastingRecord, case: Case) -> None:
    bring_up_to_date(filled, case)
    seen = kept(filled)
    documents = [one.id for one in filled.documents()]
    put(filled, coded(document("late", on="2031-05-09")))
    assert [one.id for one in seen.documents()] == documents
    assert {one.document for one in seen.statements()} <= set(documents)


def _asks(address: Address, folder: Path, case: Case, times: int) -> None:
    for _ in range(times):
        record = LastingRecord(address, folder)
        for name in FILES:
            (folder / name).unlink(missing_ok=True)
        found = standing(address, folder) or standing_of(record)
        assert found is not None
        assert len(positions_answer(found, case=case)["positions"]) > 0
        record.close()


def test_two_processes_that_make_the_files_at_once_both_answer(filled: LastingRecord, case: Case) -> None:
    spawn = multiprocessing.get_context("spawn")
    address = filled.database.address
    both = [spawn.Process(target=_asks, args=(address, filled.folder, case, 5)) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join(60)
    assert [one.exitcode for one in both] == [0, 0]
    assert asked(kept(filled), case) == asked(filled, case)
    assert not list(filled.folder.glob(".unfinished-*"))


def test_a_case_that_has_moved_keeps_its_answers(filled: LastingRecord, case: Case, tmp_path: Path) -> None:
    bring_up_to_date(filled, case)
    for name in FILES:
        shutil.copy(tmp_path / name, tmp_path / f"{name}.copy")
        shutil.move(tmp_path / f"{name}.copy", tmp_path / name)
    assert asked(kept(filled), case) == asked(filled, case)


def test_only_what_is_asked_for_now_is_believed(filled: LastingRecord) -> None:
    address = filled.database.address
    assert standing_of(filled) is not None
    assert standing(address, filled.folder, date(2031, 5, 1)) is None
    assert standing_of(filled, date(2031, 5, 1)) is None
    if filled.database.is_sqlite:
        found = standing(address, filled.folder, date(2031, 5, 31))
        assert found is not None
        told: list[Statement] = found.statements()
        assert told == filled.statements()


def test_the_files_are_as_readable_as_the_record(filled: LastingRecord, case: Case) -> None:
    address = filled.database.address
    like = address.file or case.folder
    like.chmod(0o640 if address.file else 0o750)
    bring_up_to_date(filled, case)
    assert [(case.folder / name).stat().st_mode & 0o777 for name in FILES] == [0o640, 0o640]
