"""A version that can be cited: what it is a version of, its hash, its dates and counts, and how to cite it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from ceasefire import __version__
from ceasefire.publishing.exports.material import Material
from ceasefire.publishing.exports.tables import Row
from ceasefire.publishing.inert import one_line
from ceasefire.vocabulary import load

FORMAT = "ceasefire-export/1"
SHOWN = 12


def version_of(made: Material, rows: Mapping[str, Sequence[Row]]) -> dict[str, Any]:
    """What version.json says, but for the files."""
    digest = made.decided.hash or rows_hash(rows)
    return {
        "format": FORMAT,
        "title": made.title,
        "hash": digest,
        "hash_of": "last entry of the log" if made.decided.hash else "rows of all tables",
        "version": digest[:SHOWN],
        "date": _date(made),
        "as_of": made.as_of or None,
        "known_at": made.known_at or None,
        "log": {
            "entries": made.decided.entries,
            "first_recorded": made.decided.first or None,
            "last_recorded": made.decided.last or None,
        },
        "published": _published(made),
        "counts": {name: len(rows[name]) for name in rows},
        "coders": sorted(set(made.coders.values())),
        "tool": {"name": "ceasefire", "version": __version__},
        "cite": _cite(made, digest),
    }


def rows_hash(rows: Mapping[str, Sequence[Row]]) -> str:
    """SHA-256 over the rows of every table as canonical JSON: the same rows give the same hash."""
    digest = hashlib.sha256()
    for name in sorted(rows):
        digest.update(orjson.dumps([name, list(rows[name])], option=orjson.OPT_SORT_KEYS))
    return digest.hexdigest()


def version_file(version: Mapping[str, Any], files: Mapping[str, bytes]) -> bytes:
    """version.json, with the SHA-256 of every other file."""
    hashes = {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)}
    return (json.dumps({**version, "files": hashes}, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def citation_file(version: Mapping[str, Any]) -> bytes:
    """CITATION.cff (Citation File Format 1.2.0)."""
    words = load("exports")["words"]
    title = str(words["citation_title"]).format(title=one_line(version["title"]))
    author = str(words["author"]).format(title=one_line(version["title"]))
    lines = [
        "cff-version: 1.2.0",
        f"message: {_quoted(str(words['message']))}",
        f"title: {_quoted(title)}",
        "type: dataset",
        "authors:",
        f"  - name: {_quoted(author)}",
        f"version: {_quoted(version['version'])}",
        *([f"date-released: {_quoted(version['date'])}"] if version["date"] else []),
        "identifiers:",
        "  - type: other",
        f"    value: {_quoted('sha256:' + version['hash'])}",
        f"    description: {_quoted('SHA-256 of the ' + version['hash_of'])}",
    ]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _quoted(text: str) -> str:
    """A text as YAML, which a JSON string is."""
    return json.dumps(text, ensure_ascii=False)


def _date(made: Material) -> str | None:
    """The day of the version: of the last entry of a log, else the last day on which anything in it was published."""
    if made.decided.last:
        return made.decided.last.partition("T")[0]
    return _published(made)["last"]


def _published(made: Material) -> dict[str, str | None]:
    first = min((one.published.first for one in made.documents if one.published.first), default=None)
    last = max((one.published.last for one in made.documents if one.published.last), default=None)
    return {"first": first.isoformat() if first else None, "last": last.isoformat() if last else None}


def _cite(made: Material, digest: str) -> str:
    words = load("exports")["words"]
    return str(words["cite"]).format(
        title=one_line(made.title),
        version=digest[:SHOWN],
        date=_date(made) or words["undated"],
        tool=__version__,
        hash=digest,
    )
