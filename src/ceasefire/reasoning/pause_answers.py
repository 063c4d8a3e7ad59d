"""The answer of `ceasefire pauses` for programs: the published shape, always in the same order."""

from __future__ import annotations

from datetime import date
from typing import Any

from ceasefire.reasoning.life import Life
from ceasefire.reasoning.lives import last_day, lives_of
from ceasefire.reasoning.pause_codes import Code, PauseCodes, pause_codes
from ceasefire.reasoning.provisions import agenda
from ceasefire.record.case import Case
from ceasefire.record.terms import Except, Release, Terms, Window
from ceasefire.record.view import Record


def pauses_answer(
    record: Record, as_of: date | None = None, known_at: date | None = None, case: Case | None = None
) -> dict[str, Any]:
    """The life of each pause, where it stands on the day asked for, and the statements that it rests on."""
    statements = record.statements(as_of, known_at)
    on, day = agenda(statements, case), as_of or last_day(statements)
    found = [one for one in lives_of(statements, on, day, case) if one.steps]
    cited = {each for one in found for step in one.steps for each in step.statements}
    cited |= {each for one in found for count in one.counts for each in count.statements}
    cited |= {each for one in found for asked in one.asked for each in asked.statements}
    return {
        "as_of": as_of.isoformat() if as_of else None,
        "known_at": known_at.isoformat() if known_at else None,
        "day": day.isoformat() if day else None,
        "pauses": [{**_life(one, day), "codes": _codes(pause_codes(one, on, statements))} for one in found],
        "statements": [
            {
                "id": one.id,
                "document": one.document,
                "actor": one.actor,
                "act": one.act,
                "quote": one.quote,
                "start": one.start,
                "end": one.end,
                "said": one.said.edtf or None,
            }
            for one in statements
            if one.id in cited
        ],
    }


def _life(one: Life, day: date | None) -> dict[str, Any]:
    return {
        "provision": one.provision,
        "title": one.title,
        "category": one.category,
        "parties": list(one.parties),
        "state": one.steps[-1].name,
        "holds": one.holds_on(day) if day else None,
        "days_left": one.days_left(day) if day else {},
        "declared": one.declared.edtf or None,
        "effect": one.effect.edtf or None,
        "end": one.end.edtf or None,
        "duration": one.duration or None,
        "steps": [
            {
                "step": step.name,
                "when": step.when.edtf or None,
                "by": list(step.by),
                "rule": step.rule,
                "because": step.because,
                "statements": list(step.statements),
            }
            for step in one.steps
        ],
        "counts": [
            {
                "by": count.by or None,
                "start": count.start.edtf or None,
                "end": count.end.edtf or None,
                "statements": list(count.statements),
            }
            for count in one.counts
        ],
        "longer": [
            {"party": each.party, "act": each.act, "when": each.when.edtf or None, "statements": list(each.statements)}
            for each in one.asked
        ],
        "terms": terms_answer(one.terms),
    }


def terms_answer(terms: Terms) -> dict[str, Any]:
    """Terms with the keys of case.yaml; null where nothing says so."""
    withdrawal = terms.withdrawal
    return {
        "in_force": terms.in_force or None,
        "when": _window(terms.window),
        "suspended_if": _release(terms.suspended_if),
        "except": [_except(one) for one in terms.exceptions],
        "withdrawal": {"by": withdrawal.by, "notice": withdrawal.notice or None} if withdrawal else None,
        "response_in_kind": terms.response_in_kind or None,
        "extendable": terms.extendable or None,
        "ends_if": _release(terms.ends_if),
    }


def _window(one: Window) -> dict[str, str | None]:
    return {"from": one.start.edtf or None, "for": one.duration or None, "until": one.until.edtf or None}


def _release(one: Release | None) -> dict[str, str] | None:
    return {"breach_by": one.breach_by, "at_option_of": one.at_option_of} if one else None


def _except(one: Except) -> dict[str, Any]:
    return {
        "towards": list(one.towards),
        "area": list(one.area),
        "when": _window(one.window),
        "otherwise": one.otherwise or None,
    }


def _codes(one: PauseCodes) -> dict[str, Any]:
    named: dict[str, Code] = {
        "purpose": one.purpose,
        "ceasefire_class": one.ceasefire_class,
        "mediator": one.mediator,
        "mechanism": one.mechanism,
        "written": one.written,
    }
    return {name: {"value": code.value or None, "statements": list(code.statements)} for name, code in named.items()}
