"""What `ceasefire changes` gives to programs: what moved between two dates, each with the words that show it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from ceasefire.coding.statement import Statement
from ceasefire.reading.document import Document
from ceasefire.reasoning.answers import position_row, provision_row
from ceasefire.reasoning.changes import Shift
from ceasefire.reasoning.moves import Moves, moves
from ceasefire.reasoning.prices import Price
from ceasefire.reasoning.reach import Reach
from ceasefire.reasoning.steps import Step
from ceasefire.record.case import Case
from ceasefire.record.undisturbed import undisturbed
from ceasefire.record.view import Record

Row = dict[str, Any]


@undisturbed()
def changes_answer(
    record: Record,
    since: date,
    until: date | None = None,
    known_at: date | None = None,
    case: Case | None = None,
) -> Row:
    """Everything that changed after `since`, up to `until`, in the published shape."""
    found = moves(record, since, until, known_at, case)
    known = found.compared.provisions
    return {
        "since": since.isoformat(),
        "until": until.isoformat() if until else None,
        "known_at": known_at.isoformat() if known_at else None,
        "reach": [_reach(one) for one in found.reaches],
        "moves": [_shift(one) for one in found.shifts],
        "conditions": {
            "new": [_price(one) for one in found.new_prices],
            "dropped": [_price(one) for one in found.dropped_prices],
        },
        "provisions": [
            {**provision_row(known[one.provision]), "statements": list(one.statements)} for one in found.new_provisions
        ],
        "steps": [_step(one) for one in found.steps],
        "quotes": _quotes(record, [found.compared.said[one] for one in sorted(_cited(found))]),
    }


def _reach(one: Reach) -> Row:
    return {
        "direction": one.direction,
        "wide": one.wide,
        "narrow": one.narrow,
        "wide_for": [position_row(each) for each in one.wide_for],
        "narrow_for": [position_row(each) for each in one.narrow_for],
        "against": [position_row(each) for each in one.against],
    }


def _shift(one: Shift) -> Row:
    return {
        "party": one.party,
        "provision": one.provision,
        "direction": one.direction,
        "before": position_row(one.before) if one.before else None,
        "after": position_row(one.after),
        "statements": list(one.statements),
    }


def _price(one: Price) -> Row:
    wanted = one.condition
    return {
        "party": one.party,
        "provision": one.provision,
        "condition": {"provision": wanted.provision or None, "wanted": wanted.wanted, "words": wanted.words},
        "statements": list(one.statements),
    }


def _step(one: Step) -> Row:
    return {
        "provision": one.provision,
        "parties": list(one.parties),
        "day": one.day.edtf or None,
        "state": one.state,
        "statements": list(one.statements),
        "done_by": list(one.done_by),
    }


def _cited(found: Moves) -> set[str]:
    """Every statement that the answer names."""
    held = [each for one in found.reaches for each in (*one.wide_for, *one.narrow_for, *one.against)]
    held += [each for one in found.shifts for each in (one.before, one.after) if each]
    lists: list[Iterable[str]] = [words for one in held for words in (one.statements, one.contradicted_by)]
    lists += [one.statements for one in found.shifts]
    lists += [one.statements for one in (*found.new_prices, *found.dropped_prices)]
    lists += [one.statements for one in found.new_provisions]
    lists += [(*one.statements, *one.done_by) for one in found.steps]
    return {name for words in lists for name in words}


def _quotes(record: Record, cited: list[Statement]) -> dict[str, Row]:
    """The words of each statement cited and where they stand."""
    return {one.id: _quote(one, record.source(one.document)) for one in cited}


def _quote(said: Statement, document: Document) -> Row:
    return {
        "quote": said.quote,
        "said": said.said.edtf or None,
        "document": document.id,
        "start": said.start,
        "end": said.end,
        "title": document.title or document.origin,
        "publisher": document.publisher or None,
        "published": document.published.edtf or None,
    }
