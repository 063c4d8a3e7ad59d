"""`ceasefire monitor`: whether a pause holds, as the report of a ceasefire monitor."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ceasefire import when
from ceasefire.errors import QuestionError
from ceasefire.pipeline import spelt_out
from ceasefire.publishing.asked import Asked, Tally, Task
from ceasefire.publishing.importing import how_to_import, outlines_named
from ceasefire.publishing.progress import bytes_watched
from ceasefire.publishing.putting import one_task, put, record_of
from ceasefire.publishing.wording import phrase
from ceasefire.reading.document import Unread

if TYPE_CHECKING:
    from ceasefire.monitoring.monitored import Monitored
    from ceasefire.record.view import Record

EVERY_FILE = ("html", "md", "json", "pdf")


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedMonitor(Asked):
    """Which incidents and provision, which period, how to count, in which forms, and the folder to write them to."""

    incidents: tuple[str, ...] = ()
    provision: str | None = None
    first: str | None = None
    until: str | None = None
    within: int | None = None
    outlines: str | None = None
    mapping: str | None = None
    engine: str = "duckdb"
    master: str | None = None
    forms: tuple[str, ...] = ()
    out: str | None = None

    def period(self) -> tuple[date | None, date | None]:
        """The days that --from and --until name. Raises QuestionError when one is no date, or they are exchanged."""
        first = when.given(self.first).first if self.first else None
        last = when.ask(self.until) if self.until else None
        if first and last and first > last:
            raise QuestionError(f"a period cannot end ({last}) before it begins ({first}): swap --from and --until")
        return first, last


ASKED = AskedMonitor


def answer(asked: AskedMonitor) -> int:
    """The report, written and shown as asked."""
    asked.period()
    if not asked.out:
        _refuse_what_stdout_cannot_hold(asked.forms)
    task, tally = one_task(asked), Tally()
    record = record_of(task, asked, tally)
    try:
        found = found_in(record, task, asked, tally)
    except QuestionError:
        tally.close()  # what could not be read may be why
        raise
    if asked.out:
        _write(found, Path(asked.out), asked)
    if not asked.forms or not asked.out or "text" in asked.forms:
        _print(found, asked.forms[0] if asked.forms and not asked.out else "text")
    return tally.close()


def found_in(record: Record, task: Task, asked: AskedMonitor, tally: Tally) -> Monitored:
    """What monitoring makes of it; files that could not be read are counted."""
    from ceasefire.monitoring.monitor import Asked as AskedOf
    from ceasefire.monitoring.whole import Given, whole

    (as_of, known_at), (first, last) = asked.dates(), asked.period()
    outlines = outlines_named(task.case, asked.outlines)
    of_the_case = task.case.incidents if task.case else ()
    folder = task.case.folder if task.case else Path()
    with bytes_watched(sys.stderr, asked.quiet, phrase("incidents.reading")) as watch:
        answer = whole(
            task.case.title if task.case else phrase("incidents.documents"),
            record,
            task.case,
            AskedOf(
                asked.provision,
                first,
                last,
                as_of,
                known_at,
                asked.within,
                engine=asked.engine,
                master=asked.master or "",
            ),
            Given(
                how_to_import(task.case, asked.mapping, outlines, "", swap=False),
                tuple(Path(path) for one in asked.incidents for path in spelt_out(Path(), one)),
                tuple(Path(path) for one in of_the_case for path in spelt_out(folder, one)),
                str(outlines or ""),
                watch,
            ),
        )
    tally.unread += [Unread(path, path, reason, detail) for path, reason, detail in answer.unread]
    return answer.found


def _write(found: Monitored, folder: Path, asked: AskedMonitor) -> None:
    from ceasefire.publishing.monitor.files import write

    for path in write(found, folder, asked.forms or EVERY_FILE):
        if not asked.quiet:
            print(phrase("written", path=path), file=sys.stderr)


def _print(found: Monitored, wanted: str) -> None:
    if wanted != "text":
        from ceasefire.publishing.monitor.files import form

        put(form(found, wanted))
        return
    from ceasefire.publishing.monitor.compose import compose
    from ceasefire.publishing.monitor.text import show

    show(compose(found), sys.stdout)


def _refuse_what_stdout_cannot_hold(forms: tuple[str, ...]) -> None:
    if len(forms) > 1:
        raise QuestionError(f"{len(forms)} forms cannot share standard output: give one --format, or --out FOLDER")
    if forms == ("pdf",) and sys.stdout.isatty():
        raise QuestionError("a PDF is no text for a terminal: redirect it (> monitor.pdf), or give --out FOLDER")
