"""`ceasefire read`: sources into the record of a case, where they stay."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from ceasefire.errors import QuestionError
from ceasefire.pipeline import case_sources, given_dates, read_again, read_into
from ceasefire.publishing.asked import Asked, Tally
from ceasefire.publishing.progress import watched
from ceasefire.publishing.putting import put, put_json
from ceasefire.publishing.recording import case_named, opened
from ceasefire.publishing.wording import counted, phrase
from ceasefire.reading.document import Unread
from ceasefire.reading.given import Given
from ceasefire.reasoning.kept import bring_up_to_date
from ceasefire.record.lasting import KNOWN, NOT_READ, OUTCOMES, LastingRecord
from ceasefire.record.taking_in import Recorded
from ceasefire.when import UNKNOWN, given


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedRead(Asked):
    """Whether everything on record is read again by the present coder; the date of what carries none."""

    case: str
    again: bool = False
    published: str | None = None


ASKED = AskedRead


def answer(asked: AskedRead) -> int:
    """What was added, thing by thing, and where the log ends now."""
    case = case_named(asked.case)
    if asked.again and asked.sources:
        raise QuestionError("--again reads what is on record already: name no SOURCE with it")
    if asked.published and not asked.sources:
        raise QuestionError("--published dates the SOURCE that it is given for: name one; case.yaml can date its own")
    published = given(asked.published) if asked.published else UNKNOWN
    dates = given_dates(case, published)
    named = list(asked.sources) or case_sources(case)
    record, tally, counts = opened(case, create=True), Tally(), Counter[str]()
    told: list[dict[str, Any]] = []
    try:
        with watched(sys.stderr, asked.quiet) as progress:
            options = replace(asked.options(), published=published)
            items = (
                read_again(record, case, options, progress)
                if asked.again
                else read_into(record, named, case, options, progress)
            )
            for one in items:
                counts[one[1]] += 1
                _count(tally, one)
                _tell_own_date(dates, one)
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


def _tell_own_date(dates: Given, one: Recorded) -> None:
    """Says on standard error where a text carries another date than the one given to it, and keeps its own."""
    item = one[0]
    if not isinstance(item, Unread) and (date := dates.another(item)).known:
        print(phrase("own_date", origin=item.origin, own=item.published, given=date), file=sys.stderr)


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
