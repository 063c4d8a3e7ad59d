"""`ceasefire export`: the record of a case as files that others can use."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from ceasefire.publishing.asked import Asked, Tally, Task
from ceasefire.publishing.putting import one_task, record_of
from ceasefire.publishing.wording import counted, phrase
from ceasefire.record.view import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedExport(Asked):
    """To which folder, in which forms; in every form without."""

    to: str
    forms: tuple[str, ...] = ()


ASKED = AskedExport


def answer(asked: AskedExport) -> int:
    """Writes the folder, whole or not at all, and says on standard error where."""
    from ceasefire.publishing.exports.files import FORMS, JSONL, files_of
    from ceasefire.publishing.exports.folder import refuse_what_is_not_ours, write
    from ceasefire.publishing.exports.lasting import carried, decided_of, lasting
    from ceasefire.publishing.exports.material import material

    task, dates, tally, forms = one_task(asked), asked.dates(), Tally(), asked.forms or FORMS
    refuse_what_is_not_ours(Path(asked.to))
    record = record_of(task, asked, tally)
    kept = lasting(record)
    decided = decided_of(kept, dates[1]) if kept else None
    made = material(record, _title(task, record), task.case, *dates, decided=decided)
    whole = kept is not None and JSONL in forms and not any(dates)
    log, custody = carried(kept) if kept and whole else ((), None)
    write(Path(asked.to), files_of(made, forms, log), custody)
    if not asked.quiet:
        print(phrase("written", path=asked.to), file=sys.stderr)
    return tally.close()


def _title(task: Task, record: Record) -> str:
    return (task.case.title if task.case else "") or counted("page.untitled", len(record.documents()))
