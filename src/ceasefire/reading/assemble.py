"""From a draft to a document: the checks that every format shares, and what the text says of itself."""

from __future__ import annotations

from ceasefire.reading.dates import in_lines
from ceasefire.reading.document import Document, Unread
from ceasefire.reading.headline import headline_of
from ceasefire.reading.kept import Draft, Failed, sha256_of
from ceasefire.reading.language import CODED_LANGUAGES, language_of, name_of
from ceasefire.reading.repeats import repeats_in
from ceasefire.settings import ReadingLimits
from ceasefire.when import When


def assemble(draft: Draft, limits: ReadingLimits) -> Document | Unread:
    """The document that a draft makes, or why it cannot be one: empty, too long, in no language that is coded."""
    text, notes = _sound(draft)
    if not text.strip():
        return _unread(
            draft, "empty", "there is no text below its header" if draft.header else "there is nothing in it"
        )
    if len(text) > limits.longest_text:
        detail = f"its text has {len(text)} characters, and at most {limits.longest_text} are read; split it"
        return _unread(draft, "too-large", detail)
    language = language_of(text, draft.language, draft.hint)
    if not language:
        return _unread(draft, "no-text", "it holds no words, only figures and signs")
    if language not in CODED_LANGUAGES:
        coded = ", ".join(name_of(code) for code in sorted(CODED_LANGUAGES))
        return _unread(
            draft,
            "unsupported-language",
            f"it is in {name_of(language)}; the languages read so far: {coded}. Translate it",
        )
    return Document(
        id=draft.id or sha256_of(text.encode())[:12],
        text=text,
        sha256=draft.sha256,
        origin=draft.origin,
        title=" ".join((draft.title or headline_of(text)).split()),
        publisher=" ".join(draft.publisher.split()),
        published=_published(draft, text),
        language=language,
        media_type=draft.media_type,
        repeats=repeats_in(text),
        url=draft.url,
        header=draft.header,
        notes=notes,
    )


def unread(part: Failed) -> Unread:
    """What failed, under an id made from its bytes or, without bytes, from its origin."""
    name = part.id or (part.sha256 or sha256_of(part.origin.encode("utf-8", errors="surrogatepass")))[:12]
    detail = part.detail[:1].upper() + part.detail[1:].rstrip(".") + "."
    return Unread(name, part.origin, part.reason, detail, part.sha256)


def _unread(draft: Draft, reason: str, detail: str) -> Unread:
    return unread(Failed(draft.origin, reason, detail, draft.sha256, draft.id))


def _published(draft: Draft, text: str) -> When:
    """The metadata's date, or the text's; an address is asked last, and words without a year beat nothing."""
    if draft.published.known and draft.published.found_in != "address":
        return draft.published
    stated = in_lines(text)
    return next((when for when in (stated, draft.published) if when.known), None) or (
        draft.published if draft.published.words else stated
    )


def _sound(draft: Draft) -> tuple[str, tuple[str, ...]]:
    """The text without half characters, which no file could hold; a row's text is checked by its reader."""
    text = draft.text.encode("utf-8", errors="replace").decode() if not draft.verbatim else draft.text
    return text, draft.notes
