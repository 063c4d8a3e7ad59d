"""`ceasefire pauses`: the life of each pause, step by step, each with its words."""

from __future__ import annotations

import sys

from ceasefire.publishing.asked import Asked, Tally
from ceasefire.publishing.putting import brief_of, one_task, put_json, record_of


def answer(asked: Asked) -> int:
    """The lives, as text or as JSON."""
    from ceasefire.publishing.tables import show_pauses
    from ceasefire.reasoning.pause_answers import pauses_answer

    task, dates, tally = one_task(asked), asked.dates(), Tally()
    record = record_of(task, asked, tally)
    if asked.form == "json":
        put_json(pauses_answer(record, *dates, task.case))
    else:
        show_pauses(brief_of(record, task, dates), sys.stdout)
    return tally.close()
