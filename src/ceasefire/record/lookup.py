"""The record as it was known at one moment: the last version of each text, the last reading of it, and what people
decided since. Worked out from the log each time, never stored.

What most questions need (statements, dates, copies) is loaded apart from what few need (texts, attributions).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, islice, repeat
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select

from ceasefire.coding.statement import Coded, Statement
from ceasefire.reading.document import Document, Unread
from ceasefire.record.coded_rows import coded_of, document_of
from ceasefire.record.database import Database
from ceasefire.record.decision import Decision, decided, decision_of, in_force
from ceasefire.record.entry import DECISION, DOCUMENT, READING, UNREAD, plain
from ceasefire.record.log import end_of
from ceasefire.record.memory import MemoryRecord
from ceasefire.record.rows import statements_of, when_of
from ceasefire.record.tables import entries
from ceasefire.record.undisturbed import undisturbed
from ceasefire.when import When

AT_ONCE = 500
"""How many entries are asked for by number in one question to the database."""


@dataclass(frozen=True, slots=True)
class Version:
    """A text as it was recorded: its document without the text, and what tells its versions."""

    seq: int
    document: Document
    lineage: str
    recorded: str


@dataclass(frozen=True, slots=True)
class Read:
    """What a coder made of a document, and when that was recorded; `rows` are its statements."""

    seq: int
    coder: str
    recorded: str
    rows: list[dict[str, Any]]


class View:
    """What was on record at an instant; "" is now. What is recorded after it was made, or after `last`, is not in it.

    `end` is where the log ended when it was made.
    """

    def __init__(self, database: Database, until: str = "", last: int | None = None) -> None:
        self._database = database
        with database.reading() as connection:
            self.end = end_of(connection)
        now = entries.c.seq <= (self.end.seq if last is None else last)
        self._until: ColumnElement[bool] = and_(now, entries.c.recorded <= until) if until else now

    @cached_property
    @undisturbed()
    def versions(self) -> dict[str, Version]:
        """The last version of each text, by the id of its document, in the order in which the texts were first read."""
        last: dict[str, Version] = {}
        for seq, recorded, body in self._asked("seq", "recorded", "body", where=entries.c.kind == DOCUMENT):
            row = plain(body)
            lineage = row["lineage"]
            last[lineage] = Version(seq, document_of(_bare(row)), lineage, recorded)
        return {one.document.id: one for one in self._to_present_copies(last).values()}

    @cached_property
    @undisturbed()
    def read(self) -> dict[str, Read]:
        """The last reading of each document, by its id."""
        newest = (
            select(func.max(entries.c.seq)).where(entries.c.kind == READING, self._until).group_by(entries.c.subject)
        )
        found = {}
        for subject, seq, recorded, body in self._asked(
            "subject", "seq", "recorded", "body", where=entries.c.seq.in_(newest)
        ):
            row = plain(body)
            found[subject] = Read(seq, row["coder"], recorded, row["statements"])
        return found

    @cached_property
    def decisions(self) -> list[Decision]:
        """Everything that people decided, in the order in which they did."""
        asked = self._asked("subject", "body", "recorded", where=entries.c.kind == DECISION)
        return [decision_of(subject, plain(body), recorded) for subject, body, recorded in asked]

    @cached_property
    def unread(self) -> list[Unread]:
        """What could not be read, and has not been read since."""
        read = {one.document.origin: one.seq for one in self.versions.values()}
        last: dict[str, tuple[int, Unread]] = {}
        for seq, body in self._asked("seq", "body", where=entries.c.kind == UNREAD):
            unread = Unread(**plain(body))
            last[unread.origin] = (seq, unread)
        return [one for origin, (seq, one) in last.items() if read.get(origin, 0) < seq]

    @cached_property
    @undisturbed()
    def statements(self) -> dict[str, list[Statement]]:
        """The statements of each document as they stand: read by a machine, and decided by people."""
        names = [name for name in self.versions if name in self.read]
        rows = [self.read[name].rows for name in names]
        published = [self.versions[name].document.published for name in names]
        counts = [len(some) for some in rows]
        made = iter(
            statements_of(
                list(chain.from_iterable(rows)),
                chain.from_iterable(map(repeat, names, counts)),
                chain.from_iterable(map(repeat, published, counts)),
            )
        )
        found = {name: list(islice(made, count)) for name, count in zip(names, counts, strict=True)}
        return {**found, **self._decided(found)}

    @cached_property
    @undisturbed()
    def light(self) -> MemoryRecord:
        """Everything but texts, attributions, suppositions and events."""
        return self._remembered(lambda name: Coded(self.versions[name].document, coder=self.read[name].coder))

    @cached_property
    @undisturbed()
    def full(self) -> MemoryRecord:
        """Everything."""
        texts = self.texts(self.versions)
        asides = self._bulk(self.read[name].seq for name in self.versions)

        def whole(name: str) -> Coded:
            document = replace(self.versions[name].document, text=texts[name])
            read = self.read[name]
            return coded_of({"coder": read.coder, "statements": [], **plain(asides[read.seq])}, document)

        return self._remembered(whole)

    def _remembered(self, made: Callable[[str], Coded]) -> MemoryRecord:
        """A record in memory of what was made of each document, with the statements as they stand."""
        record = MemoryRecord()
        for name in self.versions:
            record.add(replace(made(name), statements=tuple(self.statements[name])), _day(self.read[name].recorded))
        for one in self.unread:
            record.add_unread(one)
        return record

    def document(self, name: str) -> Document:
        """One document with its text. Raises KeyError when it is not on record."""
        return replace(self.versions[name].document, text=self.texts([name])[name])

    def texts(self, names: Iterable[str]) -> dict[str, str]:
        """The texts of documents, by id."""
        seqs = {name: self.versions[name].seq for name in names}
        found = self._bulk(seqs.values())
        return {name: found[seq] for name, seq in seqs.items()}

    def lineage_of(self, document: str) -> str:
        """What is the same for every version of a document on record."""
        return self.versions[document].lineage

    def standing(self, statement: str) -> Statement:
        """A statement as it stands; one that was rejected, as it stood before. Raises KeyError when there is none."""
        try:
            return self.light.statement(statement)
        except KeyError:
            rejected = [one.before for one in self.decisions if one.statement == statement]
            if not rejected:
                raise
            return rejected[-1]

    def _decided(self, found: Mapping[str, list[Statement]]) -> dict[str, list[Statement]]:
        """The statements of those documents that somebody decided about."""
        present = {version.lineage: name for name, version in self.versions.items()}
        about: dict[str, list[Decision]] = {}
        for one in in_force(self.decisions):
            if (name := present.get(one.lineage)) is not None:
                about.setdefault(name, []).append(one)
        texts = self.texts(about)
        dates = {name: self.versions[name].document.published for name in about}
        return {name: decided(found[name], made, name, texts[name], dates[name]) for name, made in about.items()}

    def _to_present_copies(self, last: Mapping[str, Version]) -> dict[str, Version]:
        """A copy of an earlier version of a text is shown as a copy of its present one."""
        copies = [one for one in last.values() if one.document.copy]
        known = {one.document.id for one in last.values()}
        if all(one.document.copy and one.document.copy.of in known for one in copies):
            return dict(last)
        home = dict(self._asked("subject", "body", where=entries.c.kind == DOCUMENT))
        found = dict(last)
        for one in copies:
            copy = one.document.copy
            if copy is None or copy.of in known:
                continue
            of = last[plain(home[copy.of])["lineage"]].document.id
            found[one.lineage] = replace(one, document=replace(one.document, copy=replace(copy, of=of)))
        return found

    def _asked(self, *columns: str, where: ColumnElement[bool]) -> list[Any]:
        """Columns of the entries known at the time, in the order of the log."""
        asked = select(*(entries.c[name] for name in columns)).where(and_(where, self._until)).order_by(entries.c.seq)
        with self._database.reading() as connection:
            return [tuple(row) for row in connection.execute(asked)]

    def _bulk(self, seqs: Iterable[int]) -> dict[int, str]:
        """What is large, of the entries with these numbers."""
        wanted = sorted(seqs)
        found: dict[int, str] = {}
        with self._database.reading() as connection:
            for first in range(0, len(wanted), AT_ONCE):
                asked = select(entries.c.seq, entries.c.bulk).where(entries.c.seq.in_(wanted[first : first + AT_ONCE]))
                found |= {row.seq: row.bulk for row in connection.execute(asked)}
        return found


OURS = ("identity", "lineage", "bands")
"""What a document's entry says beside the document."""


def _bare(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in OURS}


def _day(recorded: str) -> When:
    return when_of({"edtf": recorded.split("T")[0]})
