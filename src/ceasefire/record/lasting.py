"""The record that lasts: a log in a database, to which things are added and from which nothing is taken.

Each document is recorded with its reading in one transaction, so that whenever the process is stopped the log
is whole; reading the same sources again records what is missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select

from ceasefire.coding.statement import Attribution, Coded, Reading, Span, Statement
from ceasefire.reading.document import Document, Unread
from ceasefire.record.address import Address
from ceasefire.record.coded_rows import coded_row, document_row
from ceasefire.record.custody import Custody
from ceasefire.record.database import Database
from ceasefire.record.decision import WITHDRAW, Decision
from ceasefire.record.entry import DECISION, DOCUMENT, INCIDENTS, READING, UNREAD, Entry, canonical, end_of_day, plain
from ceasefire.record.lineage import identity, is_dated_by_hand, lineage
from ceasefire.record.log import Clock, Writer, end_of, entries_of, now
from ceasefire.record.lookup import View
from ceasefire.record.near_copies import digest_of, nearest, telling
from ceasefire.record.on_record import entry_of, free_name, index, is_present, last_coder, subject_of
from ceasefire.record.tables import entries, sources
from ceasefire.record.taking_back import in_force_on, stands_again

NEW, VERSION, READ_ANEW, KNOWN, NOT_READ = "new", "new version", "read anew", "on record", "not read"
OUTCOMES = (NEW, VERSION, READ_ANEW, KNOWN, NOT_READ)
"""What something read was to the record: `KNOWN` adds nothing; `READ_ANEW` is a newer coder's reading."""


class NameTaken(Exception):  # noqa: N818 - never an error that users meet: the document is read again under another id
    """Another text took this document's id in the meantime."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the record has of a source: the id under which it is known, and whether this coder has read it."""

    name: str
    read: bool


