"""RSS and Atom: one document an entry, from the text that the feed itself carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

from ceasefire.reading.dates import said
from ceasefire.reading.kept import Draft, Failed, Kept, Refused, sha256_of
from ceasefire.settings import ReadingLimits
from ceasefire.when import UNKNOWN, When

_BLOCKS = re.compile("p|div|br|li|ul|ol|h[1-6]|blockquote|tr|table|section|article|hr|pre")
_SILENT = frozenset(("script", "style"))


def drafts(kept: Kept, limits: ReadingLimits) -> Iterator[Draft | Failed]:
    """A draft an entry; an entry without text fails alone, and a feed that breaks off says so after its entries."""
    data = kept.everything(limits.largest_file)
    feed = _parsed(data, kept)
    if not feed.entries:
        raise Refused("invalid", "the feed holds no entries that can be read; get it again", sha256_of(data))
    for number, entry in enumerate(feed.entries, start=1):
        yield _entry(entry, feed, f"{kept.origin}#{number}")
    if feed.bozo and type(feed.bozo_exception).__name__ not in {"CharacterEncodingOverride", "NonXMLContentType"}:
        detail = f"the feed is broken after entry {len(feed.entries)}; later entries may be lost: get it again"
        yield Failed(f"{kept.origin}#{len(feed.entries) + 1}", "invalid", detail, sha256_of(data), data=data)


def _parsed(data: bytes, kept: Kept) -> Any:
    import feedparser

    # A stream, for feedparser would take bytes that look like a path or an address for one.
    content_type = f"application/xml; charset={kept.charset}" if kept.charset else "application/xml"
    return feedparser.parse(BytesIO(data), response_headers={"content-type": content_type})


def _entry(entry: Any, feed: Any, origin: str) -> Draft | Failed:
    markup, is_html = _body(entry)
    data = markup.encode("utf-8", errors="replace")
    digest = sha256_of(data)
    text = text_of(markup) if is_html else markup.strip()
    link = str(entry.get("link", ""))
    if not text:
        where = f": {link}" if link else ""
        return Failed(
            origin,
            "no-text",
            f"the entry carries no text; name the address of its page to read it{where}",
            digest,
            data=data,
        )
    source = entry.get("source", {}).get("title") or feed.feed.get("title", "")
    return Draft(
        origin=origin,
        text=text,
        sha256=digest,
        data=data,
        title=text_of(str(entry.get("title", ""))),
        publisher=text_of(str(source)),
        published=_published(entry),
        hint=str(feed.feed.get("language", "")),
        media_type="application/rss+xml" if str(feed.version).startswith("rss") else "application/atom+xml",
        url=link,
    )


def _body(entry: Any) -> tuple[str, bool]:
    """The fullest text that the entry carries, and whether it is markup."""
    parts = [*entry.get("content", []), entry.get("summary_detail") or {}]
    parts = [part for part in parts if part.get("value")]
    if not parts:
        return "", False
    longest = max(parts, key=lambda part: len(part["value"]))
    return str(longest["value"]), "html" in str(longest.get("type", "html"))


def _published(entry: Any) -> When:
    """When the entry was published; an Atom entry may carry only the time of its last change."""
    words = str(entry.get("published") or entry.get("updated") or "")
    return said(words, "metadata") if words else UNKNOWN


class _Text(HTMLParser):
    """The text of a fragment of HTML, a block a line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if _BLOCKS.fullmatch(tag):
            self.parts.append("\n")
        self.silent += tag in _SILENT

    def handle_endtag(self, tag: str) -> None:
        if _BLOCKS.fullmatch(tag):
            self.parts.append("\n")
        self.silent -= tag in _SILENT and self.silent > 0

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(re.sub(r"\s+", " ", data))


def text_of(markup: str) -> str:
    """The text of a fragment of HTML: a block a line, spaces single, entities resolved."""
    parser = _Text()
    parser.feed(markup)
    parser.close()
    lines = (re.sub(r"[ \u00a0]+", " ", line).strip() for line in "".join(parser.parts).split("\n"))
    return "\n".join(line for line in lines if line)
