"""What passes between finding a source, reading its format, and making a document of it."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, field
from typing import BinaryIO

from ceasefire.when import UNKNOWN, When

PART = 1_048_576


class Refused(Exception):  # noqa: N818 - it is caught at once and becomes an `Unread`, never an error that users meet
    """Something cannot be read: the reason (one of `REASONS`), a sentence for the user, the hash of bytes had."""

    def __init__(self, reason: str, detail: str, sha256: str = "") -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail
        self.sha256 = sha256


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes at hand, as a seekable stream, with their name and what their carrier says of them."""

    origin: str
    stream: BinaryIO
    name: str = ""
    media_type: str = ""
    charset: str = ""
    url: str = ""

    def everything(self, limit: int) -> bytes:
        """All the bytes; refuses more than `limit` without reading them, and a stream that breaks off."""
        data = bytearray()
        try:
            # In parts, for a reader that is asked for the limit at once sets that much memory aside.
            while part := self.stream.read(min(PART, limit + 1 - len(data))):
                data += part
        except (EOFError, zlib.error, OSError) as problem:
            raise broken_off(problem) from problem
        if len(data) > limit:
            raise Refused("too-large", larger_than(limit))
        return bytes(data)

    def again(self, limit: int) -> bytes | None:
        """All the bytes from the beginning; None where they are more than `limit`, or can be had no more."""
        try:
            self.stream.seek(0)
            return self.everything(limit)
        except (Refused, OSError, ValueError):
            return None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a format gave, before the checks that all formats share.

    `data` are the bytes that `sha256` is of. `verbatim` text is taken to the character, so that offsets made
    elsewhere hold; `hint` is a language that the carrier claims without proof.
    """

    origin: str
    text: str
    sha256: str
    data: bytes = field(default=b"", repr=False)
    id: str = ""
    title: str = ""
    publisher: str = ""
    published: When = UNKNOWN
    language: str = ""
    hint: str = ""
    media_type: str = "text/plain"
    url: str = ""
    header: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class Failed:
    """One part of a source that could not be read, while its other parts go on.

    `data` are the bytes that `sha256` is of; None where there were none to be had.
    """

    origin: str
    reason: str
    detail: str
    sha256: str = ""
    id: str = ""
    data: bytes | None = field(default=None, repr=False)


def failed(origin: str, problem: Refused, kept: Kept | None = None, limit: int = 0) -> Failed:
    """What was refused, with where it came from, and the bytes at hand as far as they are within a limit."""
    data = kept.again(limit) if kept else None
    sha256 = problem.sha256 if data is None else sha256_of(data)
    return Failed(origin, problem.reason, problem.detail, sha256, data=data)


def sha256_of(data: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def megabytes(size: int) -> str:
    """A size as a user reads it: "1.5 MB", "812 bytes"."""
    return f"{size / 1048576:.1f}".removesuffix(".0") + " MB" if size >= 104858 else f"{size} bytes"


def larger_than(limit: int, size: int | None = None) -> str:
    """Why something larger than the limit is not read, and what to do."""
    is_it = f"it is {megabytes(size)}" if size is not None else "it is larger than can be read"
    return f"{is_it}, and at most {megabytes(limit)} are read; split it"


def broken_off(problem: Exception) -> Refused:
    """The refusal of a file that a reader failed on."""
    words = str(problem).rstrip(".") or type(problem).__name__
    return Refused("invalid", f"the file is damaged or breaks off ({words}); get it again from where it came")
