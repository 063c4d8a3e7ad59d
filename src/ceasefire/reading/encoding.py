"""Bytes to text, by the mark, the declaration, UTF-8, and only then a guess that says it is one."""

from __future__ import annotations

import codecs
import re

from ceasefire.reading.kept import Refused
from ceasefire.reading.kinds import wide_encoding

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})|^\s*<\?xml[^>]{0,200}encoding=["']([\w-]{2,40})""", re.I
)

# At most one character in this many may be lost before a text counts as unreadable.
FEW = 200


def decode(data: bytes, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """The text without its byte-order mark, and notes on what had to be guessed or replaced.

    1. a byte-order mark, or the zero bytes of UTF-16; 2. the encoding that the carrier or the page declares;
    3. UTF-8; 4. UTF-8 with few bytes replaced; 5. a guess at an older encoding.
    Refuses text in which two encodings are mixed so that more than a few characters would be lost.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _almost(data[len(mark) :], encoding)
    if encoding := wide_encoding(data[:2000]):
        return _almost(data, encoding)
    for encoding in (_known(declared), "utf-8"):
        try:
            if encoding:
                return data.decode(encoding), ()
        except UnicodeDecodeError:
            continue
    return _mended(data)


def declared_in(page: bytes) -> str:
    """The encoding that an HTML or XML page declares in its first bytes, or ""."""
    found = _DECLARED.search(page[:4096])
    return (found[1] or found[2]).decode("ascii") if found else ""


def _known(name: str) -> str:
    try:
        return codecs.lookup(name).name if name else ""
    except LookupError:
        return ""


def _almost(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    if lost * FEW > len(text):
        raise Refused("encoding", f"it is marked as {encoding} but {lost} places are not; save it as UTF-8")
    return text, _lost_note(lost, encoding)


def _mended(data: bytes) -> tuple[str, tuple[str, ...]]:
    text = data.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    held = sum(character > "\x7f" for character in text) - lost
    if held * 10 >= lost:
        if lost * FEW <= max(len(text), FEW):
            return text, _lost_note(lost, "utf-8")
        raise Refused("encoding", f"encodings are mixed: {lost} places are not UTF-8; save it anew as UTF-8")
    return _guessed(data)


def _guessed(data: bytes) -> tuple[str, tuple[str, ...]]:
    encoding = _western(data) or _likeliest(data)
    if not encoding:
        raise Refused("encoding", "no encoding fits its bytes; save it as UTF-8")
    return data.decode(encoding), (f"the encoding is not declared; {encoding} was guessed",)


def _western(data: bytes) -> str:
    """Windows-1252 when little is above ASCII, or mostly quotes and dashes: English text with a name or two."""
    high = [byte for byte in data if byte > 0x7F]
    marks = sum(byte < 0xC0 for byte in high)
    if len(high) * 50 > len(data) and (marks * 2 < len(high) or len(high) * 8 > len(data)):
        return ""
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    return "cp1252"


def _likeliest(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    try:
        return best.encoding if best and data.decode(best.encoding) else ""
    except UnicodeDecodeError:
        return ""


def _lost_note(lost: int, encoding: str) -> tuple[str, ...]:
    return (f"{lost} places are not {encoding} and are shown as \ufffd",) if lost else ()
