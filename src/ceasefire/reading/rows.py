"""JSONL: one document a line, its text taken to the character, so that offsets made elsewhere hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ceasefire.reading.dates import said
from ceasefire.reading.kept import Draft, Failed, Kept, Refused, sha256_of
from ceasefire.settings import ReadingLimits
from ceasefire.when import UNKNOWN

OWN_ID = "id"
"""The field of a row's header that keeps the id it came with, whatever name it is given beside others."""

_WORDS = ("date", "title", "publisher", "language", "url")


def drafts(kept: Kept, limits: ReadingLimits) -> Iterator[Draft | Failed]:
    """A draft a row, line by line; a line that is no row fails alone, under the line's number."""
    places: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(kept.stream, start=1):
        line = line.rstrip(b"\r\n")
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line.strip():
            continue
        yield among(places, draft_of(line, f"{kept.origin}:{number}"), number)


def draft_of(line: bytes, origin: str) -> Draft | Failed:
    """What one row is, by itself."""
    row: dict[str, Any] = {}
    try:
        row = _row(line)
        return _draft(row, line, origin)
    except Refused as problem:
        name = row.get("id")
        known = name if isinstance(name, str) and _sound(name) else ""
        return Failed(origin, problem.reason, problem.detail, sha256_of(line), known, line)


def among(places: dict[str, tuple[int, str]], row: Draft | Failed, number: int) -> Draft | Failed:
    """The row, which fails where its id names another text in a line before; `places` are the ids met."""
    try:
        if isinstance(row, Draft):
            _not_another_text(row, places, number)
        return row
    except Refused as problem:
        assert isinstance(row, Draft)
        return Failed(row.origin, problem.reason, problem.detail, row.sha256, row.id, row.data)


def _row(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise Refused("encoding", "the line is not UTF-8; write the file anew as UTF-8") from None
    except json.JSONDecodeError as problem:
        raise Refused("invalid", f"the line is no JSON ({problem.msg} at column {problem.colno}); mend it") from None
    except (ValueError, RecursionError):
        raise Refused("invalid", "the line is no JSON that can be read; mend it") from None
    if not isinstance(row, dict):
        raise Refused("invalid", 'the line is no JSON object; write {"id": …, "date": …, "text": …}')
    return row


def _draft(row: dict[str, Any], line: bytes, origin: str) -> Draft:
    text = row.get("text")
    if not isinstance(text, str):
        what = "has no" if text is None else f"has {_name(text)} as"
        raise Refused("invalid", f'the row {what} "text"; give the text as a string')
    if not text.strip():
        raise Refused("empty", 'the "text" of the row is empty')
    if not _sound(text):
        raise Refused("encoding", 'the "text" of the row holds half a character (a lone surrogate); mend it')
    words, row_id = {key: _string(row, key) for key in _WORDS}, _id(row)
    return Draft(
        origin=origin,
        text=text,
        sha256=sha256_of(line),
        data=line,
        id=row_id,
        title=words["title"],
        publisher=words["publisher"],
        published=said(words["date"], "row") if words["date"] else UNKNOWN,
        language=words["language"],
        media_type="application/jsonl",
        url=words["url"],
        header=((OWN_ID, row_id),) if row_id else (),
        verbatim=True,
    )


def _id(row: dict[str, Any]) -> str:
    value = row.get("id")
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return "" if value is None else str(value)
    return _string(row, "id")


def _string(row: dict[str, Any], key: str) -> str:
    value = row.get(key)
    if value is None:
        return ""
    if not isinstance(value, str) or not _sound(value):
        raise Refused("invalid", f'the row has {_name(value)} as "{key}"; give a string or leave it out')
    return value.strip()


def _name(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), "broken text")


def _sound(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _not_another_text(draft: Draft, places: dict[str, tuple[int, str]], number: int) -> None:
    """Within one file an id names one text; the same text once more is a copy and goes on."""
    if not draft.id:
        return
    digest = sha256_of(draft.text.encode())
    line, held = places.setdefault(draft.id, (number, digest))
    if held != digest:
        detail = f"the id {draft.id!r} names another text in line {line}; give each row an id of its own"
        raise Refused("invalid", detail)
