"""WARC: the pages that a web archive holds, record by record, never the whole in memory."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from io import BytesIO, StringIO
from typing import Any

from ceasefire.reading.kept import Draft, Failed, Kept, Refused, broken_off, failed, larger_than
from ceasefire.settings import ReadingLimits

_CARRIERS = frozenset(("response", "resource", "conversion"))
# What a crawl records about itself; it is no one's text.
_BOOKKEEPING = frozenset(("warcinfo", "request", "metadata"))


def drafts(kept: Kept, limits: ReadingLimits) -> Iterator[Draft | Failed]:
    """A draft a page; what is no page (pictures, scripts, errors) is counted and told once, at the end."""
    from warcio.archiveiterator import ArchiveIterator

    passed: Counter[str] = Counter()
    number = 0
    archive = ArchiveIterator(_Piecewise(kept.stream))
    try:
        for number, record in enumerate(_quietly(archive), start=1):
            yield from _record(record, f"{kept.origin}#{number}", limits, passed)
    except Refused as problem:
        yield failed(f"{kept.origin}#{number + 1}", problem, kept, limits.largest_file)
    except (EOFError, zlib.error, OSError) as problem:
        yield failed(f"{kept.origin}#{number}", broken_off(problem), kept, limits.largest_file)
    if archive.err_count:
        detail = f"{archive.err_count} records end elsewhere than they say, and may be cut; get the archive again"
        yield failed(kept.origin, Refused("invalid", detail), kept, limits.largest_file)
    if passed:
        what = ", ".join(f"{count} {name}" for name, count in sorted(passed.items()))
        yield Failed(
            kept.origin, "unsupported-format", f"records of the archive that are no page were left out: {what}"
        )


def _quietly(archive: Any) -> Iterator[Any]:
    """The records; what warcio would write to the terminal is told by `err_count` instead."""
    while True:
        try:
            with redirect_stderr(StringIO()):
                record = next(archive, None)
        except Exception as problem:
            # On a damaged header warcio fails in many ways, not all of them its own errors.
            raise broken_off(problem) from problem
        if record is None:
            return
        yield record


class _Piecewise:
    """A stream that gives what it has before it breaks, where a plain read would drop it with the error."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        return bytes(self._stream.read1(size))


def _record(record: Any, origin: str, limits: ReadingLimits, passed: Counter[str]) -> Iterator[Draft | Failed]:
    from ceasefire.reading.formats import drafts_of

    if record.rec_type in _BOOKKEEPING:
        return
    media_type, charset = _content_type(record)
    reason = _no_page(record, media_type)
    if reason:
        passed[reason] += 1
        return
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    part = None
    try:
        payload = _payload(record, limits.largest_page)
        part = Kept(origin, BytesIO(payload), url.split("?")[0], media_type, charset, url)
        for draft in drafts_of(part, limits):
            # A record is one document, so that its number is enough to name it.
            yield replace(draft, origin=origin) if draft.origin == f"{origin}#1" else draft
    except Refused as problem:
        yield failed(origin, problem, part, limits.largest_page)


def _no_page(record: Any, media_type: str) -> str:
    """Why a record is no page, or "": its type, its status, or what it holds."""
    if record.rec_type not in _CARRIERS:
        return f"{record.rec_type} records"
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if not str(status).startswith("2"):
        return f"answers with status {status}" if status else "answers without a status"
    kind = media_type.split("/")[0]
    is_page = not media_type or kind == "text" or media_type.endswith(("xml", "json", "pdf", "octet-stream"))
    return "" if is_page and media_type not in {"text/css", "text/javascript"} else media_type


def _content_type(record: Any) -> tuple[str, str]:
    headers = record.http_headers or record.rec_headers
    media_type, _, rest = (headers.get_header("Content-Type") or "").partition(";")
    charset = rest.partition("charset=")[2].split(";")[0].strip(" \"'")
    return media_type.strip().lower(), charset


def _payload(record: Any, limit: int) -> bytes:
    """The body, decompressed; refuses one that is larger than a page or shorter than the record says."""
    stream = record.content_stream()
    parts: list[bytes] = []
    size = 0
    while size <= limit and (part := stream.read(65_536)):
        parts.append(part)
        size += len(part)
    if size > limit:
        raise Refused("too-large", larger_than(limit))
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise Refused("invalid", "the record is shorter than it says, the archive breaks off; get it again")
    return b"".join(parts)
