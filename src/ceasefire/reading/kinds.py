"""What a source is, by its first bytes, and only then by its name."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import PurePath

HEAD = 65_536

READ = "plain text, HTML, PDF with a text layer, RSS or Atom feeds, JSONL, Parquet, and WARC"

_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP archive, or a Word, OpenDocument or EPUB file"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
)
_DATA_SUFFIX = re.compile(r"\.(?:ya?ml|csv|tsv|toml|ini|geojson|css|js|py|sh|svg|sql|bib|tex)")
_UTF_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS = frozenset(range(32)) - {8, 9, 10, 11, 12, 13, 27}
_FEED = re.compile(r"<(?:rss|feed|rdf:rdf)[\s>]")
_PAGE = re.compile(r"<(?:!doctype html|html|head|body)[\s>]")
_FRAGMENT = re.compile(r"<(?:p|div|article|section|main|h[1-6]|span|table|title|meta)[\s>]")
_JSON = re.compile(r"[\[{]\s*(?:[\"{\[]|$)")


@dataclass(frozen=True, slots=True)
class Kind:
    """What a source is: a format that is read, or "other" or "binary" with what it seems to be."""

    format: str
    seems: str = ""


def kind_of(head: bytes, name: str = "") -> Kind:
    """The format of bytes that begin with `head`: one of "empty", "text", "html", "pdf", "feed", "rows", "parquet",
    "warc", "gzip", "other" (known, not read) and "binary"."""
    if not head.strip():
        return Kind("empty")
    if b"%PDF-" in head[:1024]:
        return Kind("pdf")
    if head.startswith(b"\x1f\x8b"):
        return Kind("gzip")
    if head.startswith(b"WARC/"):
        return Kind("warc")
    if head.startswith(b"PAR1"):
        return Kind("parquet")
    for signature, seems in _SIGNATURES:
        if head.startswith(signature):
            return Kind("other", seems)
    if _is_binary(head):
        return Kind("binary")
    return _textual(_rough(head), PurePath(name).suffix.lower())


def wide_encoding(head: bytes) -> str:
    """The UTF-16 byte order of text that carries no mark, or "" when it is no such text."""
    even, odd = head[0:2000:2].count(0), head[1:2000:2].count(0)
    half = len(head[:2000]) // 2
    if half >= 4 and odd >= 0.7 * half and even <= 0.05 * half:
        return "utf-16-le"
    if half >= 4 and even >= 0.7 * half and odd <= 0.05 * half:
        return "utf-16-be"
    return ""


def _is_binary(head: bytes) -> bool:
    if head.startswith(_UTF_MARKS) or wide_encoding(head):
        return False
    controls = sum(byte in _CONTROLS for byte in head)
    return 0 in head or controls * 100 > len(head)


def _rough(head: bytes) -> str:
    """The head as characters good enough to find markup in."""
    if head.startswith(_UTF_MARKS):
        return head.decode("utf-16", errors="replace")
    return head.removeprefix(b"\xef\xbb\xbf").decode(wide_encoding(head) or "latin-1", errors="replace")


def _textual(head: str, suffix: str) -> Kind:
    start = head.lstrip()[:4096].lower()
    if start.startswith("<"):
        page, feed = _PAGE.search(start), _FEED.search(start)
        if feed and not (page and page.start() < feed.start()):
            return Kind("feed")
        if page or _FRAGMENT.match(start) or suffix in {".html", ".htm", ".xhtml"}:
            return Kind("html")
        if start.startswith("<?xml"):
            return Kind("other", "XML that is no feed")
    if suffix in {".html", ".htm", ".xhtml"} or (_PAGE.search(start) and "</" in start):
        return Kind("html")
    if suffix in {".jsonl", ".ndjson"} or _has_a_row(head):
        return Kind("rows")
    if suffix == ".json" or _JSON.match(start):
        return Kind("other", "JSON that is not one object a line (JSONL)")
    if _DATA_SUFFIX.fullmatch(suffix):
        return Kind("other", f"a data file ({suffix})")
    return Kind("text")


def _has_a_row(head: str) -> bool:
    """Whether one of the first lines is a JSON object, so that one bad line does not hide what a file is."""
    lines = [line for line in head.split("\n") if line.strip()][:5]
    if len(lines) == 1 and len(head) >= HEAD - 4:
        return re.match(r'\s*\{\s*"', lines[0]) is not None
    return any(_is_object(line) for line in lines)


def _is_object(line: str) -> bool:
    if not line.lstrip().startswith("{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
