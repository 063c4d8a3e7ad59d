"""Parquet: each row is read as a line of JSONL with the same fields."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from ceasefire.reading import Document, Unread, read

TEXT = " The truce of the fourth week holds,\r\nthe envoy said. "


def written(path: Path, columns: dict[str, list[object]]) -> list[Document | Unread]:
    parquet.write_table(pa.table(columns), path, row_group_size=2)
    return list(read([str(path)]))


def test_a_row_is_what_the_same_line_of_json_is(tmp_path: Path) -> None:
    texts = [TEXT, "", None, TEXT + "It will.", "The talks were held in Ruk, they said."]
    ids = ["a", "b", "c", "a", None]
    found = written(tmp_path / "a.parquet", {"id": ids, "text": texts, "title": ["T"] * 5, "score": [1.5] * 5})
    rows = [{"id": name, "text": text, "title": "T"} for name, text in zip(ids, texts, strict=True)]
    lines = [json.dumps({name: value for name, value in row.items() if value is not None}) for row in rows]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    expected = list(read([str(tmp_path / "a.jsonl")]))
    assert [told(one) for one in found] == [told(one) for one in expected]
    assert [type(one) for one in found] == [Document, Unread, Unread, Unread, Document]
    assert [one.origin.rpartition(":")[2] for one in found] == list("12345")


def told(one: Document | Unread) -> tuple[str, ...]:
    if isinstance(one, Document):
        return (one.id, one.text, one.title)
    return (one.id if one.reason != "empty" else "", one.reason, one.detail)


def test_days_and_times_are_dates_of_publication(tmp_path: Path) -> None:
    [one] = written(tmp_path / "a.parquet", {"text": [TEXT], "date": [date(2031, 6, 3)]})
    assert isinstance(one, Document)
    assert one.published.edtf == "2031-06-03"


def test_a_file_without_texts_and_one_that_breaks_off_are_told(tmp_path: Path) -> None:
    [one] = written(tmp_path / "a.parquet", {"body": [TEXT]})
    assert isinstance(one, Unread)
    assert '"text"' in one.detail
    assert "body" in one.detail
    whole = (tmp_path / "a.parquet").read_bytes()
    (tmp_path / "b.parquet").write_bytes(whole[: len(whole) // 2])
    [two] = read([str(tmp_path / "b.parquet")])
    assert isinstance(two, Unread)
    assert two.reason == "invalid"
