"""`ceasefire import`: the log of another record, as `ceasefire export` wrote it, into the record of a case."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ceasefire.errors import InputError
from ceasefire.publishing.asked import Asked
from ceasefire.publishing.putting import put, put_json
from ceasefire.publishing.recording import case_named, opened
from ceasefire.publishing.wording import phrase
from ceasefire.record.address import KEPT
from ceasefire.record.carrying import take_files, take_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedImport(Asked):
    """Into which case, from which file."""

    case: str
    file: str


ASKED = AskedImport
LOG = "record.jsonl"


def answer(asked: AskedImport) -> int:
    """What was added."""
    path = Path(asked.file)
    path = path / LOG if path.is_dir() else path
    case = case_named(asked.case)
    try:
        with path.open("rb") as lines:
            record = opened(case, create=True)
            try:
                carried = take_lines(record, lines, str(path))
                carried.files = take_files(record, path.parent / KEPT)
                count, end = record.end()
            finally:
                record.close()
    except OSError as problem:
        raise InputError(
            f"cannot read {path}: {(problem.strerror or str(problem)).lower()}; name a {LOG} that "
            "`ceasefire export CASE --to FOLDER` wrote, or its folder"
        ) from None
    if asked.form == "json":
        added = {"added": carried.added, "on_record": carried.known, "files": carried.files}
        put_json({**added, "entries": count, "end": end or None})
    else:
        log = phrase("record.end", entries=count, end=end[:12]) if count else phrase("record.empty")
        put(phrase("record.imported", added=carried.added, known=carried.known, files=carried.files, log=log) + "\n")
    return 0
