"""`ceasefire compare`: what each party's account says was discussed and agreed at the same event."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ceasefire.errors import QuestionError
from ceasefire.publishing.asked import Asked, Tally, Task
from ceasefire.publishing.putting import one_task, put, put_json, record_of

if TYPE_CHECKING:
    from ceasefire.reasoning.account_sides import Both
    from ceasefire.reasoning.event import Event
    from ceasefire.record.view import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedCompare(Asked):
    """At which event; without one, the documents named are the accounts."""

    event: str | None = None


ASKED = AskedCompare


def answer(asked: AskedCompare) -> int:
    """The accounts side by side, as text, Markdown or JSON."""
    from ceasefire.reasoning.account_answers import compare_answer
    from ceasefire.reasoning.accounts import compare

    task, dates, tally = one_task(asked), asked.dates(), Tally()
    record = record_of(task, asked, tally)
    if not tally.read:
        return tally.close()
    event, accounts = _accounts(record, task, asked)
    compared = [compare(*both) for both in accounts]
    if asked.form == "json":
        put_json(compare_answer(record, compared, event, *dates))
    else:
        from ceasefire.publishing.account_markdown import to_markdown
        from ceasefire.publishing.account_page import page
        from ceasefire.publishing.account_text import show

        for number, one in enumerate(compared):
            if number:
                put("\n")
            if asked.form == "markdown":
                put(to_markdown(page(record, one, event)))
            else:
                show(page(record, one, event), sys.stdout)
    return tally.close()


def _accounts(record: Record, task: Task, asked: AskedCompare) -> tuple[Event | None, list[Both]]:
    """The event, where one is asked for, and the accounts that are held against each other."""
    from ceasefire.reasoning.account_sides import comparable, of_documents, of_event
    from ceasefire.reasoning.events import events

    dates = asked.dates()
    if asked.event:
        return of_event(record, asked.event, *dates, task.case)
    if task.case is not None:
        found = comparable(events(record, *dates, task.case))
        raise QuestionError(f"a case holds many accounts: name the event with --event ID; {found}")
    order = sorted(record.documents(), key=lambda one: _named(one.origin, asked.sources))
    return None, [of_documents(record, [one.id for one in order], *dates)]


def _named(origin: str, sources: tuple[str, ...]) -> int:
    """The place of the source that a document came from, in the order in which they were named."""
    return next((place for place, one in enumerate(sources) if origin.startswith(one)), len(sources))
