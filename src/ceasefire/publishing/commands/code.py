"""`ceasefire code`: a line a document, as it is ready; as JSON, the same objects in one list; or Parquet."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ceasefire.errors import QuestionError
from ceasefire.pipeline import coded
from ceasefire.publishing.asked import READ_ALL, READ_NOTHING, READ_SOME, Asked, Tally, tasks
from ceasefire.publishing.progress import watched
from ceasefire.publishing.putting import put
from ceasefire.publishing.wording import phrase

if TYPE_CHECKING:
    from ceasefire.coding.statement import Coded
    from ceasefire.reading.document import Unread


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeAsked(Asked):
    """With a folder for Parquet, and who does the work."""

    out: str | None = None
    engine: str = ""
    master: str = ""


ASKED = CodeAsked


def answer(asked: CodeAsked) -> int:
    """Every document coded."""
    if asked.engine == "spark":
        return _on_spark(asked)
    tally = Tally()
    items = tally.counted(_items(asked))
    if asked.out:
        from ceasefire.publishing.coded_table import write_coded

        for _ in write_coded(items, Path(asked.out)):
            pass
    else:
        _put(items, asked.form)
    return tally.close()


def _items(asked: CodeAsked) -> Iterator[Coded | Unread]:
    with watched(sys.stderr, asked.quiet) as progress:
        for task in tasks(asked.sources):
            yield from coded(task.sources, task.case, asked.options(copies=False), progress)


def _put(items: Iterator[Coded | Unread], form: str) -> None:
    from ceasefire.publishing.coded_lines import coded_line

    before, after, lead = ("", "\n", "") if form == "jsonl" else (",\n", "", "[\n")
    for item in items:
        put(lead + coded_line(item) + after)
        lead = before
    if form == "json":
        put("\n]\n" if lead == before else "[]\n")


def _on_spark(asked: CodeAsked) -> int:
    """The work of a cluster; what could not be read is counted by its reason."""
    from ceasefire.publishing.coding_on_spark import code_on_spark

    if not asked.out:
        raise QuestionError("on Spark, what is coded goes to a folder that every worker can write: --out FOLDER")
    counts = code_on_spark(asked.sources, Path(asked.out).resolve(), asked.master)
    read = counts.pop(None, 0)
    for reason, number in sorted(counts.items(), key=str):
        print(phrase("rows_not_read", number=number, reason=reason), file=sys.stderr)
    if not counts:
        return READ_ALL
    return READ_SOME if read else READ_NOTHING
