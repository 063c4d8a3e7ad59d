"""`ceasefire positions`: where each party stands on each provision."""

from __future__ import annotations

import sys

from ceasefire.publishing.asked import Asked, Tally
from ceasefire.publishing.putting import brief_of, one_task, put_json, record_of


def answer(asked: Asked) -> int:
    """The positions, as a table or as JSON."""
    task, dates, tally = one_task(asked), asked.dates(), Tally()
    record = record_of(task, asked, tally)
    if asked.form == "json":
        from ceasefire.reasoning.answers import positions_answer

        put_json(positions_answer(record, *dates, task.case))
    else:
        from ceasefire.publishing.tables import show_positions

        show_positions(brief_of(record, task, dates), sys.stdout)
    return tally.close()
