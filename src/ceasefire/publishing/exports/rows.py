"""The rows of each table: plain cells under the names that the declaration gives them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ceasefire.coding.statement import Scope, Span
from ceasefire.publishing.exports.material import Material
from ceasefire.publishing.exports.pause_rows import ceasefires, ceasefires_sources, pause_steps, pauses
from ceasefire.publishing.exports.tables import Row
from ceasefire.record.entry import canonical
from ceasefire.record.rows import row_of


def rows_of(made: Material) -> dict[str, list[Row]]:
    """The rows of the record's tables, in its own order; a text that UTF-8 cannot hold is mended first."""
    return {name: [_sound(row) for row in rows(made)] for name, rows in ROWS.items()}


def ceasefire_rows_of(made: Material) -> dict[str, list[Row]]:
    """The pauses in the variables of the ceasefire data, and what each cell rests on."""
    return {name: [_sound(row) for row in rows(made)] for name, rows in CEASEFIRE_ROWS.items()}


def _documents(made: Material) -> Iterator[Row]:
    counts = Counter(one.document for one in made.statements)
    for one in made.documents:
        yield {
            "id": one.id,
            "title": one.title,
            "publisher": one.publisher,
            "published": one.published.edtf,
            "published_precision": one.published.precision,
            "published_found_in": one.published.found_in,
            "language": one.language,
            "origin": one.origin,
            "url": one.url,
            "sha256": one.sha256,
            "media_type": one.media_type,
            "characters": len(one.text),
            "copy_of": one.copy.of if one.copy else None,
            "copy_similarity": one.copy.similarity if one.copy else None,
            "repeated_passages": len(one.repeats),
            "statements": counts[one.id],
            "coder": made.coders.get(one.id, ""),
            "notes": list(one.notes),
        }


def _statements(made: Material) -> Iterator[Row]:
    for one in made.statements:
        yield {
            "id": one.id,
            "document": one.document,
            "said": one.said.edtf,
            "actor": one.actor,
            "listed": one.listed,
            "act": one.act,
            "category": one.provision,
            "provision": made.on.about[one.id],
            "recipient": one.recipient,
            "condition": one.condition,
            "condition_category": one.condition_provision,
            "condition_provision": made.on.price.get(one.id),
            "speaker": one.speaker,
            "modality": one.modality,
            "quote": one.quote,
            "start": one.start,
            "end": one.end,
            "places": [f"{name}:{start}-{end}" for name, start, end in made.places[one.id]],
            **_scope(one.scope),
            "between": list(one.scope.between),
        }


def _attributions(made: Material) -> Iterator[Row]:
    for document in made.documents:
        for number, one in enumerate(made.attributions[document.id], start=1):
            yield {
                "document": document.id,
                "number": number,
                "party": one.party,
                "source": _words(document.text, one.source),
                "cue": _words(document.text, one.cue),
                "content": _words(document.text, one.content),
                "source_spans": _spans(one.source),
                "cue_spans": _spans(one.cue),
                "content_spans": _spans(one.content),
            }


def _readings(made: Material) -> Iterator[Row]:
    for name, one in made.readings:
        yield {
            "document": name,
            "reader": one.reader,
            "about": one.about,
            "quote": one.quote,
            "start": one.start,
            "end": one.end,
        }


def _provisions(made: Material) -> Iterator[Row]:
    for one in made.on.provisions:
        yield {
            "id": one.id,
            "title": one.title,
            "category": one.category,
            "covers": list(one.covers),
            "consent": list(one.consent),
            "consent_because": one.consent_because,
            **_scope(one.scope),
            "conflict": list(one.conflict),
        }


def _positions(made: Material) -> Iterator[Row]:
    for one in made.positions:
        yield {
            "party": one.party,
            "provision": one.provision,
            "stance": one.stance,
            "firm": one.firm,
            "since": one.since.edtf,
            "conditions": [each.words for each in one.conditions],
            "condition_provisions": [each.provision for each in one.conditions],
            "statements": list(one.statements),
            "contradicted_by": list(one.contradicted_by),
        }


def _unread(made: Material) -> Iterator[Row]:
    for one in made.unread:
        yield {"id": one.id, "origin": one.origin, "reason": one.reason, "detail": one.detail, "sha256": one.sha256}


def _decisions(made: Material) -> Iterator[Row]:
    for number, one in enumerate(made.decided.decisions, start=1):
        yield {
            "number": number,
            "statement": one.statement,
            "verdict": one.verdict,
            "by": one.by,
            "reason": one.reason,
            "recorded": one.recorded,
            "before": canonical(row_of(one.before)),
            "after": canonical(row_of(one.after)) if one.after else None,
        }


def _scope(scope: Scope) -> Row:
    return {
        "targets": list(scope.targets),
        "domains": list(scope.domains),
        "area": list(scope.area),
        "duration": scope.duration,
        "begins": scope.start.edtf,
        "direction": scope.direction,
        "occasion": scope.occasion,
        "extendable": scope.extendable,
        "ends_if": scope.ends_if,
    }


def _words(text: str, spans: Iterable[Span]) -> str:
    return " … ".join(text[one.start : one.end] for one in spans)


def _spans(spans: Iterable[Span]) -> list[str]:
    return [f"{one.start}-{one.end}" for one in spans]


def _sound(row: Row) -> Row:
    """Text that UTF-8 can hold: a lone surrogate becomes the replacement character; an empty text, nothing."""
    return {name: _mended(cell) for name, cell in row.items()}


def _mended(cell: Any) -> Any:
    if isinstance(cell, list):
        return [str(_mended(one) or "") for one in cell]
    if isinstance(cell, str):
        return cell.encode("utf-16", "surrogatepass").decode("utf-16", "replace") or None
    return cell


ROWS: dict[str, Callable[[Material], Iterator[Row]]] = {
    "documents": _documents,
    "statements": _statements,
    "attributions": _attributions,
    "readings": _readings,
    "provisions": _provisions,
    "positions": _positions,
    "pauses": pauses,
    "pause_steps": pause_steps,
    "unread": _unread,
    "decisions": _decisions,
}

CEASEFIRE_ROWS: dict[str, Callable[[Material], Iterator[Row]]] = {
    "ceasefires": ceasefires,
    "ceasefires_sources": ceasefires_sources,
}
