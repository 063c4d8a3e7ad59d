"""The file beside a record that holds what stands where its log ends, so that no question reads the whole log again.

The file says only what the log says, and is never believed before it: it names the entry at which the log ended, by
number and hash, and the code that made it. `verify` works it out anew and compares.
"""

from __future__ import annotations

from pathlib import Path

from ceasefire.record.address import STANDING, Address
from ceasefire.record.kept_file import code_hash, had, put_aside
from ceasefire.record.log_end import End
from ceasefire.record.present import Present, dumped, loaded

MADE_BY = ("record/*.py", "coding/statement.py", "reading/document.py", "when.py")
"""The code that works out what stands."""


def path_of(address: Address) -> Path:
    """Where the file of a record lies: in the folder of its case."""
    return address.kept.parent / STANDING


def like(address: Address) -> Path:
    """What the file is to be as readable as: the record's own file, or its folder where a server keeps the record."""
    return address.file or address.kept.parent


def kept(address: Address, end: End) -> Present | None:
    """What stands where the log ends; None where no file says so."""
    body = had(path_of(address), _head(end))
    if body is None:
        return None
    try:
        return loaded(body)
    except (LookupError, TypeError, ValueError, AttributeError):
        return None


def keep(address: Address, end: End, present: Present) -> None:
    """Writes the file, if it can be written."""
    put_aside(path_of(address), _head(end), dumped(present), like=like(address))


def differs(address: Address, end: End, present: Present) -> bool:
    """Whether there is a file that would be believed, and it says something else than the log."""
    body = had(path_of(address), _head(end))
    return body is not None and body != dumped(present)


def _head(end: End) -> str:
    return f"ceasefire standing {code_hash(MADE_BY)} {end.seq} {end.hash}"
