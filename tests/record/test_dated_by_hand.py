"""A date that a person gives to an undated text is a new version of it: never ignored, never doubled, always undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.record.conftest import Clock, coded, document, put

from ceasefire.reading.document import Document
from ceasefire.record.lasting import KNOWN, NEW, VERSION, LastingRecord
from ceasefire.record.verify import Checked, verify
from ceasefire.when import When, given


def dated(of: Document, day: str) -> Document:
    return replace(of, published=given(day))


@pytest.mark.parametrize("origin", ["a.txt", "-"])
def test_a_date_for_an_undated_text_is_a_new_version_of_it(record: LastingRecord, clock: Clock, origin: str) -> None:
    bare = document("a", on="", origin=origin)
    assert put(record, coded(bare)) == NEW
    clock.at = clock.at.replace(day=3)
    assert put(record, coded(dated(bare, "2031-04-01"))) == VERSION
    [one] = record.documents()
    assert (one.id, one.published) == (bare.id, When("2031-04-01", found_in="given"))
    assert [said.said.edtf for said in record.statements(date(2031, 4, 2))] == ["2031-04-01"]
    assert record.undated() == []
    assert [said.said.edtf for said in record.statements(known_at=date(2031, 5, 2))] == [""]
    assert not list(verify(record.database, record.custody, Checked()))


def test_the_same_date_again_or_none_adds_nothing(record: LastingRecord) -> None:
    bare = document("a", on="")
    put(record, coded(bare))
    put(record, coded(dated(bare, "2031-04")))
    end = record.end()
    for one in (bare, dated(bare, "2031-04"), replace(dated(bare, "2031-04"), origin="elsewhere.txt")):
        assert record.held(one, "coder/1").read
        assert (put(record, coded(one)), record.end()) == (KNOWN, end)


def test_the_date_that_was_given_last_holds_also_when_it_was_given_before(record: LastingRecord) -> None:
    bare = document("a", on="")
    for day in ("2031-04-01", "2031-04-02", "2031-04-01"):
        one = dated(bare, day)
        assert not record.held(one, "coder/1").read
        put(record, coded(one))
        assert [held.published.edtf for held in record.documents()] == [day]
    assert record.end()[0] == 6


def test_what_a_person_decided_takes_the_date_too_unless_it_says_one(record: LastingRecord) -> None:
    bare = document("a", on="")
    put(record, coded(bare))
    [said] = record.statements()
    record.decide(said.id, "correct", "A. Reviewer", "only proposed", replace(said, act="propose"))
    for day in ("2031-04-01", "2031-04-02"):
        put(record, coded(dated(bare, day)))
        [now] = record.statements()
        assert (now.act, now.said.edtf) == ("propose", day)
    own = replace(now, said=When("2031-03-30", found_in="row"))
    record.decide(now.id, "correct", "A. Reviewer", "said before", own)
    put(record, coded(dated(bare, "2031-04-03")))
    assert [one.said.edtf for one in record.statements()] == ["2031-03-30"]
