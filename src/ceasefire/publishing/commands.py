"""What the commands do: read what was named, answer, and say what could not be read.

Exit statuses: 0 everything was read; 1 nothing could be read; 3 something could not, the rest is answered.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ceasefire.errors import QuestionError
from ceasefire.pipeline import build_record, coded
from ceasefire.publishing.asked import Asked, Tally, Task, tasks
from ceasefire.publishing.inert import json_text
from ceasefire.publishing.progress import watched
from ceasefire.publishing.wording import phrase
from ceasefire.record.memory import MemoryRecord

if TYPE_CHECKING:
    from ceasefire.publishing.brief import Brief

EVERY_FILE = ("html", "markdown", "json", "pdf")


def brief(asked: Asked) -> int:
    """`ceasefire brief`."""
    dates, todo = asked.dates(), tasks(asked.sources)
    if not asked.out:
        _refuse_what_stdout_cannot_hold(asked.forms, len(todo))
    tally = Tally()
    for task in todo:
        made = _brief(task, asked, dates, tally)
        if asked.out:
            _write(made, Path(asked.out) / task.name, asked)
        if not asked.forms or not asked.out or "terminal" in asked.forms:
            _print(made, asked.forms[0] if asked.forms and not asked.out else "terminal")
    return tally.close()


def code(asked: Asked) -> int:
    """`ceasefire code`: a line a document, as it is ready; as JSON, the same objects in one list."""
    from ceasefire.publishing.coded_lines import coded_line

    tally = Tally()
    before, after, lead = ("", "\n", "") if asked.form == "jsonl" else (",\n", "", "[\n")
    with watched(sys.stderr, asked.quiet) as progress:
        for task in tasks(asked.sources):
            for item in tally.counted(coded(task.sources, task.case, asked.options(copies=False), progress)):
                _out(lead + coded_line(item) + after)
                lead = before
    if asked.form == "json":
        _out("\n]\n" if lead == before else "[]\n")
    return tally.close()


def positions(asked: Asked) -> int:
    """`ceasefire positions`."""
    from ceasefire.publishing.tables import show_positions
    from ceasefire.reasoning.answers import positions_answer

    task, dates, tally = _one(asked), asked.dates(), Tally()
    if asked.form == "json":
        record = _record(task, asked, tally)
        _json(positions_answer(record, *dates, task.case))
    else:
        show_positions(_brief(task, asked, dates, tally), sys.stdout)
    return tally.close()


def blockers(asked: Asked) -> int:
    """`ceasefire blockers`."""
    from ceasefire.publishing.tables import show_blockers
    from ceasefire.reasoning.answers import blockers_answer

    task, dates, tally = _one(asked), asked.dates(), Tally()
    record = _record(task, asked, tally)
    if asked.form == "json":
        _json(blockers_answer(record, asked.provision, *dates, task.case))
    else:
        show_blockers(_compose(record, task, dates, asked.provision), sys.stdout)
    return tally.close()


def _one(asked: Asked) -> Task:
    """The one task of a command that answers one question. Raises QuestionError when cases are mixed."""
    found = tasks(asked.sources)
    if len(found) > 1:
        raise QuestionError("this question is put to one case, or to documents: name one CASE, or no CASE at all")
    return found[0]


def _record(task: Task, asked: Asked, tally: Tally) -> MemoryRecord:
    with watched(sys.stderr, asked.quiet) as progress:
        record = build_record(task.sources, task.case, asked.options(), progress)
    tally.add(record)
    return record


def _brief(task: Task, asked: Asked, dates: tuple[date | None, date | None], tally: Tally) -> Brief:
    return _compose(_record(task, asked, tally), task, dates)


def _compose(
    record: MemoryRecord, task: Task, dates: tuple[date | None, date | None], provision: str | None = None
) -> Brief:
    from ceasefire.publishing.compose import compose
    from ceasefire.publishing.gather import gather

    return compose(gather(record, task.case, *dates, provision=provision))


def _write(made: Brief, folder: Path, asked: Asked) -> None:
    from ceasefire.publishing.write import write

    for path in write(made, folder, asked.forms or EVERY_FILE):
        if not asked.quiet:
            print(phrase("written", path=path), file=sys.stderr)


def _print(made: Brief, wanted: str) -> None:
    if wanted == "terminal":
        from ceasefire.publishing.terminal import show

        show(made, sys.stdout)
        return
    from ceasefire.publishing.write import form

    _out(form(made, wanted))


def _json(answer: dict[str, Any]) -> None:
    _out(json_text(json.dumps(answer, ensure_ascii=False, indent=1)) + "\n")


def _out(content: str | bytes) -> None:
    """Text as UTF-8, or bytes, to standard output at once, whatever encoding the terminal has."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content.encode("utf-8") if isinstance(content, str) else content)
    sys.stdout.buffer.flush()


def _refuse_what_stdout_cannot_hold(forms: tuple[str, ...], briefs: int) -> None:
    if len(forms) > 1:
        raise QuestionError(f"{len(forms)} forms cannot share standard output: give one --format, or --out FOLDER")
    if forms == ("pdf",) and sys.stdout.isatty():
        raise QuestionError("a PDF is no text for a terminal: redirect it (> brief.pdf), or give --out FOLDER")
    if briefs > 1 and set(forms) - {"terminal", "markdown"}:
        raise QuestionError(f"{briefs} briefs as {forms[0]} cannot share standard output: give --out FOLDER")