class LastingRecord:
    """A case's record in its database, with the bytes that were read kept beside it.

    What is asked without `known_at` is answered as of `known_at` given here; without either, as of now. With `last`,
    entries after that number are not looked at.
    """

    def __init__(
        self,
        address: Address,
        folder: Path,
        *,
        known_at: date | None = None,
        last: int | None = None,
        create: bool = False,
        clock: Clock = now,
    ) -> None:
        """Opens the record of the case in `folder`. Raises RecordError when it is not there or cannot be used."""
        self.database = Database(address, create=create)
        self.custody = Custody(address.kept)
        self.folder = folder
        self.known_at = known_at
        self._last = last
        self._clock = clock
        self._views: dict[str, View] = {}

    # What is added

    def held(self, document: Document, coder: str) -> Held:
        """The id of a document, if need be a free one, and whether it is on record as read by this coder."""
        with self.database.reading() as connection:
            seq = entry_of(connection, document)
            if seq is None:
                return Held(free_name(connection, document.id, lineage(document, self.folder)), read=False)
            subject = subject_of(connection, seq)
            read = not is_present(connection, seq) or last_coder(connection, subject) == coder
            return Held(subject, read=read)

    def has(self, document: Document) -> bool:
        """Whether a document is on record: the same bytes from the same address."""
        with self.database.reading() as connection:
            return entry_of(connection, document) is not None

    def add(self, coded: Coded) -> str:
        """Records a document and what its coder made of it; answers whether that was new, a new version, or known.

        The bytes must be in custody. Raises NameTaken when another text has taken the id since it was looked up.
        """
        from ceasefire.reading import bands_of

        with self.database.reading() as connection:
            known = entry_of(connection, coded.document) is not None and not is_dated_by_hand(coded.document)
        looks = [] if known else bands_of(coded.document.text)  # what is on record stays there, so none are needed
        with self.database.writing() as connection:
            writer = Writer(connection, self._clock)
            outcome = self._add(writer, coded, looks)
        self.changed(writer)
        return outcome

    def add_unread(self, unread: Unread) -> bool:
        """Records what could not be read, once for each reason; answers whether that is new.

        Its bytes are in custody, if they could be had.
        """
        unread = replace(unread, kept=self.custody.path(unread.sha256).is_file()) if unread.sha256 else unread
        body = {name: getattr(unread, name) for name in Unread.__slots__}
        with self.database.writing() as connection:
            last = connection.execute(
                select(entries.c.body)
                .where(entries.c.kind == UNREAD, entries.c.subject == unread.origin)
                .order_by(entries.c.seq.desc())
                .limit(1)
            ).scalar()
            if last is not None and {**plain(last), "id": unread.id} == body:
                return False
            writer = Writer(connection, self._clock)
            writer.write(UNREAD, unread.origin, body)
        self.changed(writer)
        return True

    def decide(self, statement: str, verdict: str, by: str, reason: str, after: Statement | None) -> Decision:
        """Records what a person decided about a statement: `after` is how it stands from now on, None when rejected.

        Raises KeyError when the statement is not on record.
        """
        with self.database.writing() as connection:
            view = View(self.database)
            before = view.standing(statement)
            last = in_force_on(view, statement)
            text = last.lineage if last else view.lineage_of(before.document)
            made = Decision(statement, verdict, by, reason, before, after, text)
            writer = Writer(connection, self._clock)
            entry = writer.write(DECISION, statement, made.row())
        self.changed(writer)
        return replace(made, recorded=entry.recorded)

    def withdraw(self, statement: str, by: str, reason: str) -> Decision:
        """Takes back the last decision on a statement: what was decided before, or what a machine read, stands again.

        Raises KeyError when no decision on it holds.
        """
        with self.database.writing() as connection:
            view = View(self.database)
            last = in_force_on(view, statement)
            if last is None:
                raise KeyError(statement)
            made = Decision(statement, WITHDRAW, by, reason, view.standing(statement), None, last.lineage)
            made = replace(made, after=stands_again(self.database, made))
            writer = Writer(connection, self._clock)
            entry = writer.write(DECISION, statement, made.row())
        self.changed(writer)
        return replace(made, recorded=entry.recorded)

    def add_incidents(self, sha256: str, body: dict[str, Any], mapping: str) -> bool:
        """Records that a file of incident data was imported, and with which mapping; answers whether that is new."""
        with self.database.writing() as connection:
            last = [one for one in entries_of(connection, sha256) if one.kind == INCIDENTS][-1:]
            named = ("file", "kept")  # the same bytes under another name are the same data
            if last and last[0].bulk == mapping and {**body, **_of(plain(last[0].body), named)} == plain(last[0].body):
                return False
            writer = Writer(connection, self._clock)
            writer.write(INCIDENTS, sha256, body, mapping)
        self.changed(writer)
        return True

    def incidents(self) -> list[Entry]:
        """The last entry on each file of incident data, in the order of the log."""
        with self.database.reading() as connection:
            asked = select(*(entries.c[name] for name in Entry.__slots__)).where(entries.c.kind == INCIDENTS)
            found = [Entry(*row) for row in connection.execute(asked.order_by(entries.c.seq))]
        return sorted({one.subject: one for one in found}.values(), key=lambda one: one.seq)

    def _add(self, writer: Writer, coded: Coded, looks: list[int]) -> str:
        connection, document = writer.connection, coded.document
        same, text = identity(document), lineage(document, self.folder)
        seq = entry_of(connection, document)
        outcome = KNOWN
        if seq is None:
            if free_name(connection, document.id, text) != document.id:
                raise NameTaken(document.id)
            earlier = connection.execute(select(sources.c.seq).where(sources.c.lineage == text).limit(1)).scalar()
            outcome = NEW if earlier is None else VERSION
            copy = nearest(connection, document.text, looks, text)
            entered = telling(connection, looks)
            row = {
                **document_row(replace(document, copy=copy)),
                "identity": same,
                "lineage": text,
                "bands": digest_of(entered),
            }
            seq = writer.write(DOCUMENT, document.id, row, document.text).seq
            index(connection, seq, row, entered)
        elif subject_of(connection, seq) != document.id or not is_present(connection, seq):
            return KNOWN
        if last_coder(connection, document.id) != coded.coder or outcome != KNOWN:
            row = coded_row(coded)
            body = {"coder": row["coder"], "document": seq, "statements": row["statements"]}
            aside = {name: row[name] for name in row if name not in body}
            writer.write(READING, document.id, body, canonical(aside))
            outcome = READ_ANEW if outcome == KNOWN else outcome
        return outcome

    def changed(self, writer: Writer) -> None:
        """Notes the new end of the log, once it is written."""
        self._views.clear()
        if writer.written:
            self.custody.remember_end(writer.seq, writer.hash)

    # What is asked

    def end(self) -> tuple[int, str]:
        """The number and the hash of the last entry of the log; 0 and "" when it is empty."""
        with self.database.reading() as connection:
            end = end_of(connection)
        return end.seq, end.hash

    def log(self, about: str = "") -> Iterator[Entry]:
        """The entries of the log in their order; of one document, source or statement when one is named."""
        with self.database.reading() as connection:
            yield from entries_of(connection, about)

    def view(self, known_at: date | None = None) -> View:
        """Everything as it was known at the end of a day, in UTC."""
        day = known_at or self.known_at
        until = end_of_day(day) if day else ""
        if until not in self._views:
            self._views[until] = View(self.database, until, self._last)
        return self._views[until]

    def documents(self) -> list[Document]:
        """Every document in its last version, undated ones first, then by date."""
        return self.view().full.documents()

    def unread(self) -> list[Unread]:
        """What could not be read and has not been read since, by origin."""
        return self.view().light.unread()

    def document(self, document_id: str) -> Document:
        """One document. Raises KeyError when it is not on record."""
        return self.view().document(document_id)

    def source(self, document_id: str) -> Document:
        """One document without its text, which takes long to fetch. Raises KeyError when it is not on record."""
        return self.view().light.source(document_id)

    def statement(self, statement_id: str) -> Statement:
        """One statement as it stands, dated. Raises KeyError when it is not on record."""
        return self.view().light.statement(statement_id)

    def statements(self, as_of: date | None = None, known_at: date | None = None) -> list[Statement]:
        """What had been said by `as_of`, as it was on record at `known_at`, each thing once, in order of time."""
        return self.view(known_at).light.statements(as_of)

    def undated(self, as_of: date | None = None) -> list[str]:
        """The statements kept although nobody can say whether they were said by `as_of`."""
        return self.view().light.undated(as_of)

    def places(self, statement_id: str) -> list[tuple[str, Span]]:
        """Every span that says this, in its own document and in near-copies, as (document id, span)."""
        return self.view().light.places(statement_id)

    def readings(self) -> list[tuple[str, Reading]]:
        """Every supposition about a party's motives or prospects, with the id of its document."""
        return self.view().full.readings()

    def attributions(self, document_id: str) -> list[Attribution]:
        """Who is said to have said what in one document, in the order of its text."""
        return self.view().full.attributions(document_id)

    def coded(self, known_at: date | None = None) -> list[Coded]:
        """Every document with what stands on record of it, undated ones first, then by date."""
        return self.view(known_at).full.coded()

    def close(self) -> None:
        """Lets go of the database."""
        self.database.close()


def _of(row: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: row[name] for name in names}
