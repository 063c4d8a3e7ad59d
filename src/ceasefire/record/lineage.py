"""Which bytes are the same source again, and which are a later version of a text on record."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from ceasefire.reading.document import Document
from ceasefire.reading.rows import OWN_ID
from ceasefire.when import GIVEN

ROWS = "application/jsonl"

_LINE = re.compile(r":\d+$")


def identity(document: Document) -> str:
    """The same for the same bytes from the same address, wherever the file lies: reading them again adds nothing.

    With a date that a person gave they are another version of the same text.
    """
    given = (document.published.edtf,) if is_dated_by_hand(document) else ()
    return _digest(document.sha256, document.url, *given)


def is_dated_by_hand(document: Document) -> bool:
    """Whether a person gave its date, for it carries none."""
    return document.published.found_in == GIVEN


def lineage(document: Document, folder: Path) -> str:
    """The same for every version of one text: its address; without one, its file, and in a file its row's id.

    Files inside the case's folder are named from there, so that the folder may move. What comes from standard
    input, and a row without an id of its own, has no versions.
    """
    if document.url:
        return document.url
    if document.origin.startswith(("-", "/dev/")):
        return f"bytes:{_digest(document.sha256, document.url)}"
    path, _, part = document.origin.partition("#")
    if document.media_type == ROWS:
        path, part = _LINE.sub("", path), dict(document.header).get(OWN_ID, document.id)
    named = _from(folder, path)
    return f"{named}#{part}" if part else named


def _from(folder: Path, path: str) -> str:
    resolved, inside = Path(path).resolve(), folder.resolve()
    return resolved.relative_to(inside).as_posix() if resolved.is_relative_to(inside) else resolved.as_posix()


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", errors="surrogatepass")).hexdigest()
