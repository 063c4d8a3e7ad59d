"""What a person decides about incidents: which reports are of one, and what one is under a provision; in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ceasefire.errors import QuestionError
from ceasefire.publishing.wording import phrase
from ceasefire.record.entry import ASSESSMENT, LINK

if TYPE_CHECKING:
    from ceasefire.monitoring.assessing import Decided
    from ceasefire.monitoring.gathering import Gathered
    from ceasefire.monitoring.linking.deciding import Decision
    from ceasefire.record.case import Case
    from ceasefire.record.lasting import LastingRecord

SHORTEST = 4
"""So many letters of an id name a report or an incident, where no other begins with them."""


def named(by: str, reason: str) -> tuple[str, str]:
    """Who decides and why. Raises QuestionError when either is empty."""
    for name, words in (("by", by), ("reason", reason)):
        if not words.strip():
            raise QuestionError(f"--{name} is empty; a decision carries the name and the reason of whoever makes it")
    return by.strip(), reason.strip()


def full(given: str, known: Iterable[str], what: str, where: str) -> str:
    """The id that begins so. Raises QuestionError when there is none, or several."""
    found = sorted(one for one in known if one == given or (len(given) >= SHORTEST and one.startswith(given)))
    if given in found or len(found) == 1:
        return given if given in found else found[0]
    if found:
        raise QuestionError(f"{given!r} begins {len(found)} ids: {', '.join(found[:5])}; give more of it")
    raise QuestionError(f"there is no {what} {given!r}; `{where}` lists the ids")


def data_of(record: LastingRecord, case: Case) -> Gathered:
    """The incidents on record as they are linked now. Raises QuestionError when there is no incident data."""
    from ceasefire.coding.parties import Parties
    from ceasefire.monitoring.decisions import links_decided
    from ceasefire.monitoring.gathering import gathered
    from ceasefire.monitoring.importing.kept import imported

    files = imported(record)
    if not files:
        raise QuestionError("no incident data is on record; import it with: ceasefire incidents CASE FILE…")
    return gathered(files, Parties.builtin().with_aliases(case.parties), links_decided(record))


def link_row(one: Decision) -> dict[str, Any]:
    """A decision on two reports in the published shape."""
    names = ("one", "other", "verdict", "by", "reason", "recorded")
    return {name: getattr(one, name) for name in names}


def assessment_row(one: Decided) -> dict[str, Any]:
    """A decision on an incident in the published shape."""
    return {
        "incident": one.incident,
        "provision": one.provision,
        "terms": one.terms or None,
        "verdict": one.verdict or None,
        "by": one.by,
        "reason": one.reason,
        "recorded": one.recorded,
        "reports": list(one.reports),
    }


def judged_line(kind: str, subject: str, body: Mapping[str, Any]) -> str:
    """A decision of either kind in a line, from its entry in the log."""
    held = {name: body[name] for name in ("by", "reason")}
    if kind == LINK:
        return phrase(f"decision.link_{body['verdict']}", one=body["one"], other=body["other"], **held)
    assert kind == ASSESSMENT
    how = "assessment" if body["verdict"] else "assessment_open"
    terms = phrase("decision.in_terms", terms=body["terms"]) if body["terms"] else ""
    return phrase(
        f"decision.{how}", incident=subject, provision=body["provision"], verdict=body["verdict"], terms=terms, **held
    )
