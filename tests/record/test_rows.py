"""What is kept as JSON comes back as it was, field by field."""

from __future__ import annotations

import json
from dataclasses import fields
from itertools import repeat
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as any_of

from ceasefire.coding.statement import Attribution, Coded, EventMention, Reading, Scope, Span, Statement
from ceasefire.reading.document import Copy, Document, Repeat
from ceasefire.record.coded_rows import coded_of, coded_row, document_of, document_row
from ceasefire.record.rows import row_of, statement_of, statements_of
from ceasefire.when import UNKNOWN, When

WORDS = any_of.text(max_size=6)
NAMES = any_of.lists(WORDS, max_size=2).map(tuple)
NUMBERS = any_of.integers(min_value=0, max_value=99)
DATES = any_of.builds(
    When, any_of.sampled_from(["", "2031", "2031-05", "2031-05-16", "2031-05-16T10:00Z"]), WORDS, WORDS
)
SPANS = any_of.builds(Span, NUMBERS, NUMBERS)
PLACES = any_of.lists(SPANS, max_size=2).map(tuple)


def either(thing: Any) -> Any:
    return any_of.none() | thing


def made(kind: Any, /, **given_: Any) -> Any:
    """A thing with every field drawn, so that a field added later must be drawn too."""
    assert {one.name for one in fields(kind)} == given_.keys()
    return any_of.builds(kind, **given_)


SCOPES = made(
    Scope,
    targets=NAMES,
    domains=NAMES,
    area=NAMES,
    duration=WORDS,
    start=DATES,
    direction=WORDS,
    between=NAMES,
    occasion=WORDS,
    extendable=WORDS,
    ends_if=WORDS,
)
STATEMENTS = made(
    Statement,
    id=WORDS,
    document=any_of.sampled_from(["d", "e"]),
    actor=WORDS,
    act=WORDS,
    provision=WORDS,
    quote=WORDS,
    start=NUMBERS,
    end=NUMBERS,
    recipient=either(WORDS),
    condition=either(WORDS),
    condition_provision=either(WORDS),
    speaker=either(WORDS),
    modality=any_of.sampled_from(["actual", "planned", ""]),
    scope=any_of.just(Scope()) | SCOPES,
    condition_scope=any_of.just(Scope()) | SCOPES,
    places=PLACES,
    listed=any_of.booleans(),
    said=any_of.just(UNKNOWN) | DATES,
)
DOCUMENTS = made(
    Document,
    id=any_of.just("d"),
    text=WORDS,
    sha256=WORDS,
    origin=WORDS,
    title=WORDS,
    publisher=WORDS,
    published=DATES,
    language=WORDS,
    media_type=WORDS,
    repeats=any_of.lists(any_of.builds(Repeat, NUMBERS, NUMBERS, NUMBERS, NUMBERS), max_size=2).map(tuple),
    copy=either(any_of.builds(Copy, WORDS, any_of.floats(0, 1))),
    url=WORDS,
    header=any_of.lists(any_of.tuples(WORDS, WORDS), max_size=2).map(tuple),
    notes=NAMES,
)
CODED = made(
    Coded,
    document=DOCUMENTS,
    statements=any_of.lists(STATEMENTS, max_size=3).map(tuple),
    attributions=any_of.lists(
        made(Attribution, source=PLACES, cue=PLACES, content=PLACES, party=either(WORDS)), max_size=2
    ).map(tuple),
    readings=any_of.lists(
        made(Reading, reader=either(WORDS), about=either(WORDS), quote=WORDS, start=NUMBERS, end=NUMBERS), max_size=2
    ).map(tuple),
    coder=WORDS,
    events=any_of.lists(
        made(
            EventMention,
            kind=WORDS,
            parties=NAMES,
            when=DATES,
            place=WORDS,
            held=any_of.booleans(),
            quote=WORDS,
            start=NUMBERS,
            end=NUMBERS,
            hosts=NAMES,
        ),
        max_size=2,
    ).map(tuple),
)


def through_json(row: Any) -> Any:
    return json.loads(json.dumps(row, sort_keys=True))


@settings(max_examples=100, deadline=None)
@given(STATEMENTS)
def test_a_statement_comes_back_as_it_was(statement: Statement) -> None:
    assert statement_of(through_json(row_of(statement))) == statement


@settings(max_examples=50, deadline=None)
@given(CODED)
def test_a_document_and_what_was_made_of_it_come_back_as_they_were(coded: Coded) -> None:
    document = document_of(through_json(document_row(coded.document)), coded.document.text)
    assert coded_of(through_json(coded_row(coded)), document) == coded


def test_what_is_left_unsaid_takes_no_room() -> None:
    plain = Statement("s", "d", "A", "accept", "ceasefire", "A agrees", 0, 8, places=(Span(0, 8),))
    assert row_of(plain).keys() == {"id", "document", "actor", "act", "provision", "quote", "start", "end"}


def test_the_document_lends_its_name_and_its_date_to_what_has_none() -> None:
    published = When("2031-05-16")
    row = {
        "id": "s",
        "actor": "A",
        "act": "accept",
        "provision": "ceasefire",
        "quote": "A agrees",
        "start": 0,
        "end": 8,
    }
    lent = statement_of(row, "d", published)
    assert (lent.document, lent.said) == ("d", published)
    own = statement_of({**row, "document": "e", "said": {"edtf": "2031"}}, "d", published)
    assert (own.document, own.said.edtf) == ("e", "2031")


def test_scopes_and_dates_written_the_same_way_are_one_object() -> None:
    held = Statement(
        "s",
        "d",
        "A",
        "accept",
        "ceasefire",
        "q",
        0,
        1,
        scope=Scope(targets=("x",), start=When("2031")),
        said=When("2031"),
    )
    one, other = (statement_of(through_json(row_of(held))) for _ in range(2))
    assert one.scope is other.scope
    assert one.said is other.said is one.scope.start


def test_many_rows_are_read_as_each_alone() -> None:
    one = {"actor": "A", "act": "accept", "provision": "ceasefire", "quote": "A agrees", "start": 0, "end": 8}
    rows = [{**one, "id": str(number), **({"document": "e"} if number % 3 else {})} for number in range(1100)]
    names = [f"d{number}" for number in range(1100)]
    found = statements_of(rows, iter(names), repeat(When("2031")))
    assert found == [statement_of(row, name, When("2031")) for row, name in zip(rows, names, strict=True)]
