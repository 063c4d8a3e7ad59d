"""Whatever is changed behind the record's back is found and named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy import text as sql
from tests.record.conftest import coded, document, put, text

from ceasefire.reading.document import Unread
from ceasefire.reading.kept import sha256_of
from ceasefire.record.address import address_of
from ceasefire.record.entry import Entry
from ceasefire.record.lasting import LastingRecord
from ceasefire.record.verify import Checked, Finding, verify

UNGUARDED = {
    "sqlite": ["DROP TRIGGER entry_UPDATE_refused", "DROP TRIGGER entry_DELETE_refused"],
    "postgresql": ["DROP TRIGGER entry_refused ON entry"],
}


@pytest.fixture
def filled(record: LastingRecord) -> LastingRecord:
    """A record of three documents and one decision: seven entries."""
    for name in ("a", "b", "c"):
        put(record, coded(document(name)))
    said = record.statements()[0]
    record.decide(said.id, "reject", "A", "no", None)
    return record


def found(record: LastingRecord) -> list[Finding]:
    return list(verify(record.database, record.custody, Checked()))


def tampered(record: LastingRecord, change: Callable[[Connection], object]) -> list[Finding]:
    """What is found after somebody with the database's password changed something."""
    with record.database.engine.begin() as connection:
        for guard in UNGUARDED[connection.dialect.name]:
            connection.execute(sql(guard))
        change(connection)
    return found(record)


def changed(statement: str) -> Callable[[Connection], object]:
    return lambda connection: connection.execute(sql(statement))


def test_a_record_that_nobody_touched_is_sound(filled: LastingRecord) -> None:
    checked = Checked()
    assert list(verify(filled.database, filled.custody, checked)) == []
    assert (checked.entries, checked.documents, checked.files) == (7, 3, 3)
    assert (checked.seq, checked.hash) == filled.end()


def test_the_bytes_of_what_could_not_be_read_are_looked_at_too(filled: LastingRecord) -> None:
    for name in ("a.png", "b.png"):
        filled.custody.keep(sha256_of(name.encode()), name.encode())
        filled.add_unread(Unread(name, name, "unsupported-format", "It is a picture.", sha256_of(name.encode())))
    filled.add_unread(Unread("c", "c.zip", "too-large", "It is too large.", sha256_of(b"never had")))
    filled.add_unread(Unread("d", "d.txt", "unreadable", "It is not there."))
    checked = Checked()
    assert list(verify(filled.database, filled.custody, checked)) == []
    assert (checked.documents, checked.files) == (3, 5)
    first, second = (filled.custody.path(sha256_of(name)) for name in (b"a.png", b"b.png"))
    first.write_bytes(b"another picture")
    second.unlink()
    assert [(one.kind, one.name, one.detail) for one in found(filled)] == [
        ("file", str(first), "the bytes of a.png, which could not be read, were changed"),
        ("file", str(second), "the bytes of b.png, which could not be read, are gone"),
    ]


def test_an_empty_record_is_sound(record: LastingRecord) -> None:
    assert found(record) == []


def test_a_changed_byte_in_a_kept_document_is_found(filled: LastingRecord) -> None:
    path = filled.custody.path(document("b").sha256)
    held = bytearray(path.read_bytes())
    held[3] ^= 1
    path.write_bytes(held)
    [one] = found(filled)
    assert (one.kind, one.name) == ("file", str(path))
    assert document("b").id in one.detail
    assert "changed" in one.detail


def test_a_removed_file_is_found(filled: LastingRecord) -> None:
    path = filled.custody.path(document("c").sha256)
    path.unlink()
    [one] = found(filled)
    assert (one.name, "gone" in one.detail) == (str(path), True)


@pytest.mark.parametrize("column", ["kind", "subject", "recorded", "previous", "hash", "body", "bulk"])
def test_an_edited_row_is_found_whatever_was_edited(filled: LastingRecord, column: str) -> None:
    edit = f"UPDATE entry SET {column} = replace({column}, substr({column}, 1, 2), 'zz') WHERE seq = 4"
    named = [one.name for one in tampered(filled, changed(edit))]
    assert any(name.startswith("entry 4 ") for name in named)


