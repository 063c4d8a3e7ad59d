"""`ceasefire blockers`: what stands in the way of a provision, and which moves would let it through."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from ceasefire.publishing.asked import Asked, Tally
from ceasefire.publishing.putting import brief_of, one_task, put_json, record_of


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedBlockers(Asked):
    """Which provision to look at; every one without."""

    provision: str | None = None


ASKED = AskedBlockers


def answer(asked: AskedBlockers) -> int:
    """The outlook, as text or as JSON."""
    task, dates, tally = one_task(asked), asked.dates(), Tally()
    record = record_of(task, asked, tally)
    if asked.form == "json":
        from ceasefire.reasoning.answers import blockers_answer

        put_json(blockers_answer(record, asked.provision, *dates, task.case))
    else:
        from ceasefire.publishing.tables import show_blockers

        show_blockers(brief_of(record, task, dates, asked.provision), sys.stdout)
    return tally.close()
