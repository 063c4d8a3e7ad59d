"""`ceasefire link`: a person says that two reports tell of one incident, or of different ones."""

from __future__ import annotations

from dataclasses import dataclass

from ceasefire.errors import QuestionError
from ceasefire.publishing.asked import Asked
from ceasefire.publishing.judging import data_of, full, judged_line, link_row, named
from ceasefire.publishing.putting import put, put_json
from ceasefire.publishing.recording import case_named, opened
from ceasefire.record.entry import LINK

REPORTS = "ceasefire incidents CASE --format jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedLink(Asked):
    """Which two reports of a case, what they are, by whom and why."""

    case: str
    one: str
    other: str
    verdict: str | None
    by: str
    reason: str


ASKED = AskedLink


def answer(asked: AskedLink) -> int:
    """Records it; reports are linked accordingly from now on."""
    from ceasefire.monitoring.decisions import decide_link
    from ceasefire.monitoring.linking.deciding import Decision

    by, reason = named(asked.by, asked.reason)
    if asked.verdict is None:
        raise QuestionError("say what the two reports are: --same, --different, or --open to take a decision back")
    case = case_named(asked.case)
    record = opened(case)
    try:
        known = data_of(record, case).rows
        one, other = (full(name, known, "report of an attack", REPORTS) for name in (asked.one, asked.other))
        if one == other:
            raise QuestionError(f"{asked.one!r} and {asked.other!r} are the same report; name two")
        made = decide_link(record, Decision(one, other, asked.verdict, by, reason))
    finally:
        record.close()
    if asked.form == "json":
        put_json({"decisions": [link_row(made)]})
    else:
        put(judged_line(LINK, f"{made.one} {made.other}", link_row(made)) + "\n")
    return 0
