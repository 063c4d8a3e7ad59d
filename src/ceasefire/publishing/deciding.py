"""What a person decides about a statement: accept, correct or reject it, or take that back, with name and reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ceasefire.coding.statement import Statement
from ceasefire.errors import QuestionError
from ceasefire.publishing.asked import Asked
from ceasefire.publishing.putting import put, put_json
from ceasefire.publishing.recording import case_named, opened
from ceasefire.publishing.wording import phrase
from ceasefire.record.decision import WITHDRAW, Decision
from ceasefire.record.rows import row_of

if TYPE_CHECKING:
    from ceasefire.record.lasting import LastingRecord

SHORTEST = 4
"""So many letters of an id name a statement, where no other begins with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedDecision(Asked):
    """About which statements of a case, by whom and why."""

    case: str
    statements: tuple[str, ...]
    by: str
    reason: str


def decide(asked: AskedDecision, verdict: str, change: Callable[[Statement], Statement | None]) -> int:
    """Records the decision on each statement; `change` gives the statement as it stands from now on."""

    def made(record: LastingRecord, names: list[str], by: str, reason: str) -> list[Decision]:
        after = {name: change(record.view().standing(name)) for name in names}
        return [record.decide(name, verdict, by, reason, after[name]) for name in names]

    return answered(asked, made)


def answered(asked: AskedDecision, make: Callable[[LastingRecord, list[str], str, str], list[Decision]]) -> int:
    """Tells what was decided; `make` records it about the statements with these ids, by whom and why."""
    for name in ("by", "reason"):
        if not getattr(asked, name).strip():
            raise QuestionError(f"--{name} is empty; a decision carries the name and the reason of whoever makes it")
    record = opened(case_named(asked.case))
    try:
        known = known_ids(record)
        names = list(dict.fromkeys(_full(one, known) for one in asked.statements))
        made = make(record, names, asked.by.strip(), asked.reason.strip())
    finally:
        record.close()
    if asked.form == "json":
        put_json({"decisions": [decision_row(one) for one in made]})
    else:
        put("".join(decision_line(one) + "\n" for one in made))
    return 0


def known_ids(record: Any) -> set[str]:
    """The ids of every statement on record, those that somebody rejected too."""
    view = record.view()
    return {one.id for some in view.statements.values() for one in some} | {one.statement for one in view.decisions}


def decision_row(one: Decision) -> dict[str, Any]:
    """A decision in the published shape."""
    return {
        "statement": one.statement,
        "verdict": one.verdict,
        "by": one.by,
        "reason": one.reason,
        "recorded": one.recorded,
        "before": row_of(one.before),
        "after": row_of(one.after) if one.after else None,
    }


def decision_line(one: Decision) -> str:
    """A decision in a line."""
    changes = "; ".join(_changes(one))
    return phrase(
        f"decision.{one.verdict}{'_to' if one.verdict == WITHDRAW and changes else ''}",
        statement=one.statement,
        by=one.by,
        reason=one.reason,
        recorded=one.recorded,
        changes=changes,
    )


def _changes(one: Decision) -> list[str]:
    if one.after is None:
        return []
    before, after = row_of(one.before), row_of(one.after)
    return [
        f"{name}: {before.get(name, '')} → {after.get(name, '')}"
        for name in sorted(before.keys() | after.keys())
        if before.get(name) != after.get(name)
    ]


def _full(given: str, known: set[str]) -> str:
    found = sorted(one for one in known if one == given or (len(given) >= SHORTEST and one.startswith(given)))
    if given in found or len(found) == 1:
        return given if given in found else found[0]
    if found:
        raise QuestionError(f"{given!r} begins {len(found)} ids: {', '.join(found[:5])}; give more of it")
    raise QuestionError(
        f"there is no statement {given!r} on record; `ceasefire positions CASE --format json` lists the ids"
    )
