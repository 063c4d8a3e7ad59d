"""Plain text: the decoded file, without byte-order mark and carriage returns, and otherwise untouched."""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.reading.encoding import decode
from ceasefire.reading.header import split
from ceasefire.reading.kept import Draft, Failed, Kept, sha256_of
from ceasefire.settings import ReadingLimits


def drafts(kept: Kept, limits: ReadingLimits) -> Iterator[Draft | Failed]:
    """One draft: the text below its header, where it has one, and what the header says."""
    data = kept.everything(limits.largest_file)
    text, notes = decode(data, kept.charset)
    header = split(text.replace("\r\n", "\n"))
    yield Draft(
        origin=kept.origin,
        text=header.text,
        sha256=sha256_of(data),
        data=data,
        title=header.get("title"),
        publisher=header.get("publisher"),
        published=header.published,
        language=header.get("language"),
        url=header.get("url") or kept.url,
        header=header.fields,
        notes=notes,
    )
