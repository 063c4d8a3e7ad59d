"""A record that lasts: nothing twice, nothing lost, two clocks, versions, and what people decide outranks machines."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text as sql
from sqlalchemy.exc import DBAPIError
from tests.record.conftest import Clock, coded, document, put, statement, text

from ceasefire.coding.statement import Statement
from ceasefire.errors import RecordError
from ceasefire.reading.document import Unread
from ceasefire.record import near_copies
from ceasefire.record.address import Address, address_of
from ceasefire.record.lasting import KNOWN, NEW, READ_ANEW, VERSION, LastingRecord, NameTaken
from ceasefire.record.lookup import View
from ceasefire.record.memory import MemoryRecord
from ceasefire.record.verify import Checked, verify
from ceasefire.record.view import Record


def sound(record: LastingRecord) -> bool:
    return not list(verify(record.database, record.custody, Checked()))


def told(record: Record) -> list[tuple[str, str]]:
    return [(one.actor, one.act) for one in record.statements()]


def test_it_gives_back_what_it_was_given_in_another_process_s_eyes(
    record: LastingRecord, reopened: Callable[[], LastingRecord]
) -> None:
    given = [coded(document("a")), coded(document("b", on="2031-04-01")), coded(document("c", on=""))]
    memory = MemoryRecord()
    for one in given:
        put(record, one)
        memory.add(one)
    again = reopened()
    assert again.documents() == memory.documents()
    assert again.coded() == memory.coded()
    assert again.statements() == memory.statements()
    assert again.readings() == memory.readings()
    assert again.undated() == memory.undated()
    for one in given:
        [said] = one.statements
        assert again.document(one.document.id) == one.document
        assert replace(again.source(one.document.id), text="") == replace(one.document, text="")
        assert again.attributions(one.document.id) == memory.attributions(one.document.id)
        assert (again.statement(said.id), again.places(said.id)) == (said, memory.places(said.id))


def test_reading_the_same_again_adds_nothing(record: LastingRecord) -> None:
    one = coded(document("a"))
    assert put(record, one) == NEW
    end = record.end()
    assert (put(record, one), record.end()) == (KNOWN, end)
    moved = replace(one.document, origin="elsewhere/a.txt")
    assert record.held(moved, "coder/1").read
    assert (put(record, coded(moved)), record.end()) == (KNOWN, end)
    unread = Unread("u", "broken.pdf", "invalid", "it is damaged")
    assert (record.add_unread(unread), record.add_unread(replace(unread, id="u-2"))) == (True, False)


def test_a_corrected_article_is_a_new_version_and_the_old_one_is_kept(record: LastingRecord, clock: Clock) -> None:
    first = document("a", origin="a.txt")
    put(record, coded(first))
    clock.at = clock.at.replace(day=3)
    second = document("a", text("a", "Maru rejects the truce."), origin="a.txt")
    assert put(record, coded(second, statement(second, "Maru rejects the truce", act="reject"))) == VERSION
    assert told(record) == [("Maru", "reject")]
    assert [one.act for one in record.statements(known_at=date(2031, 5, 2))] == ["accept"]
    assert [one.id for one in record.documents()] == [second.id]
    assert record.view(date(2031, 5, 2)).full.documents() == [first]
    assert sound(record)


def test_what_was_unread_is_listed_until_it_has_been_read(record: LastingRecord) -> None:
    record.add_unread(Unread("u", "a.txt", "encoding", "it is no UTF-8"))
    record.add_unread(Unread("v", "b.txt", "empty", "there is nothing in it"))
    assert [one.origin for one in record.unread()] == ["a.txt", "b.txt"]
    put(record, coded(document("a", origin="a.txt")))
    assert [one.origin for one in record.unread()] == ["b.txt"]


def test_two_texts_never_share_an_id(record: LastingRecord) -> None:
    row = {"media_type": "application/jsonl", "header": (("id", "1"),)}
    mine, theirs = (
        document(name, id="1", origin=f"{name}.jsonl:1", **row)  # a row's own id, the same in two files
        for name in ("mine", "theirs")
    )
    put(record, coded(mine))
    assert record.held(theirs, "coder/1").name == "1-2"
    with pytest.raises(NameTaken):
        record.add(coded(theirs))
    put(record, coded(replace(theirs, id="1-2")))
    assert {one.id: one.title for one in record.documents()} == {"1": "mine", "1-2": "theirs"}
    assert (record.held(theirs, "coder/1").name, record.held(theirs, "coder/1").read) == ("1-2", True)


def test_a_corrected_row_keeps_its_id(record: LastingRecord) -> None:
    row = {"id": "1", "header": (("id", "1"),), "media_type": "application/jsonl", "origin": "rows.jsonl:7"}
    put(record, coded(document("a", **row)))
    later = document("a", text("a", "Maru rejects the truce."), **{**row, "origin": "rows.jsonl:9"})
    assert put(record, coded(later, statement(later, "Maru rejects the truce", act="reject"))) == VERSION
    assert (record.document("1").text, told(record)) == (later.text, [("Maru", "reject")])


def test_an_earlier_version_that_turns_up_again_changes_nothing_also_for_a_newer_coder(record: LastingRecord) -> None:
    row = {"id": "1", "header": (("id", "1"),), "media_type": "application/jsonl", "origin": "rows.jsonl:7"}
    earlier, later = document("a", **row), document("a", text("a", "Maru rejects the truce."), **row)
    put(record, coded(earlier))
    put(record, coded(later, statement(later, "Maru rejects the truce", act="reject")))
    end = record.end()
    assert record.held(earlier, "coder/2").read
    assert (put(record, coded(earlier, coder="coder/2")), record.end()) == (KNOWN, end)
    assert told(record) == [("Maru", "reject")]


def test_a_near_copy_is_marked_and_counted_once_also_across_runs(
    record: LastingRecord, reopened: Callable[[], LastingRecord]
) -> None:
    words = text("wire")
    put(record, coded(document("one", words, on="2031-05-02", origin="one.txt")))
    again = reopened()
    put(again, coded(document("two", f"{words} more", on="2031-05-01", origin="two.txt")))
    copy = again.documents()[0].copy
    assert copy is not None
    assert copy.of == document("one", words).id
    [said] = again.statements()
    assert [place[0] for place in again.places(said.id)] == [one.id for one in again.documents()]


def test_what_stands_under_every_text_tells_no_copies_and_does_not_fill_the_index(record: LastingRecord) -> None:
    imprint = " ".join(f"imprint{number}" for number in range(30))
    for number in range(near_copies.COMMON + 5):
        put(record, coded(document(f"t{number}", f"{text(f't{number}')}\n{imprint}")))
    with record.database.reading() as connection:
        rows = "SELECT COUNT(*) AS n FROM band GROUP BY band ORDER BY n DESC"
        assert connection.execute(sql(rows)).scalar() == near_copies.COMMON
    assert [one for one in record.documents() if one.copy] == []
    assert sound(record)


def test_a_copy_of_an_earlier_version_is_a_copy_of_the_present_one(record: LastingRecord) -> None:
    put(record, coded(document("a", text("a"), origin="a.txt")))
    put(record, coded(document("b", text("a") + " told again", origin="b.txt")))
    later = document("a", text("a") + " with a correction", origin="a.txt")
    put(record, coded(later))
    copies = {one.origin: one.copy.of for one in record.documents() if one.copy}
    assert copies == {"b.txt": later.id}


def test_a_newer_coder_s_reading_stands_and_the_older_one_is_kept(record: LastingRecord, clock: Clock) -> None:
    one = document("a")
    put(record, coded(one))
    clock.at = clock.at.replace(day=2)
    assert put(record, coded(one, statement(one, act="reject"), coder="coder/2")) == READ_ANEW
    assert told(record) == [("Maru", "reject")]
    assert [said.act for said in record.statements(known_at=date(2031, 5, 1))] == ["accept"]
    assert [entry.kind for entry in record.log(one.id)] == ["document", "reading", "reading"]


class TestDecisions:
    """What a person decided outranks every machine's reading, and is never overwritten."""

    @pytest.fixture
    def said(self, record: LastingRecord, clock: Clock) -> Statement:
        one = coded(document("a", origin="a.txt"))
        put(record, one)
        clock.at = clock.at.replace(day=2)
        return one.statements[0]

    def test_a_correction_supersedes_the_machine_s_reading(self, record: LastingRecord, said: Statement) -> None:
        made = record.decide(said.id, "correct", "A. Reviewer", "it is a refusal", replace(said, act="reject"))
        assert (made.before, made.by) == (said, "A. Reviewer")
        assert told(record) == [("Maru", "reject")]
        assert [one.act for one in record.statements(known_at=date(2031, 5, 1))] == ["accept"]
        assert sound(record)

    def test_a_rejected_statement_is_gone_until_somebody_accepts_it(
        self, record: LastingRecord, said: Statement
    ) -> None:
        record.decide(said.id, "reject", "A", "the words are about another truce", None)
        assert told(record) == []
        record.decide(said.id, "accept", "B", "they are not", record.view().standing(said.id))
        assert told(record) == [("Maru", "accept")]
        assert [one.by for one in record.view().decisions] == ["A", "B"]

    def test_a_withdrawn_decision_leaves_what_the_machine_read(self, record: LastingRecord, said: Statement) -> None:
        record.decide(said.id, "reject", "A", "a slip", None)
        record.decide(said.id, "withdraw", "A", "it was right", said)
        assert told(record) == [("Maru", "accept")]

    def test_each_withdrawal_takes_back_one_decision_and_the_one_before_holds_again(
        self, record: LastingRecord, said: Statement
    ) -> None:
        proposed = replace(said, act="propose")
        record.decide(said.id, "correct", "A", "asked for", proposed)
        record.decide(said.id, "reject", "B", "nothing is said", None)
        record.decide(said.id, "accept", "C", "it is", proposed)
        steps = []
        for _ in range(3):
            made = record.withdraw(said.id, "D", "a slip")
            steps.append((made.before, made.after, told(record)))
        assert steps == [
            (proposed, None, []),
            (proposed, proposed, [("Maru", "propose")]),
            (proposed, said, [("Maru", "accept")]),
        ]
        with pytest.raises(KeyError):
            record.withdraw(said.id, "D", "once more")
        record.decide(said.id, "reject", "E", "nothing is said", None)
        assert told(record) == []
        assert [one.act for one in record.statements(known_at=date(2031, 5, 1))] == ["accept"]
        assert sound(record)

    @pytest.mark.parametrize("verdict", ["withdraw", "accept"])
    def test_a_rejection_is_taken_back_in_a_later_version_too(
        self, record: LastingRecord, said: Statement, verdict: str
    ) -> None:
        record.decide(said.id, "reject", "A", "a slip", None)
        later = document("a", "Later: " + text("a"), origin="a.txt")
        put(record, coded(later))
        if verdict == "withdraw":
            record.withdraw(said.id, "A", "it was right")
        else:
            record.decide(said.id, "accept", "A", "it was right", record.view().standing(said.id))
        assert told(record) == [("Maru", "accept")]

    def test_what_a_newer_coder_reads_stands_once_the_decision_is_withdrawn(
        self, record: LastingRecord, said: Statement
    ) -> None:
        record.decide(said.id, "correct", "A", "asked for", replace(said, act="propose"))
        one = record.documents()[0]
        put(record, coded(one, statement(one, act="reject"), coder="coder/2"))
        assert told(record) == [("Maru", "propose")]
        assert record.withdraw(said.id, "B", "the newer reading is right").after is None
        assert told(record) == [("Maru", "reject")]

    @pytest.mark.parametrize("verdict", ["accept", "correct", "reject"])
    def test_a_decision_survives_a_newer_coder(self, record: LastingRecord, said: Statement, verdict: str) -> None:
        after = {"accept": said, "correct": replace(said, act="propose"), "reject": None}[verdict]
        record.decide(said.id, verdict, "A", "as the words say", after)
        before = told(record)
        of = record.document(said.document)
        anew = replace(said, id="another", start=said.start, end=said.end - 6, quote=said.quote[:-6])
        put(record, coded(of, anew, coder="coder/2"))
        assert told(record) == before
        put(record, coded(of, coder="coder/3"))
        assert told(record) == before

    def test_an_accepted_statement_stays_when_a_newer_coder_misses_it(
        self, record: LastingRecord, said: Statement
    ) -> None:
        record.decide(said.id, "accept", "A", "so it says", said)
        one = record.document(said.document)
        put(record, replace(coded(one), statements=(), coder="coder/2"))
        assert told(record) == [("Maru", "accept")]

    def test_a_newer_coder_may_still_read_something_else_there(self, record: LastingRecord, said: Statement) -> None:
        record.decide(said.id, "reject", "A", "nobody accepts here", None)
        one = record.document(said.document)
        put(record, coded(one, replace(said, id="other", act="propose"), coder="coder/2"))
        assert told(record) == [("Maru", "propose")]

    def test_it_follows_its_words_into_a_new_version(self, record: LastingRecord, said: Statement) -> None:
        record.decide(said.id, "correct", "A", "it is a refusal", replace(said, act="reject"))
        longer = document("a", "Some new lines stand first. " + text("a"), origin="a.txt")
        put(record, coded(longer))
        [now] = record.statements()
        assert (now.act, now.document, now.quote) == ("reject", longer.id, longer.text[now.start : now.end])
        without = document("a", text("a", "Nobody said a thing."), origin="a.txt")
        put(record, replace(coded(without, replace(said, quote=without.text[:6], start=0, end=6)), statements=()))
        assert told(record) == []

    def test_there_is_nothing_to_decide_about_what_is_not_on_record(self, record: LastingRecord) -> None:
        with pytest.raises(KeyError):
            record.decide("nothing", "reject", "A", "why not", None)


