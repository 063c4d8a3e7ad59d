"""A file that holds what was worked out from a record, to be had again as long as nothing has changed.

Its first line names what it was worked out from and by which code; the second, what its contents add up to. Where one
of these is another now, or the file is damaged, it counts for nothing. It is written whole or not at all; where nobody
may write, one does without.
"""

from __future__ import annotations

import hashlib
import zlib
from functools import cache
from pathlib import Path

import ceasefire
from ceasefire.record.custody import put_whole

READ_AND_WRITE = 0o666
"""Of the permissions of a file or folder, those that a file of data can have."""


def had(path: Path, head: str) -> bytes | None:
    """What a file holds, when it is whole and has this first line."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    first = head.encode() + b"\n"
    at = len(first) + 9
    if not data.startswith(first):
        return None
    body = data[at:]
    return body if data[len(first) : at] == b"%08x\n" % zlib.crc32(body) else None


def put_aside(path: Path, head: str, body: bytes, like: Path) -> None:
    """Writes the file, if it can be written; whoever may read `like`, a file or a folder, may read it."""
    try:
        data = b"%s\n%08x\n%s" % (head.encode(), zlib.crc32(body), body)
        put_whole(path, data, durable=False, mode=like.stat().st_mode & READ_AND_WRITE)
    except OSError:
        return


@cache
def code_hash(patterns: tuple[str, ...]) -> str:
    """A hash over files of this package, so that what another version worked out is not taken for this one's."""
    folder, digest = Path(ceasefire.__file__).parent, hashlib.sha256(ceasefire.__version__.encode())
    for path in (path for pattern in patterns for path in sorted(folder.glob(pattern))):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
