"""`ceasefire assess`: a person says what an incident is under a provision; that supersedes what the rules say."""

from __future__ import annotations

from dataclasses import dataclass

from ceasefire.errors import QuestionError
from ceasefire.publishing.asked import Asked
from ceasefire.publishing.judging import assessment_row, data_of, full, judged_line, named
from ceasefire.publishing.putting import put, put_json
from ceasefire.publishing.recording import case_named, opened
from ceasefire.record.entry import ASSESSMENT

INCIDENTS = "ceasefire monitor CASE --format json"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedAssessment(Asked):
    """Which incident of a case, under which provision (in one version of its terms, or all), what, by whom and why."""

    case: str
    incident: str
    provision: str
    verdict: str | None
    open: bool = False
    terms: str | None = None
    by: str
    reason: str


ASKED = AskedAssessment


def answer(asked: AskedAssessment) -> int:
    """Records it, with the reports that the incident is told by, so that it is found again."""
    from ceasefire.monitoring.assessing import Decided
    from ceasefire.monitoring.assessment import VERDICTS
    from ceasefire.monitoring.decisions import decide_assessment
    from ceasefire.monitoring.monitor import Asked as AskedPauses
    from ceasefire.monitoring.monitor import pauses

    by, reason = named(asked.by, asked.reason)
    if (asked.verdict is None) != asked.open:
        raise QuestionError(f"give --verdict ({', '.join(VERDICTS)}), or --open to take the last decision back")
    if asked.verdict is not None and asked.verdict not in VERDICTS:
        raise QuestionError(f"{asked.verdict!r} is no assessment; choose one of: {', '.join(VERDICTS)}")
    case = case_named(asked.case)
    record = opened(case)
    try:
        [pause] = pauses(record, case, AskedPauses(provision=asked.provision))
        versions = [one.name for one in pause.versions]
        if asked.terms is not None and asked.terms not in versions:
            raise QuestionError(f"no version of the terms is by {asked.terms!r}; choose one of: {', '.join(versions)}")
        known = {one.id: one for one in data_of(record, case).incidents}
        name = full(asked.incident, known, "incident", INCIDENTS)
        made = decide_assessment(
            record,
            Decided(
                name,
                asked.provision,
                asked.verdict or "",
                by,
                reason,
                terms=asked.terms or "",
                reports=known[name].reports,
            ),
        )
    finally:
        record.close()
    row = assessment_row(made)
    if asked.form == "json":
        put_json({"decisions": [row]})
    else:
        words = {**row, "verdict": row["verdict"] or "", "terms": row["terms"] or ""}
        put(judged_line(ASSESSMENT, made.incident, words) + "\n")
    return 0
