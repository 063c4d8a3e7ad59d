"""`ceasefire changes`: what moved between two dates, in which direction, and in whose words."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date

from ceasefire import when
from ceasefire.errors import QuestionError
from ceasefire.publishing.asked import Asked, Tally
from ceasefire.publishing.putting import one_task, put_json, record_of


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedChanges(Asked):
    """From which date, up to which."""

    since: str
    until: str | None = None

    def between(self) -> tuple[date, date | None]:
        """The two days. Raises QuestionError when one is no date or the first is the later one."""
        first, last = when.ask(self.since), when.ask(self.until) if self.until else None
        if last is not None and first > last:
            raise QuestionError(f"--since {self.since} lies after --until {self.until}: give the earlier date first")
        return first, last


ASKED = AskedChanges


def answer(asked: AskedChanges) -> int:
    """What moved, as text or as JSON."""
    task, (since, until), (_, known_at), tally = one_task(asked), asked.between(), asked.dates(), Tally()
    record = record_of(task, asked, tally)
    if asked.form == "json":
        from ceasefire.reasoning.changes_answer import changes_answer

        put_json(changes_answer(record, since, until, known_at, task.case))
    else:
        from ceasefire.publishing.moving import changes_brief
        from ceasefire.publishing.terminal import show

        show(changes_brief(record, since, until, known_at, task.case), sys.stdout)
    return tally.close()
