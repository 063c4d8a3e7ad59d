"""`ceasefire events`: which calls, meetings, talks and signings the documents tell of, and whose accounts there are."""

from __future__ import annotations

import sys

from ceasefire.publishing.asked import Asked, Tally
from ceasefire.publishing.putting import one_task, put_json, record_of


def answer(asked: Asked) -> int:
    """The events in order of time, as text or as JSON."""
    from ceasefire.publishing.event_list import show_events
    from ceasefire.reasoning.event_answers import events_answer
    from ceasefire.reasoning.events import events

    task, dates, tally = one_task(asked), asked.dates(), Tally()
    record = record_of(task, asked, tally)
    if asked.form == "json":
        put_json(events_answer(record, *dates, task.case))
    else:
        show_events(events(record, *dates, task.case), record, sys.stdout)
    return tally.close()
