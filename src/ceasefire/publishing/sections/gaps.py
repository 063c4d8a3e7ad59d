"""What the record lacks or holds twice, and where everything in it came from."""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.publishing.brief import Line, Section, Source
from ceasefire.publishing.desk import Desk, section
from ceasefire.publishing.facts import document_order
from ceasefire.publishing.wording import counted, phrase, published, start


def gaps(desk: Desk) -> Section:
    """What could not be read, coded or dated, and what is said more than once."""
    return section(
        "gaps", [*_unread(desk), *_uncoded(desk), *_undated(desk), *_later(desk), *_twice(desk), *_unlisted(desk)]
    )


def sources(desk: Desk) -> tuple[Source, ...]:
    """Every document that was read, numbered as the brief lists them."""
    return tuple(
        Source(number, coded.document, published(coded.document.published), len(coded.statements))
        for number, coded in enumerate(desk.facts.in_order(), start=1)
    )


def source_section(desk: Desk) -> Section:
    """Every document with its publisher, date and hash."""
    return section("sources", [_source(source) for source in sources(desk)])


def _source(source: Source) -> Line:
    document = source.document
    text = phrase(
        "sources.line" if document.publisher else "sources.line_nobody",
        title=document.title or document.origin,
        publisher=document.publisher,
        date=source.date,
        sha256=document.sha256,
        statements=counted("sources.statements", source.statements),
    )
    return Line(start(text), rests_on="record", about=(document.id,))


def _unread(desk: Desk) -> Iterator[Line]:
    for one in sorted(desk.facts.unread, key=lambda one: (one.origin, one.reason, one.id)):
        text = phrase("gaps.unread", origin=one.origin, reason=one.reason, detail=one.detail)
        yield Line(text, rests_on="record", about=(one.id,))


def _uncoded(desk: Desk) -> Iterator[Line]:
    speaking = {document for places in desk.facts.places.values() for document, _, _ in places}
    for coded in desk.facts.in_order():
        if not coded.statements and coded.document.id not in speaking:
            text = phrase("gaps.uncoded", document=desk.document_name(coded.document))
            yield Line(text, rests_on="record", about=(coded.document.id,))


def _undated(desk: Desk) -> Iterator[Line]:
    for document in desk.facts.documents():
        if not document.published.known:
            text = phrase("gaps.undated", document=desk.document_name(document))
            yield Line(text, rests_on="record", about=(document.id,))


def _later(desk: Desk) -> Iterator[Line]:
    for document in sorted(desk.facts.later, key=document_order):
        text = phrase("gaps.later", document=desk.document_name(document), date=published(document.published))
        yield Line(text, rests_on="record", about=(document.id,))


def _twice(desk: Desk) -> Iterator[Line]:
    for document in desk.facts.documents():
        if document.repeats:
            count = counted("gaps.passages", len(document.repeats))
            text = phrase("gaps.repeated", count=count, document=desk.document_name(document))
            yield Line(text, rests_on="record", about=(document.id,))
        if document.copy:
            known = desk.documents.get(document.copy.of)
            original = desk.document_name(known) if known else document.copy.of
            percent = f"{100 * document.copy.similarity:.0f}"
            text = phrase("gaps.copy", of=original, document=desk.document_name(document), percent=percent)
            yield Line(text, rests_on="record", about=(document.id,))


def _unlisted(desk: Desk) -> Iterator[Line]:
    for party in sorted({one.actor for one in desk.statements.values() if not one.listed}):
        words = [one.id for one in desk.statements.values() if one.actor == party]
        yield desk.line(phrase("gaps.unlisted", party=start(party)), words)
