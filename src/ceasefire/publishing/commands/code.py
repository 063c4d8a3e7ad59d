"""`ceasefire code`: a line a document, as it is ready; as JSON, the same objects in one list."""

from __future__ import annotations

import sys

from ceasefire.pipeline import coded
from ceasefire.publishing.asked import Asked, Tally, tasks
from ceasefire.publishing.progress import watched
from ceasefire.publishing.putting import put


def answer(asked: Asked) -> int:
    """Every document coded."""
    from ceasefire.publishing.coded_lines import coded_line

    tally = Tally()
    before, after, lead = ("", "\n", "") if asked.form == "jsonl" else (",\n", "", "[\n")
    with watched(sys.stderr, asked.quiet) as progress:
        for task in tasks(asked.sources):
            for item in tally.counted(coded(task.sources, task.case, asked.options(copies=False), progress)):
                put(lead + coded_line(item) + after)
                lead = before
    if asked.form == "json":
        put("\n]\n" if lead == before else "[]\n")
    return tally.close()
