"""The bytes that were read, kept beside the record under their own SHA-256, so that anybody can check a quote.

Also the end of the log as it was last seen, in a file of its own: a log that was cut off at its end is chained
soundly, and only this tells.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

END = "end-of-log"
PART = 1 << 20


@dataclass(frozen=True, slots=True)
class Custody:
    """The folder in which they are kept: two letters of the hash, then the hash."""

    folder: Path

    def path(self, sha256: str) -> Path:
        """Where the bytes of this hash are kept."""
        return self.folder / sha256[:2] / sha256

    def keep(self, sha256: str, data: bytes) -> None:
        """Keeps bytes; they are on the disk when this returns. What is kept already stays as it is."""
        path = self.path(sha256)
        if not path.exists():
            put_whole(path, data, durable=True)

    def keep_file(self, source: Path) -> str:
        """Keeps a file of any size, read once in parts; answers its SHA-256."""
        self.folder.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=self.folder, prefix=".unfinished-")
        digest = hashlib.sha256()
        try:
            with os.fdopen(handle, "wb") as stream, source.open("rb") as held:
                while part := held.read(PART):
                    digest.update(part)
                    stream.write(part)
                stream.flush()
                os.fsync(stream.fileno())
            path = self.path(digest.hexdigest())
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                Path(unfinished).replace(path)
            return digest.hexdigest()
        finally:
            Path(unfinished).unlink(missing_ok=True)

    def holds(self, sha256: str) -> bool | None:
        """Whether the bytes kept under a hash are still those: True, False, or None when they are not there."""
        try:
            with self.path(sha256).open("rb") as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest() == sha256
        except OSError:
            return None

    def names(self) -> Iterator[str]:
        """The hash of everything kept, sorted."""
        for path in sorted(self.folder.glob("??/*")):
            if not path.name.startswith("."):
                yield path.name

    def remember_end(self, seq: int, digest: str) -> None:
        """Notes where the log ends, unless a later end is noted."""
        noted = self.noted_end()
        if noted is None or noted[0] < seq:
            put_whole(self.folder / END, f"{seq} {digest}\n".encode(), durable=False)

    def noted_end(self) -> tuple[int, str] | None:
        """The end of the log as it was last noted; None when it never was, or the note cannot be read."""
        try:
            seq, digest = (self.folder / END).read_text(encoding="utf-8").split()
            return int(seq), digest
        except (OSError, ValueError):
            return None


def put_whole(path: Path, data: bytes, *, durable: bool, mode: int | None = None) -> None:
    """The whole file or none of it, whenever the process is stopped; its owner's alone where no `mode` is given."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=".unfinished-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            if mode is not None:
                Path(unfinished).chmod(mode)
            if durable:
                stream.flush()
                os.fsync(stream.fileno())
        Path(unfinished).replace(path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise
