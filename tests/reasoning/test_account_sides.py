"""Whose accounts are compared: by who published them, and a copy says what its original says."""

from __future__ import annotations

import pytest
from tests.reasoning.said import said

from ceasefire.coding.statement import Coded, Statement
from ceasefire.errors import QuestionError
from ceasefire.reading.document import Copy, Document
from ceasefire.reasoning.account_sides import Accounts, of_documents
from ceasefire.record.memory import MemoryRecord


def document(name: str, publisher: str = "", copy: Copy | None = None) -> Document:
    return Document(name, "Peru accepts", name, name, publisher=publisher, copy=copy)


def kept(*documents: Document) -> MemoryRecord:
    """A record of documents that all say the same."""
    record = MemoryRecord()
    for number, one in enumerate(documents):
        record.add(Coded(one, (words(one.id, number),)))
    return record


def words(name: str, start: int) -> Statement:
    return said("Peru", "accept", document=name, start=start)


def test_documents_of_one_party_are_its_one_account() -> None:
    record = kept(
        document("a", "Government of Peru"), document("b", "Government of Chile"), document("c", "Government of Peru")
    )
    first, second = of_documents(record, ["b", "a", "c"])
    assert [(one.party, one.documents) for one in (first, second)] == [("Chile", ("b",)), ("Peru", ("a", "c"))]
    assert [len(one.statements) for one in (first, second)] == [1, 2]


def test_two_documents_of_one_party_are_the_first_and_the_second() -> None:
    record = kept(document("a", "Government of Peru"), document("b", "Government of Peru"))
    assert [one.documents for one in of_documents(record, ["b", "a"])] == [("b",), ("a",)]


def test_three_documents_of_one_party_are_one_account() -> None:
    record = kept(*(document(name, "Government of Peru") for name in "abc"))
    with pytest.raises(QuestionError, match="these are 1: 3 documents of Peru"):
        of_documents(record, list("abc"))


def test_a_near_copy_says_at_its_own_place_what_its_original_says() -> None:
    original = document("a")
    copy = document("b", copy=Copy("a", 1.0))
    record = MemoryRecord()
    record.add(Coded(original, (said("Peru", "accept", document="a", start=3, quote="Peru accepts"),)))
    record.add(Coded(copy, (said("Peru", "accept", document="b", start=7, quote="Peru accepts"),)))
    assert len(record.statements()) == 1
    [told] = Accounts(record).of(None, ["b"]).statements
    assert (told.document, told.start) == ("b", 7)
