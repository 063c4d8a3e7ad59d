"""A record as questions find it: what stands from the file beside it, and the rest from its database, once needed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ceasefire.coding.statement import Attribution, Coded, Reading, Span, Statement
from ceasefire.reading.document import Document, Unread
from ceasefire.record.address import Address
from ceasefire.record.entry import end_of_day
from ceasefire.record.kept_present import keep, kept, like
from ceasefire.record.log_end import End, end_in_file
from ceasefire.record.present import Present, present_of

if TYPE_CHECKING:
    from ceasefire.record.lasting import LastingRecord


class StandingRecord:
    """The record of a case as it stood where its log ended; what is recorded later is not in it."""

    def __init__(self, address: Address, folder: Path, end: End, present: Present) -> None:
        self._address = address
        self._folder = folder
        self._end = end
        self._present = present
        self._lasting: LastingRecord | None = None

    @property
    def lasting(self) -> LastingRecord:
        """The same in its database, which is opened when it is first needed."""
        from ceasefire.record.lasting import LastingRecord

        if self._lasting is None:
            self._lasting = LastingRecord(self._address, self._folder, last=self._end.seq)
        return self._lasting

    @property
    def ends_at(self) -> str:
        """The number and the hash of the last entry of its log."""
        return f"{self._end.seq} {self._end.hash}"

    def stands_whole(self, as_of: date | None, known_at: date | None) -> bool:
        """Whether a question asks for all that stands, and nothing is left out for a date."""
        return as_of is None and is_known(self._end, known_at)

    def beside(self, name: str) -> Path:
        """Where a file lies beside the record."""
        return self._address.kept.parent / name

    @property
    def like(self) -> Path:
        """What files beside the record are to be as readable as."""
        return like(self._address)

    def documents(self) -> list[Document]:
        """Every document in its last version, undated ones first, then by date."""
        return self.lasting.documents()

    def unread(self) -> list[Unread]:
        """What could not be read and has not been read since, by origin."""
        return self._present.unread()

    def document(self, document_id: str) -> Document:
        """One document. Raises KeyError when it is not on record."""
        return self.lasting.document(document_id)

    def source(self, document_id: str) -> Document:
        """One document without its text, which takes long to fetch. Raises KeyError when it is not on record."""
        return self._present.source(document_id)

    def statement(self, statement_id: str) -> Statement:
        """One statement as it stands, dated. Raises KeyError when it is not on record."""
        return self._present.statement(statement_id)

    def statements(self, as_of: date | None = None, known_at: date | None = None) -> list[Statement]:
        """What had been said by `as_of`, as it was on record at `known_at`, each thing once, in order of time."""
        if is_known(self._end, known_at):
            return self._present.statements(as_of)
        return self.lasting.statements(as_of, known_at)

    def undated(self, as_of: date | None = None) -> list[str]:
        """The statements kept although nobody can say whether they were said by `as_of`."""
        return self._present.undated(as_of)

    def places(self, statement_id: str) -> list[tuple[str, Span]]:
        """Every span that says this, in its own document and in near-copies, as (document id, span)."""
        return self._present.places(statement_id)

    def readings(self) -> list[tuple[str, Reading]]:
        """Every supposition about a party's motives or prospects, with the id of its document."""
        return self.lasting.readings()

    def attributions(self, document_id: str) -> list[Attribution]:
        """Who is said to have said what in one document, in the order of its text."""
        return self.lasting.attributions(document_id)

    def coded(self, known_at: date | None = None) -> list[Coded]:
        """Every document with what stands on record of it, undated ones first, then by date."""
        return self.lasting.coded(known_at)


def is_known(end: End, known_at: date | None) -> bool:
    """Whether the whole log was on record at the end of a day; without a day, it is."""
    return known_at is None or end.recorded <= end_of_day(known_at)


def standing(address: Address, folder: Path, known_at: date | None = None) -> StandingRecord | None:
    """A record in an SQLite file as it was known at a day, without opening its database; None where that cannot be."""
    end = end_in_file(address)
    if end is None or not is_known(end, known_at):
        return None
    present = kept(address, end)
    return StandingRecord(address, folder, end, present) if present is not None else None


def standing_of(lasting: LastingRecord, known_at: date | None = None) -> StandingRecord | None:
    """An opened record as it was known at a day; None where more was recorded since, or nothing ever was.

    Where no file says what stands, it is worked out from the log and the file is written.
    """
    view = lasting.view()
    if not view.end.seq or not is_known(view.end, known_at):
        return None
    address = lasting.database.address
    present = kept(address, view.end)
    if present is None:
        present = present_of(view)
        keep(address, view.end, present)
    return StandingRecord(address, lasting.folder, view.end, present)
