"""`ceasefire read`: sources into the record of a case, where they stay."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from typing import Any

from ceasefire.errors import QuestionError
from ceasefire.pipeline import case_sources, read_again, read_into
from ceasefire.publishing.asked import Asked, Tally
from ceasefire.publishing.progress import watched
from ceasefire.publishing.putting import put, put_json
from ceasefire.publishing.recording import case_named, opened
from ceasefire.publishing.wording import counted, phrase
from ceasefire.reading.document import Unread
from ceasefire.reasoning.kept import bring_up_to_date
from ceasefire.record.lasting import KNOWN, NOT_READ, OUTCOMES, LastingRecord
from ceasefire.record.taking_in import Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedRead(Asked):
    """Whether everything on record is read again by the present coder."""

    case: str
    again: bool = False


ASKED = AskedRead


def answer(asked: AskedRead) -> int:
    """What was added, thing by thing, and where the log ends now."""
    case = case_named(asked.case)
    if asked.again and asked.sources:
        raise QuestionError("--again reads what is on record already: name no SOURCE with it")
    named = list(asked.sources) or case_sources(case)
    record, tally, counts = opened(case, create=True), Tally(), Counter[str]()
    told: list[dict[str, Any]] = []
    try:
        with watched(sys.stderr, asked.quiet) as progress:
            options = asked.options()
            items = (
                read_again(record, case, options, progress)
                if asked.again
                else read_into(record, named, case, options, progress)
            )
            for one in items:
                counts[one[1]] += 1
                _count(tally, one)
                if asked.form == "json":
                    told.append(_row(one))
                elif one[1] not in (KNOWN, NOT_READ) and not asked.quiet:
                    put(_line(one))
        if any(counts[name] for name in OUTCOMES if name != KNOWN):
            bring_up_to_date(record, case)
        entries, end = record.end()
        if asked.form == "json":
            added = {name.replace(" ", "_"): counts[name] for name in OUTCOMES}
            put_json({"documents": told, "added": added, "entries": entries, "end": end or None})
        else:
            put(_summary(counts, record))
    finally:
        record.close()
    return tally.close()


def _count(tally: Tally, one: Recorded) -> None:
    item = one[0]
    if isinstance(item, Unread):
        tally.unread.append(item)
    else:
        tally.read += 1


def _row(one: Recorded) -> dict[str, Any]:
    item, outcome = one
    reason = {"reason": item.reason, "detail": item.detail} if isinstance(item, Unread) else {}
    return {"id": item.id, "origin": item.origin, "outcome": outcome, **reason}


def _line(one: Recorded) -> str:
    return phrase("record.read", outcome=one[1], id=one[0].id, origin=one[0].origin) + "\n"


def _summary(counts: Counter[str], record: LastingRecord) -> str:
    parts = [counted(f"record.{name.replace(' ', '_')}", counts[name]) for name in OUTCOMES if counts[name]]
    entries, end = record.end()
    log = phrase("record.end", entries=entries, end=end[:12]) if entries else phrase("record.empty")
    return phrase("record.summary", parts=", ".join(parts) or phrase("record.nothing"), log=log) + "\n"
