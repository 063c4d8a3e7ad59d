"""Exports: tables that are what they are declared to be, cells that execute nothing, files that never differ."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet
from tests.reasoning.said import HALT, said

from ceasefire.coding.statement import Attribution, Coded, Reading, Span
from ceasefire.errors import InputError
from ceasefire.publishing.exports.csv_form import cell_in, cell_out, from_csv, to_csv
from ceasefire.publishing.exports.files import FORMS, files_of
from ceasefire.publishing.exports.folder import write
from ceasefire.publishing.exports.material import Decided, Material, material
from ceasefire.publishing.exports.prov_form import as_json, as_provn, provenance
from ceasefire.publishing.exports.rows import ceasefire_rows_of, rows_of
from ceasefire.publishing.exports.tables import Column, tables
from ceasefire.reading.document import Copy, Document, Unread
from ceasefire.record.decision import Decision
from ceasefire.record.memory import MemoryRecord
from ceasefire.vocabulary import load
from ceasefire.when import When

TEXT = '=cmd("x") said "stop", and A\nagreed; \ud800 B too.'
SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝")


def made() -> Material:
    """A record with something in every table."""
    record = MemoryRecord()
    first = Document("d", TEXT, "a" * 64, "=one.txt", "=SUM(1)", "The “Wire”", When("2031-05-04"))
    copy = Document("e", TEXT, "b" * 64, "two.txt", published=When("2031-05"), copy=Copy("d", 0.98))
    yes = said(
        "A", "accept", "limited-ceasefire", on="2031-05-04", id="y", scope=HALT, recipient="B", document="d", start=1
    )
    too = replace(yes, id="t", actor="B", recipient="A", start=3, end=4)
    asked = {"condition": "-1 ship", "condition_provision": "navigation", "on": "2031-05-03", "document": "e"}
    price = said("B", "condition", id="p", start=2, **asked)
    spans = (Span(0, 4),), (Span(5, 9),), (Span(10, 12), Span(14, 16))
    record.add(Coded(first, (yes, too), (Attribution(*spans),), (Reading(None, "A", "stop", 16, 20),), "coder/1"))
    record.add(Coded(copy, (price,), coder="coder/1"))
    record.add_unread(Unread("u", "three.bin", "binary", "It is no text."))
    decision = Decision(
        "y", "correct", "A. Reviewer", "=reason", yes, replace(yes, id="z"), "d", "2031-05-05T00:00:00Z"
    )
    bounds = ("f" * 64, "2031-05-04T00:00:00Z", "2031-05-05T00:00:00Z")
    return material(record, "A case", decided=Decided((decision,), 7, *bounds))


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return files_of(made())


def test_every_declared_table_is_made_with_the_declared_columns() -> None:
    rows = {**rows_of(made()), **ceasefire_rows_of(made())}
    assert rows.keys() == tables().keys()
    assert [name for name in rows if not rows[name]] == []
    for name, table in tables().items():
        assert all(row.keys() == {one.name for one in table.columns} for row in rows[name]), name
        assert len({tuple(row[key] for key in table.key) for row in rows[name]}) == len(rows[name]), name
        assert all(
            one.keys() <= {"name", "type", "unit", "meaning"} for one in load("exports")["tables"][name]["columns"]
        )
        assert all(one.meaning.endswith((".", ".)")) for one in table.columns), name


def test_each_csv_gives_its_rows_back_and_holds_no_formula(files: dict[str, bytes]) -> None:
    for name, rows in rows_of(made()).items():
        content = files[f"csv/{name}.csv"]
        table = tables()[name]
        assert from_csv(table.columns, content) == [{one: row[one] for one in row} for row in rows]
        cells = [cell for line in csv.reader(io.StringIO(content.decode(), newline="")) for cell in line]
        assert not [cell for cell in cells if cell.startswith(SIGNS)]
    assert b"'=SUM(1)" in files["csv/documents.csv"]


@settings(max_examples=300)
@given(st.text() | st.sampled_from(SIGNS).flatmap(lambda sign: st.text("'" + sign, max_size=5).map(lambda t: t + sign)))
def test_no_text_begins_a_formula_and_every_text_comes_back(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    held = cell_out(text)
    assert not held.startswith(SIGNS)
    assert cell_in("text", held) == (text or None)


CELLS = st.fixed_dictionaries(
    {
        "text": st.none() | st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
        "integer": st.none() | st.integers(-(2**60), 2**60),
        "number": st.none() | st.floats(allow_nan=False, allow_infinity=False),
        "boolean": st.none() | st.booleans(),
        "list": st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=3),
    }
)


@settings(max_examples=100)
@given(st.lists(CELLS, max_size=4))
def test_any_table_comes_back_from_csv_with_numbers_as_numbers(rows: list[dict[str, object]]) -> None:
    columns = [Column(name, name, "") for name in ("text", "integer", "number", "boolean", "list")]
    assert from_csv(columns, to_csv(columns, rows)) == rows  # type: ignore[arg-type]


def test_a_negative_number_is_no_text() -> None:
    assert cell_out(-3) == "-3"


def test_parquet_is_typed_and_carries_meanings_and_units(files: dict[str, bytes]) -> None:
    held = parquet.read_table(io.BytesIO(files["parquet/statements.parquet"]))
    assert [str(held.schema.field(name).type) for name in ("start", "listed")] == ["int64", "bool"]
    field = held.schema.field("start")
    assert field.metadata[b"unit"] == b"Unicode code points"
    assert field.metadata[b"description"].startswith(b"Where the quote begins")
    assert held.to_pylist() == rows_of(made())["statements"]


def test_json_lines_are_the_rows(files: dict[str, bytes]) -> None:
    for name, rows in rows_of(made()).items():
        assert [json.loads(line) for line in files[f"jsonl/{name}.jsonl"].splitlines()] == rows


def test_the_data_dictionary_and_the_data_package_name_every_column(files: dict[str, bytes]) -> None:
    page = files["data-dictionary.md"].decode()
    package = json.loads(files["datapackage.json"])
    for resource in package["resources"]:
        header = next(csv.reader(io.StringIO(files[resource["path"]].decode())))
        assert [one["name"] for one in resource["schema"]["fields"]] == header
        assert all(f"| `{name}` |" in page for name in header)
    assert len(package["resources"]) == len(tables())


def test_provenance_comes_back_equal_and_says_who_did_what() -> None:
    from prov.model import ProvDocument

    held = provenance(made())
    assert ProvDocument.deserialize(content=as_json(held).decode(), format="json") == held
    told = as_provn(held).decode()
    for relation in ("prov:Quotation", "wasGeneratedBy(", "wasAssociatedWith(", "wasDerivedFrom(", "alternateOf("):
        assert relation in told, relation
    assert "coder/1" in told
    assert "A. Reviewer" in told


def test_entities_are_what_followthemoney_takes(files: dict[str, bytes]) -> None:
    pytest.importorskip("followthemoney", reason="followthemoney is not installed here; make ftm-check does this")
    from tools.ftm_check import problems

    assert problems(files["entities.ftm.json"].decode()) == []


def test_entities_link_statements_to_parties_and_documents(files: dict[str, bytes]) -> None:
    entities = {one["id"]: one for one in map(json.loads, files["entities.ftm.json"].splitlines())}
    notes = [one for one in entities.values() if one["schema"] == "Note"]
    assert len(notes) == 3
    for one in notes:
        assert all(entities[name]["schema"] in ("LegalEntity", "PublicBody") for name in one["properties"]["entity"])
        assert all(entities[name]["schema"] == "Article" for name in one["properties"]["proof"])


def test_a_version_has_its_hash_its_dates_and_every_file(files: dict[str, bytes]) -> None:
    version = json.loads(files["version.json"])
    assert (version["hash"], version["hash_of"], version["date"]) == ("f" * 64, "last entry of the log", "2031-05-05")
    assert version["counts"]["statements"] == 3
    hashes = {name: hashlib.sha256(held).hexdigest() for name, held in files.items() if name != "version.json"}
    assert version["files"] == hashes
    citation = yaml.safe_load(files["CITATION.cff"])
    assert (citation["cff-version"], citation["date-released"]) == ("1.2.0", "2031-05-05")
    assert citation["identifiers"][0]["value"] == f"sha256:{'f' * 64}"


def test_a_record_in_memory_is_known_by_a_hash_of_its_rows() -> None:
    one = replace(made(), decided=Decided())
    first = json.loads(files_of(one, ())["version.json"])
    other = json.loads(files_of(replace(one, readings=()), ())["version.json"])
    assert first["hash_of"] == "rows of all tables"
    assert first["hash"] != other["hash"]


def test_a_coded_cell_of_a_pause_names_its_statements() -> None:
    rows = ceasefire_rows_of(made())
    (pause,) = {row["cf_id"]: row for row in rows["ceasefires"] if row["cf_dec_yr"]}.values()
    assert (pause["cf_dec_yr"], pause["cf_dec_month"], pause["cf_dec_day"]) == (2031, 5, 4)
    declared = [row for row in rows["ceasefires_sources"] if row["variable"] == "cf_dec"]
    assert {row["statement"] for row in declared} == {"t", "y"}
    assert pause["ucdp_dyad"] is None


def test_the_same_record_gives_the_same_bytes_in_another_process(files: dict[str, bytes]) -> None:
    code = (
        "import hashlib; from tests.publishing.test_exports import made; "
        "from ceasefire.publishing.exports.files import files_of; "
        "print(sorted((n, hashlib.sha256(b).hexdigest()) for n, b in files_of(made()).items()))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "1", "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True, text=True)
    assert done.stdout.strip() == str(sorted((name, hashlib.sha256(held).hexdigest()) for name, held in files.items()))


def test_only_the_forms_asked_for_are_made() -> None:
    assert files_of(made(), ("prov",)).keys() == {"prov.json", "prov.provn", "CITATION.cff", "version.json"}
    assert len(FORMS) == 6


def listing(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_export_replaces_an_earlier_one_and_leaves_nothing_behind(tmp_path: Path, files: dict[str, bytes]) -> None:
    write(tmp_path / "out", files)
    small = files_of(made(), ("ftm",))
    write(tmp_path / "out", small)
    assert listing(tmp_path) == {f"out/{name}": held for name, held in small.items()}


@pytest.mark.parametrize("where", ["notes.txt", "csv/mine.csv", "kept/mine.txt"])
def test_a_folder_that_holds_anything_else_is_refused_and_stays(
    where: str, tmp_path: Path, files: dict[str, bytes]
) -> None:
    write(tmp_path / "out", files)
    strange = tmp_path / "out" / where
    strange.parent.mkdir(exist_ok=True)
    strange.write_text("mine")
    before = listing(tmp_path)
    with pytest.raises(InputError, match=where):
        write(tmp_path / "out", files)
    assert listing(tmp_path) == before


def test_a_foreign_version_json_does_not_make_a_folder_ours(tmp_path: Path, files: dict[str, bytes]) -> None:
    (tmp_path / "version.json").write_text('{"version": 3}')
    with pytest.raises(InputError, match="no export wrote"):
        write(tmp_path, files)


def test_what_fails_half_way_leaves_the_earlier_export_whole(
    tmp_path: Path, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "out", files)
    before, left = listing(tmp_path), [3]
    real: Callable[[Path, bytes], int] = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(28, "No space left on device")
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(InputError, match="No space left"):
        write(tmp_path / "out", files)
    assert listing(tmp_path) == before
