"""`ceasefire verify`: whether the record is what it was when it was written."""

from __future__ import annotations

from dataclasses import dataclass

from ceasefire.publishing.asked import READ_ALL, READ_NOTHING, Asked
from ceasefire.publishing.putting import put, put_json
from ceasefire.publishing.recording import case_named, opened
from ceasefire.publishing.wording import counted, phrase
from ceasefire.reasoning.kept import changed
from ceasefire.record.verify import Checked, verify


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedVerify(Asked):
    """Which case to look at."""

    case: str


ASKED = AskedVerify


def answer(asked: AskedVerify) -> int:
    """Each finding, named; exit status 1 where there is one."""
    case, checked = case_named(asked.case), Checked()
    record = opened(case)
    try:
        findings = list(verify(record.database, record.custody, checked)) or list(changed(record, case))
    finally:
        record.close()
    if asked.form == "json":
        put_json(
            {
                "sound": not findings,
                "findings": [{"kind": one.kind, "name": one.name, "detail": one.detail} for one in findings],
                "entries": checked.entries,
                "documents": checked.documents,
                "files": checked.files,
                "end": checked.hash or None,
            }
        )
    else:
        for one in findings:
            put(phrase("verify.finding", name=one.name, detail=one.detail) + "\n")
        told = counted("verify.findings", len(findings))
        put(
            phrase("verify.summary", told=told, entries=checked.entries, files=checked.files, end=checked.hash[:12])
            + "\n"
        )
    return READ_NOTHING if findings else READ_ALL
