"""Documents and what a coder made of them as plain data, to be kept as JSON, and back: nothing is lost.

A document's text is not in its row: the bytes that it was read from are kept apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import repeat
from typing import Any

from ceasefire.coding.statement import Attribution, Coded, EventMention, Reading, Statement
from ceasefire.reading.document import Copy, Document, Repeat
from ceasefire.record.rows import Row, row_of, said_row, span_rows, spans_of, statements_of, when_of


def document_row(document: Document) -> Row:
    """A document without its text."""
    row = said_row(document)
    row.pop("text")
    return row


def document_of(row: Mapping[str, Any], text: str = "") -> Document:
    """The document that a row was made of, with this text."""
    inside: Row = {"text": text, "published": when_of(row.get("published"))}
    if copy := row.get("copy"):
        inside["copy"] = Copy(**copy)
    if repeats := row.get("repeats"):
        inside["repeats"] = tuple([Repeat(**one) for one in repeats])
    if header := row.get("header"):
        inside["header"] = tuple([(name, value) for name, value in header])
    if notes := row.get("notes"):
        inside["notes"] = tuple(notes)
    return Document(**{**row, **inside})


def coded_row(coded: Coded) -> Row:
    """What a coder made of a document, without the document.

    Its statements say their document and their date only where these are not those of the document.
    """
    return {
        "coder": coded.coder,
        "statements": [_within(one, coded.document) for one in coded.statements],
        "attributions": [attribution_row(one) for one in coded.attributions],
        "readings": [said_row(one) for one in coded.readings],
        "events": [said_row(one) for one in coded.events],
    }


def coded_of(row: Mapping[str, Any], document: Document) -> Coded:
    """What a coder made of this document."""
    return Coded(
        document,
        tuple(statements_of(row["statements"], repeat(document.id), repeat(document.published))),
        tuple([attribution_of(one) for one in row["attributions"]]),
        tuple([reading_of(one) for one in row["readings"]]),
        row["coder"],
        tuple([event_of(one) for one in row.get("events", ())]),
    )


def attribution_row(attribution: Attribution) -> Row:
    """Who is said to have said what, as pairs of numbers."""
    spans = {name: span_rows(getattr(attribution, name)) for name in ("source", "cue", "content")}
    return spans if attribution.party is None else {**spans, "party": attribution.party}


def attribution_of(row: Mapping[str, Any]) -> Attribution:
    """The attribution that a row was made of."""
    return Attribution(spans_of(row["source"]), spans_of(row["cue"]), spans_of(row["content"]), row.get("party"))


def reading_of(row: Mapping[str, Any]) -> Reading:
    """The reading that a row was made of."""
    return Reading(row["reader"], row["about"], row["quote"], row["start"], row["end"])


def event_of(row: Mapping[str, Any]) -> EventMention:
    """The mention of an event that a row was made of."""
    inside = {"parties": tuple(row["parties"]), "hosts": tuple(row.get("hosts", ())), "when": when_of(row.get("when"))}
    return EventMention(**{**row, **inside})


def _within(statement: Statement, document: Document) -> Row:
    """A statement inside the row of its document, whose name and date need not be given again."""
    row = row_of(statement)
    if statement.document == document.id:
        del row["document"]
    row["said"] = said_row(statement.said)
    if statement.said == document.published:
        del row["said"]
    return row
