"""What `ceasefire code` gives: one JSON object a document, keys always in the published order."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ceasefire.coding.statement import Attribution, Coded, Scope, Span, Statement
from ceasefire.publishing.inert import json_text
from ceasefire.reading.document import Unread


def coded_line(item: Coded | Unread) -> str:
    """One line of JSON for a document, or for a source that could not be read, with its reason."""
    return json_text(json.dumps(coded_fields(item), ensure_ascii=False))


def coded_fields(item: Coded | Unread) -> dict[str, Any]:
    """The same as values."""
    return _unread(item) if isinstance(item, Unread) else _coded(item)


def _coded(coded: Coded) -> dict[str, Any]:
    return {
        "id": coded.document.id,
        "date": coded.document.published.edtf or None,
        "statements": [_statement(one) for one in coded.statements],
        "attributions": [_attribution(one) for one in coded.attributions],
        "unread": None,
    }


def _unread(item: Unread) -> dict[str, Any]:
    empty: list[Any] = []
    return {
        "id": item.id,
        "date": None,
        "statements": empty,
        "attributions": empty,
        "unread": item.reason,
        "origin": item.origin,
        "detail": item.detail,
    }


def _statement(one: Statement) -> dict[str, Any]:
    return {
        "id": one.id,
        "actor": one.actor,
        "act": one.act,
        "provision": one.provision,
        "recipient": one.recipient,
        "condition": one.condition,
        "condition_provision": one.condition_provision,
        "speaker": one.speaker,
        "modality": one.modality,
        "quote": one.quote,
        "start": one.start,
        "end": one.end,
        "scope": _scope(one.scope),
        "condition_scope": _scope(one.condition_scope),
        "places": _spans(one.places or (Span(one.start, one.end),)),
        "listed": one.listed,
    }


def _scope(scope: Scope) -> dict[str, Any]:
    """Only what the words say; an empty object when they say nothing."""
    fields: dict[str, Any] = {
        "targets": list(scope.targets),
        "domains": list(scope.domains),
        "area": list(scope.area),
        "duration": scope.duration,
        "start": scope.start.edtf,
        "direction": scope.direction,
        "between": list(scope.between),
        "occasion": scope.occasion,
        "extendable": scope.extendable,
        "ends_if": scope.ends_if,
    }
    return {name: value for name, value in fields.items() if value}


def _attribution(one: Attribution) -> dict[str, Any]:
    return {"source": _spans(one.source), "cue": _spans(one.cue), "content": _spans(one.content)}


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
