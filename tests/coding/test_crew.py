"""Coding by several processes: the same answers in the same order, and one bad document spoils no other."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from tests.coding.test_skipping import document

from ceasefire.coding import coder, crew
from ceasefire.coding.coder import BATCH, code
from ceasefire.coding.crew import code_by_crew
from ceasefire.coding.statement import Coded
from ceasefire.reading.document import Document, Unread

TEXT = "Mali rejected the truce with Chad, its envoy said. Number {}."


def documents(count: int) -> list[Document]:
    return [document(f"d{at}", TEXT.format(at)) for at in range(count)]


def test_two_processes_give_what_one_gives() -> None:
    many = documents(2 * BATCH + 5)
    assert list(code(many, jobs=2)) == list(code(many, jobs=1))


def test_few_documents_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "code_by_crew", lambda *_: pytest.fail("a process was started"))
    assert len(list(code(documents(BATCH), jobs=2))) == BATCH


def test_no_more_is_read_than_the_processes_can_hold() -> None:
    read: list[int] = []

    def batches() -> Iterator[list[Document]]:
        for at in range(20):
            read.append(at)
            yield documents(1)

    made = code_by_crew(batches(), None, 1)
    next(made)
    assert len(read) <= 4
    made.close()


def test_a_document_that_the_coder_fails_on_is_unread_and_the_rest_is_coded(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(scene: object) -> object:
        raise ValueError("no such word")

    monkeypatch.setattr(coder, "speaks_of_any", lambda doc: "Number 3." in doc.text and failing(doc))
    made = list(code(documents(6)))
    assert [type(one) for one in made] == [Coded, Coded, Coded, Unread, Coded, Coded]
    failed = made[3]
    assert isinstance(failed, Unread)
    assert (failed.id, failed.reason) == ("d3", "not-coded")
    assert "no such word" in failed.detail


def test_half_a_character_makes_a_document_unread() -> None:
    made = list(code([*documents(1), Document("x", "A truce \ud800 holds.", "", "x")]))
    assert [type(one) for one in made] == [Coded, Unread]


def test_what_a_process_that_died_had_in_hand_is_coded_by_another() -> None:
    worker = crew._Worker(None)
    place: list[list[Coded | Unread]] = []
    try:
        worker.begin(documents(2), place)
        assert worker._process.pid is not None
        os.kill(worker._process.pid, signal.SIGKILL)
        worker.end()
    finally:
        worker.stop()
    assert [type(one) for one in place[0]] == [Coded, Coded]


def test_stopping_early_ends_the_processes() -> None:
    made = code_by_crew(iter([documents(1), documents(1), documents(1)]), None, 2)
    next(made)
    workers = made.gi_frame.f_locals["crew"]  # type: ignore[attr-defined]
    made.close()
    assert all(not worker._process.is_alive() for worker in workers)


def test_a_document_on_which_every_process_dies_is_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew._Worker, "_start", lambda self: None)
    monkeypatch.setattr(crew._Worker, "_send", lambda self, batch: None)
    monkeypatch.setattr(crew._Worker, "_answer", lambda self: None)
    worker, place = crew._Worker(None), []
    worker.begin(documents(1), place)
    worker.end()
    assert [(one.id, one.reason) for one in place[0]] == [("d0", "not-coded")]
