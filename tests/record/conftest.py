"""A lasting record to test on, on SQLite and, where CEASEFIRE_TEST_POSTGRESQL names a server, on PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from ceasefire.coding.statement import Attribution, Coded, Reading, Span, Statement
from ceasefire.reading.document import Document
from ceasefire.reading.kept import sha256_of
from ceasefire.record.address import Address, address_of
from ceasefire.record.lasting import LastingRecord
from ceasefire.when import When

POSTGRESQL = os.environ.get("CEASEFIRE_TEST_POSTGRESQL", "")
NO_SERVER = "no PostgreSQL server: run the tests with tools/with_postgres.sh"


SERVER = pytest.mark.skipif(not POSTGRESQL, reason=NO_SERVER)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=SERVER)])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Address:
    """Where a new record is to be kept."""
    name = f"{POSTGRESQL}&schema=t{uuid4().hex}" if request.param == "postgresql" else ""
    return address_of(tmp_path, name, {})


class Clock:
    """A clock that tests set; each look at it takes a second."""

    def __init__(self) -> None:
        self.at = datetime(2031, 5, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@pytest.fixture
def clock() -> Clock:
    """The clock of the record."""
    return Clock()


@pytest.fixture
def record(address: Address, tmp_path: Path, clock: Clock) -> Iterator[LastingRecord]:
    """An empty record."""
    made = LastingRecord(address, tmp_path, create=True, clock=clock)
    yield made
    made.close()


@pytest.fixture
def reopened(address: Address, tmp_path: Path, clock: Clock) -> Callable[[], LastingRecord]:
    """The same record, opened once more."""
    return lambda: LastingRecord(address, tmp_path, clock=clock)


def text(name: str, said: str = "Maru accepts the truce.") -> str:
    """A text that no other one resembles."""
    return f"{said} " + " ".join(f"{name}-{number}" for number in range(40))


def document(name: str, words: str = "", *, on: str = "2031-05-01", origin: str = "", **more: object) -> Document:
    """A document of these words."""
    held = words or text(name)
    made = Document(
        id=sha256_of(held.encode())[:12],
        text=held,
        sha256=sha256_of(f"bytes of {held}".encode()),
        origin=origin or f"{name}.txt",
        title=name,
        published=When(on),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def statement(
    of: Document, quote: str = "Maru accepts the truce", actor: str = "Maru", act: str = "accept"
) -> Statement:
    """A statement in these words of a document."""
    start = of.text.index(quote)
    end = start + len(quote)
    name = sha256_of(f"{of.id}{quote}{actor}{act}".encode())[:12]
    return Statement(
        name, of.id, actor, act, "ceasefire", quote, start, end, places=(Span(start, end),), said=of.published
    )


def coded(of: Document, *said: Statement, coder: str = "coder/1") -> Coded:
    """What a coder made of a document."""
    attribution = Attribution((Span(0, 4),), (Span(5, 12),), (Span(13, 22),), "Maru")
    return Coded(of, said or (statement(of),), (attribution,), (Reading(None, "Maru", of.text[:4], 0, 4),), coder)


def put(record: LastingRecord, made: Coded) -> str:
    """Records what was read, with its bytes in custody."""
    record.custody.keep(made.document.sha256, f"bytes of {made.document.text}".encode())
    return record.add(made)