def test_the_log_itself_refuses_to_be_changed(record: LastingRecord) -> None:
    put(record, coded(document("a")))
    for change in ("UPDATE entry SET subject = 'x'", "DELETE FROM entry"):
        with pytest.raises(DBAPIError, match="append-only"), record.database.engine.begin() as connection:
            connection.execute(sql(change))


def test_a_clock_that_is_set_back_does_not_put_later_entries_first(record: LastingRecord, clock: Clock) -> None:
    put(record, coded(document("a")))
    clock.at = clock.at.replace(year=2020)
    put(record, coded(document("b")))
    recorded = [entry.recorded for entry in record.log()]
    assert recorded == sorted(recorded)
    assert len(record.statements(known_at=date(2031, 5, 1))) == 2


def test_no_record_is_made_where_one_is_only_asked(address: Address, tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="there is no record"):
        LastingRecord(address, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "told_why"),
    [
        ("mysql://host/x", "cannot be kept in 'mysql'"),
        ("record.db", "is no address of a record"),
        ("postgresql://ceasefire@/x?host=/nowhere", "cannot be used"),
    ],
)
def test_a_record_that_cannot_be_reached_is_told_with_what_to_do(tmp_path: Path, name: str, told_why: str) -> None:
    from ceasefire.errors import CeasefireError

    with pytest.raises(CeasefireError, match=told_why):
        LastingRecord(address_of(tmp_path, name), tmp_path, create=True)


def _read_some(address: Address, folder: Path, first: int) -> None:
    record = LastingRecord(address, folder, create=True)
    for number in range(first, first + 30):
        put(record, coded(document(f"text-{number}")))
    record.close()


def test_two_processes_that_read_at_once_both_succeed(address: Address, tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    readers = [context.Process(target=_read_some, args=(address, tmp_path, first)) for first in (0, 15)]
    for one in readers:
        one.start()
    for one in readers:
        one.join(60)
    record = LastingRecord(address, tmp_path)
    assert [one.exitcode for one in readers] == [0, 0]
    assert len(record.documents()) == len(record.statements()) == 45
    assert record.end()[0] == 90
    assert sound(record)


def test_a_view_does_not_change_when_more_is_recorded(record: LastingRecord) -> None:
    put(record, coded(document("a")))
    view = View(record.database)
    put(record, coded(document("b")))
    assert [one.title for one in view.full.documents()] == ["a"]
