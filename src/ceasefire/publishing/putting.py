"""A question put to a case or to documents: its record, its brief, and the answer on standard output."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

from ceasefire.errors import QuestionError
from ceasefire.pipeline import build_record
from ceasefire.publishing.asked import Asked, Tally, Task, tasks
from ceasefire.publishing.inert import json_text
from ceasefire.publishing.progress import watched
from ceasefire.publishing.recording import opened_if_there
from ceasefire.record.view import Record

if TYPE_CHECKING:
    from ceasefire.publishing.brief import Brief


def one_task(asked: Asked) -> Task:
    """The one task of a command that answers one question. Raises QuestionError when cases are mixed."""
    found = tasks(asked.sources)
    if len(found) > 1:
        raise QuestionError("this question is put to one case, or to documents: name one CASE, or no CASE at all")
    return found[0]


def record_of(task: Task, asked: Asked, tally: Tally) -> Record:
    """The record of a task: the lasting one of a case that has one, else one in memory, made from its sources.

    What could not be read just now is counted. Raises QuestionError when a record in memory is asked what it
    knew at an earlier date.
    """
    if task.case is not None and (lasting := opened_if_there(task.case, asked)) is not None:
        tally.read += 1
        return lasting
    if asked.known_at:
        raise QuestionError(
            "--known-at asks what a record knew by a date, and these sources are read only now; "
            "put them on record first: ceasefire read CASE"
        )
    with watched(sys.stderr, asked.quiet) as progress:
        record = build_record(task.sources, task.case, asked.options(), progress)
    tally.add(record)
    return record


def brief_of(record: Record, task: Task, dates: tuple[date | None, date | None], provision: str | None = None) -> Brief:
    """The brief on a record."""
    from ceasefire.publishing.compose import compose
    from ceasefire.publishing.gather import gather

    return compose(gather(record, task.case, *dates, provision=provision))


def put_json(answer: dict[str, Any]) -> None:
    """An answer as JSON to standard output."""
    put(json_text(json.dumps(answer, ensure_ascii=False, indent=1)) + "\n")


def put(content: str | bytes) -> None:
    """Text as UTF-8, or bytes, to standard output at once, whatever encoding the terminal has."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content.encode("utf-8") if isinstance(content, str) else content)
    sys.stdout.buffer.flush()
