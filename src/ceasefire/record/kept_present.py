"""The file beside a record that holds what stands where its log ends, so that no question reads the whole log again.

The file says only what the log says, and is never believed before it. It names the entry at which the log ended, by
number and hash, and the code that made it; where one of these is another now, or the file is damaged, it counts for
nothing and is made anew. Whoever finds it so writes it, whole or not at all; where nobody may write, one does without.
"""

from __future__ import annotations

import hashlib
import zlib
from functools import cache
from pathlib import Path

import ceasefire
from ceasefire.record.address import STANDING, Address
from ceasefire.record.custody import put_whole
from ceasefire.record.log_end import End
from ceasefire.record.present import Present, dumped, loaded

MADE_BY = ("record/*.py", "coding/statement.py", "reading/document.py", "when.py")
"""The code that works out what stands."""


def path_of(address: Address) -> Path:
    """Where the file of a record lies: in the folder of its case."""
    return address.kept.parent / STANDING


def kept(address: Address, end: End) -> Present | None:
    """What stands where the log ends; None where no file says so."""
    body = _body(address, end)
    if body is None:
        return None
    try:
        return loaded(body)
    except (LookupError, TypeError, ValueError, AttributeError):
        return None


def keep(address: Address, end: End, present: Present) -> None:
    """Writes the file; where it cannot be written, the next question does without it too."""
    body = dumped(present)
    try:
        put_whole(path_of(address), b"%s%08x\n%s" % (_head(end), zlib.crc32(body), body), durable=False)
    except OSError:
        return


def differs(address: Address, end: End, present: Present) -> bool:
    """Whether there is a file that would be believed, and it says something else than the log."""
    body = _body(address, end)
    return body is not None and body != dumped(present)


def _body(address: Address, end: End) -> bytes | None:
    """What the file holds, when it is whole and of this end of the log."""
    try:
        data = path_of(address).read_bytes()
    except OSError:
        return None
    head, at = _head(end), len(_head(end)) + 9
    if not data.startswith(head):
        return None
    body = data[at:]
    return body if data[len(head) : at] == b"%08x\n" % zlib.crc32(body) else None


def _head(end: End) -> bytes:
    return f"ceasefire present {code_hash()} {end.seq} {end.hash}\n".encode()


@cache
def code_hash() -> str:
    """A hash over the code that works out what stands, so that another version makes its own file."""
    folder, digest = Path(ceasefire.__file__).parent, hashlib.sha256(ceasefire.__version__.encode())
    for path in (path for pattern in MADE_BY for path in sorted(folder.glob(pattern))):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
