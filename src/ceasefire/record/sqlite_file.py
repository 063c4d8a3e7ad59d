"""How the SQLite file of a record is opened, also by who may read a case and not write to it.

SQLite puts a writer's pages into a file beside the record (WAL) and readers note there how far they have read. Who may
not write beside the record can still read it: with a writer's files there, by what these say; without them, the file
is all there is, and is read as one that does not change.
"""

from __future__ import annotations

import os
from pathlib import Path


def may_write(file: Path) -> bool:
    """Whether one may write to the file and beside it."""
    return os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)


def asked(file: Path) -> dict[str, str]:
    """How SQLite is to open a file that is there, as its URI says it."""
    if may_write(file):
        return {"mode": "rw"}
    beside = file.with_name(file.name + "-wal")
    return {"mode": "ro"} if beside.exists() else {"mode": "ro", "immutable": "1"}


def uri(file: Path) -> str:
    """The URI by which SQLite opens a file that is there."""
    path = file.resolve()
    return f"{path.as_uri()}?{'&'.join(f'{name}={value}' for name, value in asked(path).items())}"
