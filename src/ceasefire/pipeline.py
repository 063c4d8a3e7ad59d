"""What a user names → a record: read, mark copies, code, keep."""

from __future__ import annotations

import glob
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ceasefire.settings import ReadingLimits
from ceasefire.when import UNKNOWN, When

if TYPE_CHECKING:
    from ceasefire.coding.statement import Coded
    from ceasefire.reading.document import Document, Unread
    from ceasefire.reading.given import Given
    from ceasefire.record.case import Case
    from ceasefire.record.lasting import LastingRecord
    from ceasefire.record.memory import MemoryRecord
    from ceasefire.record.taking_in import Recorded

Progress = Callable[[str, str], None]

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


@dataclass(frozen=True, slots=True)
class Options:
    """How to read: limits, what "-" stands for, and when the record learned it ("" in memory).

    `jobs` is how many processes share the coding; `copies`, whether near-copies are marked, for which every
    text that came before has to be remembered. `published` is a date that a person gives to all that carries none.
    """

    limits: ReadingLimits = field(default_factory=ReadingLimits)
    stdin: BinaryIO | None = None
    recorded: When = UNKNOWN
    jobs: int = 1
    copies: bool = True
    published: When = UNKNOWN


def silent(stage: str, name: str) -> None:
    """Progress that nobody watches."""


def build_record(
    sources: Iterable[str],
    case: Case | None = None,
    options: Options | None = None,
    progress: Progress = silent,
) -> MemoryRecord:
    """The record of the sources named; those of the case when there is one. What is unread is kept with its reason."""
    from ceasefire.reading.document import Unread
    from ceasefire.record.memory import MemoryRecord

    chosen = options or Options()
    record = MemoryRecord()
    for item in coded(sources, case, chosen, progress):
        if isinstance(item, Unread):
            record.add_unread(item)
        else:
            record.add(item, chosen.recorded)
    return record


def read_into(
    record: LastingRecord,
    sources: Iterable[str],
    case: Case | None = None,
    options: Options | None = None,
    progress: Progress = silent,
) -> Iterator[Recorded]:
    """Reads the sources into a lasting record: each thing as it is recorded, and what it was to the record."""
    from ceasefire.reading import read
    from ceasefire.reading.asked_languages import in_languages
    from ceasefire.record.taking_in import take_in

    chosen = options or Options()
    given = given_dates(case, chosen.published)
    items = read(sources, chosen.limits, stdin=chosen.stdin, keep=record.custody.keep, given=given)
    asked = in_languages(items, case.languages if case else (), known=record.has)
    return take_in(record, asked, case.parties if case else None, chosen.jobs, progress)


def read_again(
    record: LastingRecord, case: Case | None = None, options: Options | None = None, progress: Progress = silent
) -> Iterator[Recorded]:
    """Has every document on record read by the present coder, where another one read it last."""
    from ceasefire.record.taking_in import take_in

    jobs = (options or Options()).jobs
    return take_in(record, record.documents(), case.parties if case else None, jobs, progress)


def coded(
    sources: Iterable[str], case: Case | None = None, options: Options | None = None, progress: Progress = silent
) -> Iterator[Coded | Unread]:
    """Every document coded, and what is unread, in the order in which they were named and as they come."""
    from ceasefire.coding import code
    from ceasefire.reading.document import Unread

    chosen = options or Options()
    waiting: deque[Document | Unread] = deque()
    documents = _documents(sources, case, chosen, waiting, progress)
    for one in code(documents, aliases=case.parties if case else None, jobs=chosen.jobs):
        yield from _unread_before(waiting)
        origin = waiting.popleft().origin
        if not isinstance(one, Unread):
            progress("coded", origin)
        yield one
    yield from _unread_before(waiting)


def case_sources(case: Case) -> list[str]:
    """The sources of a case: paths from its folder, globs spelt out in order; its whole folder when it lists none."""
    from ceasefire.record.address import OF_THE_CASE

    if not case.sources:
        inside = sorted(case.folder.iterdir())
        return [str(one) for one in inside if one.name not in OF_THE_CASE and not one.name.startswith(".")]
    return list(dict.fromkeys(name for source in case.sources for name in spelt_out(case.folder, source)))


def given_dates(case: Case | None, published: When = UNKNOWN) -> Given:
    """The dates that a person gives to what carries none: `published` to all, those of the case to its sources."""
    from ceasefire.reading.given import Given, place_of

    if case is None:
        return Given(published)
    dates = case.dates.items()
    return Given(published, {place_of(name): date for one, date in dates for name in spelt_out(case.folder, one)})


def spelt_out(folder: Path, source: str) -> list[str]:
    """The paths that a path or a pattern in a folder names, sorted; a pattern that fits nothing stays as it is."""
    if _ADDRESS.match(source):
        return [source]
    if any(sign in source for sign in "*?[") and not (folder / source).exists():
        inside = glob.glob(source, root_dir=folder, recursive=True)  # noqa: PTH207 - Path.glob refuses absolute patterns
        found = [str(folder / one) for one in inside]
        return sorted(found) or [str(folder / source)]
    return [str(folder / source)]


def _documents(
    sources: Iterable[str], case: Case | None, options: Options, waiting: deque[Document | Unread], progress: Progress
) -> Iterator[Document]:
    """The documents, each with its place in `waiting`, where what is unread keeps its own."""
    from ceasefire.reading import mark_copies, read
    from ceasefire.reading.asked_languages import in_languages
    from ceasefire.reading.document import Document

    given = given_dates(case, options.published)
    items = read(sources, options.limits, stdin=options.stdin, given=given)
    asked = in_languages(items, case.languages if case else ())
    for item in mark_copies(asked) if options.copies else asked:
        waiting.append(item)
        progress("read", item.origin)
        if isinstance(item, Document):
            yield item


def _unread_before(waiting: deque[Document | Unread]) -> Iterator[Unread]:
    """What could not be read and was named before the next document."""
    from ceasefire.reading.document import Unread

    while waiting and isinstance(item := waiting[0], Unread):
        waiting.popleft()
        yield item
