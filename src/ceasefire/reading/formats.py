"""Which reader takes which format; a reader is imported when its format is met."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from typing import BinaryIO, cast

from ceasefire.reading.kept import Draft, Failed, Kept, Refused, broken_off, sha256_of
from ceasefire.reading.kinds import HEAD, READ, kind_of
from ceasefire.settings import ReadingLimits

Reader = Callable[[Kept, ReadingLimits], Iterator[Draft | Failed]]

_OF_THEIR_NAME = ("pdf", "feed", "rows", "parquet")
_READERS = {"text": "plain", "html": "page", "warc": "archive", **{one: one for one in _OF_THEIR_NAME}}


def drafts_of(kept: Kept, limits: ReadingLimits, *, unpacked: bool = False) -> Iterator[Draft | Failed]:
    """The drafts in bytes of any format; raises Refused when they are of none that is read."""
    head = _head(kept)
    kind = kind_of(head, kept.name)
    kept.stream.seek(0)
    if kind.format == "empty":
        rest = kept.everything(limits.largest_file)
        if rest.strip():
            kind = replace(kind, format="text")
        else:
            raise Refused("empty", "there is nothing in it", sha256_of(rest))
    if kind.format == "gzip" and not unpacked:
        return drafts_of(_unpacked(kept), limits, unpacked=True)
    if kind.format in _READERS:
        return _guarded(import_module(f"ceasefire.reading.{_READERS[kind.format]}").drafts, kept, limits)
    if kind.format == "binary":
        raise Refused(
            "binary", f"it is no text; the formats read are {READ}", sha256_of(head) if len(head) < HEAD else ""
        )
    seems = kind.seems or "an archive within an archive"
    raise Refused("unsupported-format", f"it is {seems}; the formats read are {READ}. Save it as one of these")


def _head(kept: Kept) -> bytes:
    """The first bytes, as far as they can be had: what breaks off later is still known for what it is."""
    head = b""
    try:
        while len(head) < HEAD and (part := kept.stream.read1(HEAD - len(head))):  # type: ignore[attr-defined]
            head += part
    except (EOFError, zlib.error, OSError) as problem:
        if not head:
            raise broken_off(problem) from problem
    return head


def _guarded(reader: Reader, kept: Kept, limits: ReadingLimits) -> Iterator[Draft | Failed]:
    """What the reader gives; a fault of a parser is told with its name and ends its own source, not the batch."""
    given = False
    try:
        for part in reader(kept, limits):
            given = True
            yield part
    except Refused:
        raise
    except (EOFError, zlib.error, OSError) as problem:
        raise broken_off(problem) from problem
    except Exception as problem:
        what = f"{type(problem).__name__}: {problem}" if str(problem) else type(problem).__name__
        raise Refused("invalid", f"its reader failed on it ({what}); save it as plain text") from problem
    if not given:
        raise Refused("empty", "there is no document in it")


def _unpacked(kept: Kept) -> Kept:
    """The bytes inside a gzip file; their hash is the one that is kept."""
    stream = gzip.GzipFile(fileobj=kept.stream, mode="rb")
    return replace(kept, stream=cast("BinaryIO", stream), name=kept.name.removesuffix(".gz"))
