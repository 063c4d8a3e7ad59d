"""What `ceasefire compare` gives to programs: plain dictionaries in the published shape, always in the same order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from ceasefire.reasoning.account_differences import Difference, price_title
from ceasefire.reasoning.account_terms import Account, Quote, Term
from ceasefire.reasoning.accounts import VERDICTS, Comparison, Row
from ceasefire.reasoning.answers import scope_row
from ceasefire.reasoning.event import Event
from ceasefire.record.view import Record


def compare_answer(
    record: Record,
    compared: Iterable[Comparison],
    event: Event | None = None,
    as_of: date | None = None,
    known_at: date | None = None,
) -> dict[str, Any]:
    """Each two accounts compared, row by row; `event` is the event that they tell of, where one was named."""
    return {
        "as_of": as_of.isoformat() if as_of else None,
        "known_at": known_at.isoformat() if known_at else None,
        "event": _event(event) if event else None,
        "comparisons": [_comparison(record, one) for one in compared],
    }


def _event(one: Event) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind,
        "parties": list(one.parties),
        "when": one.when.edtf or None,
        "place": one.place or None,
        "held": one.held,
    }


def _comparison(record: Record, one: Comparison) -> dict[str, Any]:
    verdicts = [row.verdict for row in one.rows]
    return {
        "first": _account(record, one.first),
        "second": _account(record, one.second),
        "counts": {verdict: verdicts.count(verdict) for verdict in VERDICTS},
        "rows": [_row(row) for row in one.rows],
    }


def _account(record: Record, one: Account) -> dict[str, Any]:
    documents = [record.document(name) for name in one.documents]
    return {
        "party": one.party,
        "documents": [
            {
                "id": each.id,
                "title": each.title,
                "publisher": each.publisher,
                "published": each.published.edtf or None,
                "origin": each.origin,
            }
            for each in documents
        ],
    }


def _row(one: Row) -> dict[str, Any]:
    return {
        "title": one.title,
        "verdict": one.verdict,
        "differences": [_difference(each) for each in one.differences],
        "first": _term(one.first) if one.first else None,
        "second": _term(one.second) if one.second else None,
    }


def _difference(one: Difference) -> dict[str, Any]:
    return {
        "field": one.field,
        "party": one.about or None,
        "first": list(one.first),
        "second": list(one.second),
        "relation": one.relation,
    }


def _term(one: Term) -> dict[str, Any]:
    return {
        "title": one.title,
        "category": one.category,
        "scope": scope_row(one.scope),
        "classes": list(one.classes),
        "parties": list(one.parties),
        "status": dict(one.status),
        "conditions": [
            {
                "party": price.party,
                "category": price.category or None,
                "title": price_title(price),
                "words": price.words,
            }
            for price in one.conditions
        ],
        "statements": list(one.statements),
        "quotes": [_quote(each) for each in one.quotes],
    }


def _quote(one: Quote) -> dict[str, Any]:
    return {
        "statement": one.statement,
        "document": one.document,
        "start": one.start,
        "end": one.end,
        "quote": one.text,
    }
