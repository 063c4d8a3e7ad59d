"""What an undated copy of a later document says is on record, and is shown, as of a day before."""

from __future__ import annotations

from datetime import date

from tests.reasoning.said import said

from ceasefire.coding.statement import Coded
from ceasefire.publishing.gather import ground
from ceasefire.publishing.moving import changes_brief
from ceasefire.reading.document import Copy, Document
from ceasefire.reasoning.provisions import agenda
from ceasefire.record.memory import MemoryRecord
from ceasefire.when import When

DATED = Document("dated", "", "", "dated.txt", published=When("2031-07-13"))
UNDATED = Document("undated", "", "", "undated.txt", copy=Copy("dated", 0.97))


def kept() -> MemoryRecord:
    record = MemoryRecord()
    for document in (DATED, UNDATED):
        one = said("Maru", "accept", document=document.id, quote="Maru will accept a ceasefire", modality="planned")
        record.add(Coded(document, (one,)))
    return record


def test_its_statement_leads_to_a_document_that_is_known() -> None:
    record, day = kept(), date(2031, 6, 1)
    statements = record.statements(day)
    assert [one.document for one in statements] == ["dated"]
    facts = ground(record, statements, agenda(statements), as_of=day)
    assert {one.id for one in facts.statements()} == {one.id for one in statements}
    assert "dated" not in {one.id for one in facts.later}


def test_what_changed_until_that_day_can_be_told() -> None:
    assert changes_brief(kept(), date(2031, 5, 1), date(2031, 6, 1)).sections
