"""The record in memory: nothing twice, nothing changed, two clocks, copies counted once with all their places."""

from __future__ import annotations

from datetime import date

from ceasefire.coding.statement import Attribution, Coded, Reading, Span, Statement
from ceasefire.reading.document import Copy, Document, Unread
from ceasefire.record.memory import MemoryRecord
from ceasefire.when import UNKNOWN, When


def statement(name: str, document: str, start: int = 0, **more: object) -> Statement:
    given = {"actor": "A", "act": "accept", "provision": "ceasefire", "quote": "A agrees", **more}
    return Statement(id=name, document=document, start=start, end=start + 8, **given)  # type: ignore[arg-type]


def coded(document: str, *statements: Statement, on: str = "", copy_of: str = "", **more: object) -> Coded:
    copy = Copy(copy_of, 0.9) if copy_of else None
    text = Document(document, "", "", document, published=When(on), copy=copy)
    return Coded(text, statements, **more)  # type: ignore[arg-type]


def test_adding_the_same_again_adds_nothing() -> None:
    record = MemoryRecord()
    once = coded("d", statement("s", "d"), on="2025-03-18", readings=(Reading(None, "A", "q", 0, 1),))
    assert (record.add(once), record.add(once)) == (1, 0)
    assert (len(record.documents()), len(record.statements()), len(record.readings())) == (1, 1, 1)


def test_what_was_recorded_first_stays() -> None:
    record = MemoryRecord()
    record.add(coded("d", statement("s", "d")), When("2025-03-18"))
    record.add(coded("d", statement("s", "d", act="reject")), When("2025-03-20"))
    assert record.statement("s").act == "accept"
    assert [one.id for one in record.statements(known_at=date(2025, 3, 19))] == ["s"]


def test_a_statement_takes_its_document_s_date_unless_the_words_give_one() -> None:
    record = MemoryRecord()
    record.add(coded("d", statement("s", "d"), statement("t", "d", 10, said=When("2025-03-01")), on="2025-03-18"))
    assert [one.said.edtf for one in record.statements()] == ["2025-03-01", "2025-03-18"]


def test_as_of_asks_when_it_was_said_and_known_at_when_it_was_recorded() -> None:
    record = MemoryRecord()
    record.add(coded("d", statement("s", "d"), on="2025-03-18"), When("2025-03-25"))
    assert record.statements(as_of=date(2025, 3, 17)) == []
    assert len(record.statements(as_of=date(2025, 3, 18))) == 1
    assert record.statements(as_of=date(2025, 3, 18), known_at=date(2025, 3, 24)) == []
    assert len(record.statements(known_at=date(2025, 3, 25))) == 1


def test_what_has_no_date_cannot_be_excluded_and_is_listed() -> None:
    record = MemoryRecord()
    record.add(coded("d", statement("s", "d")))
    record.add(coded("e", statement("t", "e"), on="2025-03"))
    day = date(2025, 3, 10)
    assert [one.id for one in record.statements(as_of=day)] == ["s", "t"]
    assert (record.undated(), record.undated(day)) == (["s"], ["s", "t"])


def test_near_copies_count_a_statement_once_from_the_earliest_and_keep_all_places() -> None:
    record = MemoryRecord()
    late = statement("late", "b", 5, quote="A  agrees")
    record.add(coded("b", late, statement("extra", "b", 50, act="reject"), on="2025-03-19", copy_of="a"))
    record.add(coded("a", statement("early", "a"), on="2025-03-18"))
    record.add(coded("c", statement("third", "c", 7, places=(Span(7, 15), Span(70, 78))), copy_of="b"))
    assert [one.id for one in record.statements()] == ["early", "extra"]
    expected = [("a", Span(0, 8)), ("b", Span(5, 13)), ("c", Span(7, 15)), ("c", Span(70, 78))]
    assert sorted(record.places("early")) == sorted(record.places("third")) == expected
    assert record.statement("late").document == "b"


def test_a_copy_that_was_known_earlier_makes_the_statement_known() -> None:
    record = MemoryRecord()
    record.add(coded("a", statement("s", "a"), on="2025-03-18"), When("2025-03-30"))
    record.add(coded("b", statement("t", "b"), on="2025-03-19", copy_of="a"), When("2025-03-20"))
    assert [one.id for one in record.statements(known_at=date(2025, 3, 21))] == ["s"]


def test_the_same_words_in_documents_that_are_no_copies_count_twice() -> None:
    record = MemoryRecord()
    record.add(coded("a", statement("s", "a")))
    record.add(coded("b", statement("t", "b")))
    assert len(record.statements()) == 2


def test_everything_comes_in_the_same_order_however_it_was_added() -> None:
    given = [
        coded(name, statement(f"s{name}", name), on=day)
        for name, day in (("a", "2025-03-19"), ("b", ""), ("c", "2025"))
    ]
    one, other = MemoryRecord(), MemoryRecord()
    for text in given:
        one.add(text)
    for text in reversed(given):
        other.add(text)
    assert one.documents() == other.documents()
    assert one.statements() == other.statements()
    assert [document.id for document in one.documents()] == ["b", "c", "a"]


def test_what_could_not_be_read_is_kept_once_with_its_reason() -> None:
    record = MemoryRecord()
    for _ in range(2):
        record.add_unread(Unread("u", "empty.txt", "empty", "the file has no text"))
    assert [one.reason for one in record.unread()] == ["empty"]


def test_attributions_come_in_the_order_of_the_text() -> None:
    record = MemoryRecord()
    told = [Attribution((Span(at, at + 1),), (Span(at + 2, at + 3),), (Span(at + 4, at + 9),)) for at in (40, 0)]
    record.add(coded("d", attributions=tuple(told)))
    assert record.attributions("d") == told[::-1]
    assert record.document("d").published == UNKNOWN
