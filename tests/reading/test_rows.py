"""JSONL: verbatim rows, and bad rows that fail alone."""

from __future__ import annotations

import json
import tracemalloc
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasefire.reading import Document, Unread, read
from ceasefire.reading.kept import Draft, Kept
from ceasefire.reading.rows import drafts
from ceasefire.settings import ReadingLimits

TEXTS = [f" The truce of week {n} holds,\r\nthe envoy said. " for n in range(5)]
GOOD = [{"id": f"r{n}", "date": "2024-06-03", "text": text} for n, text in enumerate(TEXTS)]


def lines(*rows: object) -> str:
    return "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows)


def test_a_row_gives_its_text_to_the_character_and_its_metadata(document):
    row = {**GOOD[0], "title": "Truce", "publisher": "Post", "url": "https://post.example/1"}
    item = document("a.jsonl", lines(row))
    assert (item.id, item.text, item.title, item.publisher, item.url) == (
        "r0",
        row["text"],
        "Truce",
        "Post",
        row["url"],
    )
    assert (item.published.edtf, item.published.found_in) == ("2024-06-03", "row")


def test_one_broken_line_of_five_fails_alone_under_its_number(save):
    path = save("a.jsonl", lines(*GOOD[:2], '{"id": "r2", "text": ', *GOOD[3:]))
    items = list(read([path]))
    assert [item.origin for item in items] == [f"{path}:{n}" for n in range(1, 6)]
    assert [isinstance(item, Document) for item in items] == [True, True, False, True, True]
    assert items[2].reason == "invalid"
    assert "column" in items[2].detail


@pytest.mark.parametrize(
    ("row", "reason", "word"),
    [
        ({"id": "x"}, "invalid", '"text"'),
        ({"id": "x", "text": 7}, "invalid", "a number"),
        ({"id": "x", "text": ["a"]}, "invalid", "a list"),
        ({"id": ["x"], "text": "The talks go on."}, "invalid", '"id"'),
        ({"id": True, "text": "The talks go on."}, "invalid", '"id"'),
        ({"id": "x", "text": "The talks go on.", "date": 2024}, "invalid", '"date"'),
        ({"id": "x", "text": " "}, "empty", '"text"'),
        ('{"id": "x", "text": "half \\ud800"}', "encoding", "surrogate"),
        ("[" * 5000, "invalid", "JSON"),
        ("[1, 2]", "invalid", "object"),
    ],
)
def test_a_row_of_the_wrong_make_says_what_is_wrong(save, row, reason, word):
    item = list(read([save("a.jsonl", lines(GOOD[0], row))]))[1]
    assert isinstance(item, Unread)
    assert item.reason == reason
    assert word in item.detail


def test_an_id_that_names_two_texts_in_one_file_is_refused_the_second_time(save):
    again, other = GOOD[0], {**GOOD[1], "id": "r0"}
    first, copy, clash = read([save("a.jsonl", lines(GOOD[0], again, other))])
    assert (first.id, first.copy) == ("r0", None)
    assert (copy.id, copy.copy.of, copy.copy.similarity) == ("r0-2", "r0", 1.0)
    assert isinstance(clash, Unread)
    assert "line 1" in clash.detail


def test_ids_of_two_files_may_meet(save):
    items = list(read([save("a.jsonl", lines(GOOD[0])), save("b.jsonl", lines({**GOOD[1], "id": "r0"}))]))
    assert [(item.id, item.copy) for item in items] == [("r0", None), ("r0-2", None)]


def test_rows_without_an_id_or_with_a_number_are_named(save):
    items = list(read([save("a.jsonl", lines({"text": TEXTS[0]}, {"id": 7, "text": TEXTS[1]}))]))
    assert [len(items[0].id), items[1].id] == [12, "7"]


def test_a_row_that_is_not_utf_8_fails_alone(save):
    path = save("a.jsonl", lines(GOOD[0]).encode() + b'{"id": "x", "text": "caf\xe9"}\n')
    assert [getattr(item, "reason", "") for item in read([path])] == ["", "encoding"]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])).filter(str.strip))
def test_any_text_comes_through_untouched(text):
    row = json.dumps({"id": "x", "text": text}).encode()
    (draft,) = drafts(Kept("rows", BytesIO(row)), ReadingLimits())
    assert isinstance(draft, Draft)
    assert draft.text == text


def peak_of(path: str) -> int:
    tracemalloc.start()
    assert all(isinstance(item, Document) for item in read([path]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def test_a_file_of_more_rows_takes_no_more_memory(save):
    filler = "The envoy said that the truce of the week would hold. " * 400
    few, many = (
        save(f"{count}.jsonl", lines(*({"id": str(n), "text": f"{n} {filler}"} for n in range(count))))
        for count in (10, 120)
    )
    peak_of(few)
    assert peak_of(many) < 1.3 * peak_of(few)
