"""The article that everything starts from, as it was scraped."""

from __future__ import annotations

import pytest

from ceasefire.reading import Document, read

pytestmark = pytest.mark.shared


@pytest.fixture
def seed(shared):
    (item,) = read([str(shared / "data/seed/limited-pause.txt")])
    assert isinstance(item, Document)
    return item


def test_its_title_is_the_headline_that_stands_twice_and_not_the_summary_above(seed):
    assert seed.title == seed.text.split("\n")[1]
    assert len(seed.title.split()) < 15


def test_it_is_undated(seed):
    assert not seed.published.known
    assert seed.published.words == ""


def test_its_headline_and_paragraphs_are_marked_where_they_come_back(seed):
    assert len(seed.repeats) >= 5
    assert seed.text[seed.repeats[0].start : seed.repeats[0].end] == seed.title
    assert all(seed.text[r.start : r.end] == seed.text[r.first_start : r.first_end] for r in seed.repeats)
    said_once = len(seed.text) - sum(r.end - r.start for r in seed.repeats)
    assert said_once < 0.65 * len(seed.text)


def test_russian_and_english_texts_are_read_each_in_its_language(shared):
    items = list(read([str(shared / "data/texts")]))
    russian = [item for item in items if "kremlin_ru" in item.origin]
    assert len(russian) == 13
    assert {item.language for item in russian} == {"ru"}
    assert all(item.published.known and item.url for item in russian)
    english = [item for item in items if "/us_" in item.origin]
    assert [item.published.edtf for item in english] == ["2025-03-19", "2025-03-11", "2025-03-25", "2025-03-18"]
    assert all("FIDELITY" not in item.text and item.publisher for item in english)


def test_every_row_of_the_gold_set_is_read_verbatim_under_its_own_id(shared):
    import json

    path = shared / "gold/statements_dev.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    items = list(read([str(path)]))
    assert [(item.id, item.text) for item in items] == [(row["id"], row["text"]) for row in rows]
    assert [item.published.edtf for item in items] == [row["date"] for row in rows]
