"""The law of a quote, over everything that the coder makes of the examples and of our own gold."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.contracts.tree import ROOT

from ceasefire.coding import code
from ceasefire.coding.statement import Coded, Span
from ceasefire.reading import Document, read

CASES = sorted(path.parent.name for path in ROOT.glob("examples/*/case.yaml"))


@pytest.fixture(scope="module")
def coded() -> list[Coded]:
    """All our own news-like texts, coded once."""
    sources = [*sorted(map(str, ROOT.glob("examples/*/dispatches"))), str(ROOT / "evaluation/gold/statements.jsonl")]
    return list(code([item for item in read(sources) if isinstance(item, Document)]))


def spans(coded: Coded) -> Iterator[Span]:
    """Every span of a coded document."""
    for attribution in coded.attributions:
        yield from (*attribution.source, *attribution.cue, *attribution.content)
    for statement in coded.statements:
        yield from statement.places


def test_every_quote_stands_at_its_offsets(coded):
    assert sum(len(one.statements) for one in coded) > 50
    assert sum(len(one.events) for one in coded) > 8
    for one in coded:
        for found in (*one.statements, *one.readings, *one.events):
            assert one.document.text[found.start : found.end] == found.quote != ""


def test_every_place_of_a_statement_says_the_same(coded):
    for one in coded:
        for statement in one.statements:
            assert (statement.places[0].start, statement.places[0].end) == (statement.start, statement.end)
            words = [one.document.text[place.start : place.end] for place in statement.places]
            assert {" ".join(text.split()) for text in words} == {" ".join(statement.quote.split())}


def test_every_span_lies_inside_its_document_and_holds_words(coded):
    for one in coded:
        for span in spans(one):
            assert 0 <= span.start < span.end <= len(one.document.text)
            assert one.document.text[span.start : span.end].strip()


def test_an_id_names_one_statement(coded):
    ids = [statement.id for one in coded for statement in one.statements]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("case", CASES)
def test_the_examples_keep_what_they_show(case):
    documents = list(read([str(ROOT / "examples" / case / "dispatches")]))
    assert all(isinstance(document, Document) for document in documents)
    assert len(documents) >= 4
    if case == "energy-pause":
        assert [d.id for d in documents if not d.published.known], "one dispatch is undated"
        assert [d.id for d in documents if d.repeats], "one dispatch repeats a passage"
