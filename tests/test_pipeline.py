"""What is named becomes a record: in the order named, each source of a case found from its folder."""

from __future__ import annotations

import pytest

from ceasefire.errors import CaseError
from ceasefire.pipeline import build_record, case_sources
from ceasefire.record.case import load_case

WORDS = "Russia rejected a ceasefire on Tuesday, and Ukraine called for an exchange of prisoners in the coming days."


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a.txt", ".hidden.txt"):
        (tmp_path / name).write_text(f"{WORDS} {name}")
    return tmp_path


def case(folder, sources: str):
    (folder / "case.yaml").write_text(f"title: A case\n{sources}")
    return load_case(folder)


def names(folder, sources: str) -> list[str]:
    return [source.removeprefix(f"{folder}/") for source in case_sources(case(folder, sources))]


def test_a_glob_is_spelt_out_in_order_and_a_source_named_twice_is_read_once(folder):
    assert names(folder, "sources: ['*.txt', a.txt]") == ["a.txt", "b.txt"]


def test_a_glob_may_lie_outside_the_folder(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    for name in ("b.txt", ".hidden.txt", "a.txt"):
        (elsewhere / name).write_text("x")
    assert case_sources(case(folder, f"sources: ['{elsewhere}/*.txt']")) == [f"{elsewhere}/a.txt", f"{elsewhere}/b.txt"]


def test_a_case_without_sources_reads_its_folder_but_not_its_own_files(folder):
    (folder / "record.db").write_bytes(b"")
    assert names(folder, "") == ["a.txt", "b.txt"]


def test_an_address_stays_as_it_is_and_a_glob_that_finds_nothing_is_told_as_unread(folder):
    assert names(folder, "sources: ['https://example.org/x', 'none/*.txt']") == ["https://example.org/x", "none/*.txt"]


def test_building_a_record_keeps_documents_and_what_is_unread(folder):
    (folder / "empty.txt").write_bytes(b"")
    record = build_record([str(folder / name) for name in ("a.txt", "empty.txt", "b.txt")])
    assert len(record.documents()) == 2
    assert [one.reason for one in record.unread()] == ["empty"]
    assert record.statements()


def test_progress_is_told_of_each_thing_read_and_coded(folder):
    told: list[tuple[str, str]] = []
    build_record([str(folder / "a.txt")], progress=lambda stage, name: told.append((stage, name)))
    assert [stage for stage, _ in told] == ["read", "coded"]


def test_a_faulty_case_is_refused(folder):
    with pytest.raises(CaseError):
        case(folder, "no-such-key: 1")
