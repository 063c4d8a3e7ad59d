"""`ceasefire log`: everything that was ever put on record, and when, by whom."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from ceasefire.publishing.asked import Asked
from ceasefire.publishing.deciding import decision_line
from ceasefire.publishing.putting import put
from ceasefire.publishing.recording import case_named, opened
from ceasefire.publishing.wording import counted, phrase
from ceasefire.record.decision import decision_of
from ceasefire.record.entry import DECISION, DOCUMENT, INCIDENTS, READING, Entry, plain
from ceasefire.when import GIVEN


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedLog(Asked):
    """Of which case, and about which document, source or statement; about everything without."""

    case: str
    about: str = ""


ASKED = AskedLog


def answer(asked: AskedLog) -> int:
    """The entries of the log in their order: a line each."""
    record = opened(case_named(asked.case))
    try:
        for entry in record.log(asked.about):
            put(json.dumps(_row(entry), ensure_ascii=False) + "\n" if asked.form == "jsonl" else _line(entry) + "\n")
    finally:
        record.close()
    return 0


def _row(entry: Entry) -> dict[str, Any]:
    return {
        "seq": entry.seq,
        "kind": entry.kind,
        "subject": entry.subject,
        "recorded": entry.recorded,
        "hash": entry.hash,
        "body": plain(entry.body),
    }


def _line(entry: Entry) -> str:
    body = plain(entry.body)
    return phrase("log.line", seq=entry.seq, recorded=entry.recorded[:19] + "Z", what=_what(entry, body))


def _what(entry: Entry, body: dict[str, Any]) -> str:
    if entry.kind == DECISION:
        return decision_line(decision_of(entry.subject, body, entry.recorded))
    if entry.kind == DOCUMENT:
        published = body.get("published", {})
        if published.get("found_in") == GIVEN:
            return phrase("log.document_given", id=entry.subject, origin=body["origin"], date=published["edtf"])
        return phrase("log.document", id=entry.subject, origin=body["origin"])
    if entry.kind == READING:
        said = counted("log.statements", len(body["statements"]))
        return phrase("log.reading", id=entry.subject, coder=body["coder"], said=said)
    if entry.kind == INCIDENTS:
        return phrase("log.incidents", **{name: body[name] for name in ("file", "source", "rows", "used")})
    return phrase("log.unread", origin=entry.subject, reason=body["reason"])
