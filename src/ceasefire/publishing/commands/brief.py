"""`ceasefire brief`: a sourced brief of each case named, and of all other sources together."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ceasefire.errors import QuestionError
from ceasefire.publishing.asked import Asked, Tally, tasks
from ceasefire.publishing.putting import brief_of, put, record_of
from ceasefire.publishing.wording import phrase

if TYPE_CHECKING:
    from ceasefire.publishing.brief import Brief

EVERY_FILE = ("html", "markdown", "json", "pdf")


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedBrief(Asked):
    """In which forms, and the folder to write them to."""

    forms: tuple[str, ...] = ()
    out: str | None = None


ASKED = AskedBrief


def answer(asked: AskedBrief) -> int:
    """The briefs, written and shown as asked."""
    dates, todo = asked.dates(), tasks(asked.sources)
    if not asked.out:
        _refuse_what_stdout_cannot_hold(asked.forms, len(todo))
    tally = Tally()
    for task in todo:
        made = brief_of(record_of(task, asked, tally), task, dates)
        if asked.out:
            _write(made, Path(asked.out) / task.name, asked)
        if not asked.forms or not asked.out or "terminal" in asked.forms:
            _print(made, asked.forms[0] if asked.forms and not asked.out else "terminal")
    return tally.close()


def _write(made: Brief, folder: Path, asked: AskedBrief) -> None:
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

    put(form(made, wanted))


def _refuse_what_stdout_cannot_hold(forms: tuple[str, ...], briefs: int) -> None:
    if len(forms) > 1:
        raise QuestionError(f"{len(forms)} forms cannot share standard output: give one --format, or --out FOLDER")
    if forms == ("pdf",) and sys.stdout.isatty():
        raise QuestionError("a PDF is no text for a terminal: redirect it (> brief.pdf), or give --out FOLDER")
    if briefs > 1 and set(forms) - {"terminal", "markdown"}:
        raise QuestionError(f"{briefs} briefs as {forms[0]} cannot share standard output: give --out FOLDER")