def test_an_edited_word_of_a_document_is_found_in_its_quote_too(filled: LastingRecord) -> None:
    edit = "UPDATE entry SET bulk = replace(bulk, 'accepts', 'rejects') WHERE seq = 3"
    findings = tampered(filled, changed(edit))
    assert [one.kind for one in findings] == ["entry", "statement"]


@pytest.mark.parametrize(("seq", "name"), [(1, "entry 1"), (4, "entry 4"), (7, "entry 7")])
def test_a_deleted_row_is_found_also_the_first_and_the_last(filled: LastingRecord, seq: int, name: str) -> None:
    findings = tampered(filled, changed(f"DELETE FROM entry WHERE seq = {seq}"))
    assert name in [one.name for one in findings]


def test_an_end_that_was_cut_off_is_found(filled: LastingRecord) -> None:
    assert "entry 5 to 7" in [one.name for one in tampered(filled, changed("DELETE FROM entry WHERE seq > 4"))]


def test_an_edited_row_with_a_fitting_hash_breaks_the_link_after_it(filled: LastingRecord) -> None:
    def forge(connection: Connection) -> None:
        row = connection.execute(sql("SELECT * FROM entry WHERE seq = 2")).mappings().one()
        entry = Entry(**{**row, "body": row["body"].replace('"act":"accept"', '"act":"reject"')})
        connection.execute(
            sql("UPDATE entry SET body = :body, hash = :hash WHERE seq = 2"),
            {"body": entry.body, "hash": entry.rehashed()},
        )

    assert [one.name.split(" (")[0] for one in tampered(filled, forge)] == ["entry 3"]


def test_a_last_row_that_was_replaced_is_found(filled: LastingRecord) -> None:
    def forge(connection: Connection) -> None:
        row = connection.execute(sql("SELECT * FROM entry WHERE seq = 7")).mappings().one()
        entry = Entry(**{**row, "body": row["body"].replace('"reject"', '"accept"')})
        connection.execute(
            sql("UPDATE entry SET body = :body, hash = :hash WHERE seq = 7"),
            {"body": entry.body, "hash": entry.rehashed()},
        )

    assert [one.name for one in tampered(filled, forge)] == ["entry 7"]


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM source WHERE seq = 1",
        "UPDATE source SET identity = 'x' WHERE seq = 1",
        "INSERT INTO source (seq, identity, lineage) VALUES (99, 'x', 'y')",
        "DELETE FROM band WHERE seq = 1",
        "INSERT INTO band (band, seq) VALUES (12, 1)",
        "INSERT INTO band (band, seq) VALUES (12, 99)",
    ],
)
def test_an_index_that_was_touched_is_found(filled: LastingRecord, change: str) -> None:
    assert [one.kind for one in tampered(filled, changed(change))] == ["index"]


def test_a_damaged_database_file_is_found(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    record = LastingRecord(address_of(tmp_path), tmp_path, create=True, clock=clock)
    for number in range(40):
        put(record, coded(document(f"t{number}")))
    record.close()
    path = tmp_path / "record.db"
    held = bytearray(path.read_bytes())
    held[len(held) // 2 : len(held) // 2 + 3000] = bytes(3000)
    path.write_bytes(held)
    assert {one.kind for one in found(LastingRecord(address_of(tmp_path), tmp_path))} & {"database", "entry"}


def test_a_missing_note_of_the_end_is_told(filled: LastingRecord) -> None:
    (filled.custody.folder / "end-of-log").unlink()
    assert [one.name for one in found(filled)] == ["end-of-log"]


def test_bytes_kept_without_an_entry_do_no_harm(filled: LastingRecord, tmp_path: Path) -> None:
    filled.custody.keep(document("d").sha256, f"bytes of {text('d')}".encode())
    assert found(filled) == []
