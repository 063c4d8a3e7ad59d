"""What a command was asked: sources that belong together, dates, and how to answer."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ceasefire import when
from ceasefire.coding.statement import Coded
from ceasefire.pipeline import Options, case_sources
from ceasefire.publishing.inert import one_line
from ceasefire.publishing.wording import phrase
from ceasefire.reading.document import Unread
from ceasefire.record.case import Case, is_case, load_case
from ceasefire.record.view import Record
from ceasefire.settings import ReadingLimits

READ_ALL, READ_NOTHING, READ_SOME = 0, 1, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A command as the user gave it: what most commands ask for; some add to it."""

    sources: tuple[str, ...] = ()
    as_of: str | None = None
    known_at: str | None = None
    quiet: bool = False
    allow_private_addresses: bool = False
    form: str = ""
    jobs: int | None = None

    def dates(self) -> tuple[date | None, date | None]:
        """The days that --as-of and --known-at name. Raises QuestionError when one is no date."""
        return (when.ask(self.as_of) if self.as_of else None, when.ask(self.known_at) if self.known_at else None)

    def options(self, *, copies: bool = True) -> Options:
        """How to read and code; by default with as many processes as there are cores."""
        limits = ReadingLimits(allow_private=self.allow_private_addresses)
        return Options(limits, jobs=self.jobs or _cores(), copies=copies)


@dataclass(frozen=True, slots=True)
class Task:
    """Sources that belong together: a case, or everything else that was named; `name` is its folder under --out."""

    sources: tuple[str, ...]
    case: Case | None = None
    name: str = ""


@dataclass(slots=True)
class Tally:
    """How much was read, and what was not, for the exit status and the messages."""

    read: int = 0
    unread: list[Unread] = field(default_factory=list)

    def add(self, record: Record) -> None:
        self.read += len(record.documents())
        self.unread += record.unread()

    def counted(self, items: Iterable[Coded | Unread]) -> Iterator[Coded | Unread]:
        """The items as they come, counted."""
        for item in items:
            if isinstance(item, Unread):
                self.unread.append(item)
            else:
                self.read += 1
            yield item

    def close(self) -> int:
        """Says what could not be read, and answers the exit status."""
        for one in self.unread:
            print(phrase("not_read", origin=one.origin, reason=one.reason, detail=one.detail), file=sys.stderr)
        if not self.unread:
            return READ_ALL
        return READ_SOME if self.read else READ_NOTHING


def tasks(sources: Iterable[str]) -> list[Task]:
    """One task for each case named, and one for all other sources together, which comes first."""
    cases: list[Task] = []
    others: list[str] = []
    taken: set[str] = set()
    for source in sources:
        if source != "-" and "://" not in source and is_case(Path(source)):
            case = load_case(Path(source))
            cases.append(Task(tuple(case_sources(case)), case, _free(case.folder.resolve().name, taken)))
        else:
            others.append(source)
    return ([Task(tuple(others))] if others else []) + cases


def _free(wanted: str, taken: set[str]) -> str:
    """A folder's name that no other case of this run has."""
    names: Iterator[str] = (wanted if number == 1 else f"{wanted}-{number}" for number in range(1, len(taken) + 2))
    name = next(name for name in names if name not in taken)
    taken.add(name)
    return one_line(name)


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
