"""A file's bytes as text, whatever it is packed in; where it breaks off, all before the break is still there."""

from __future__ import annotations

import codecs
import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import IO, Any

PART = 1 << 18
SAMPLE = 1 << 20
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

Step = Callable[[int], None]
"""Told how many bytes of the file on the disk have been read so far."""


class Refused(Exception):  # noqa: N818 - it is caught at once and becomes what is said of a file
    """A file cannot be imported at all: the reason in a word or two, and a sentence."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason, self.detail = reason, detail


@dataclass(slots=True)
class Packed:
    """A file that may be packed as gzip, zip (of one file) or xz; `broken` says where and why it ends too soon."""

    path: Path
    encoding: str = "utf-8"
    broken: str = ""
    notes: list[str] = field(default_factory=list)

    def bytes(self, step: Step | None = None) -> io.BufferedReader:
        """The bytes unpacked; at a break they end. Raises Refused when there is nothing to unpack."""
        try:
            raw: Any = _Counted(self.path.open("rb"), step)
            inner = _unpacked(raw)
        except (OSError, zipfile.BadZipFile, lzma.LZMAError) as problem:
            raise Refused("not readable", f"{getattr(problem, 'strerror', None) or problem}") from None
        return io.BufferedReader(_Whole(inner, self), PART)

    def text(self, step: Step | None = None) -> IO[str]:
        """The text, in the encoding found by `survey`; a byte that is none in it becomes a replacement character."""
        return io.TextIOWrapper(self.bytes(step), encoding=self.encoding, errors="replace", newline="")

    def survey(self, step: Step | None = None) -> None:
        """Reads all of it once: which encoding it has, and whether it breaks off."""
        with self.bytes(step) as stream:
            head = stream.peek(4)[:4]
            marked = next((name for mark, name in _MARKS if head.startswith(mark)), "")
            self.encoding = marked or "utf-8"
            found = _undecodable(stream, self.encoding)
        if found is not None:
            if marked:
                self.notes.append(f"some bytes are not {marked}, as which it is marked")
            else:
                self.encoding = _guessed(found)
                more = "a few bytes are not" if self.encoding == "utf-8" else f"{self.encoding} was guessed"
                self.notes.append(f"it is not all UTF-8; {more}")


class _Counted(io.RawIOBase):
    """The bytes on the disk, counted as they are read."""

    def __init__(self, raw: IO[bytes], step: Step | None) -> None:
        self.raw, self.step, self.total = raw, step, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        return self.raw.seek(offset, whence)

    def tell(self) -> int:
        return self.raw.tell()

    def readinto(self, buffer: Any) -> int:
        data = self.raw.read(len(buffer))
        buffer[: len(data)] = data
        self.total += len(data)
        if self.step is not None:
            self.step(self.total)
        return len(data)

    def close(self) -> None:
        self.raw.close()
        super().close()


class _Whole(io.RawIOBase):
    """Unpacked bytes that end, instead of failing, where the file is cut off or damaged."""

    def __init__(self, inner: Any, told: Packed) -> None:
        self.inner, self.told, self.total = inner, told, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self.inner.read1(len(buffer)) if hasattr(self.inner, "read1") else self.inner.read(len(buffer))
        except (EOFError, gzip.BadGzipFile, zlib.error, lzma.LZMAError, zipfile.BadZipFile, OSError) as problem:
            self.told.broken = f"it is cut off or damaged after {self.total} unpacked bytes ({problem})"
            return 0
        buffer[: len(data)] = data
        self.total += len(data)
        return len(data)

    def close(self) -> None:
        self.inner.close()
        super().close()


def _unpacked(raw: Any) -> Any:
    head = raw.read(6)
    raw.seek(0)
    if head[:2] == b"\x1f\x8b":
        return gzip.GzipFile(fileobj=io.BufferedReader(raw, PART))
    if head == b"\xfd7zXZ\x00":
        return lzma.LZMAFile(io.BufferedReader(raw, PART))
    if head[:4] == b"PK\x03\x04":
        return _only_member(zipfile.ZipFile(raw))
    return io.BufferedReader(raw, PART)


def _only_member(archive: zipfile.ZipFile) -> Any:
    names = [one for one in archive.namelist() if not one.endswith("/") and not one.startswith("__MACOSX/")]
    if len(names) != 1:
        raise Refused("several files", f"the zip holds {len(names)} files; unpack it and name those to import")
    if archive.getinfo(names[0]).flag_bits & 1:
        raise Refused("locked", "the zip asks for a password; unpack it first")
    return archive.open(names[0])


def _undecodable(stream: io.BufferedReader, encoding: str) -> bytes | None:
    """The first part of the bytes that is not in the encoding; None where all is."""
    decoder = codecs.getincrementaldecoder(encoding)()
    while True:
        part = stream.read1(PART)
        try:
            decoder.decode(part, final=not part)
        except UnicodeDecodeError:
            return part + stream.read(SAMPLE) if part else None
        if not part:
            return None


def _guessed(part: bytes) -> str:
    """UTF-8 where only few bytes are not.

    Windows-1251 where most bytes above ASCII are its letters, two and more together; else Windows-1252.
    """
    text = part.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    if sum(sign > "\x7f" for sign in text) - lost > 10 * lost:
        return "utf-8"
    high = sum(byte > 0x7F for byte in part)
    runs = sum(one >= 0xC0 and other >= 0xC0 for one, other in pairwise(part))
    return "cp1251" if runs * 2 > high else "cp1252"
