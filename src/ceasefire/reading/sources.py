"""What the user named, opened: files, folders, standard input, addresses."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from ceasefire.reading.formats import drafts_of
from ceasefire.reading.kept import Draft, Failed, Kept, Refused, failed, larger_than
from ceasefire.settings import ReadingLimits

_ADDRESS = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")
_NO_FILE = {
    stat.S_ISFIFO: "a pipe",
    stat.S_ISSOCK: "a socket",
    stat.S_ISCHR: "a device",
    stat.S_ISBLK: "a device",
}


def parts_of(source: str, limits: ReadingLimits, stdin: BinaryIO | None) -> Iterator[Draft | Failed]:
    """All that one named source holds; what fails, fails alone."""
    try:
        if source == "-":
            yield from _stream("-", stdin or sys.stdin.buffer, limits)
        elif _ADDRESS.match(source):
            from ceasefire.reading.fetch import fetch

            yield from _within(fetch(source, limits), limits)
        else:
            yield from _path(source, limits)
    except Refused as problem:
        yield failed(source, problem)
    except OSError as problem:
        yield Failed(source, "unreadable", f"it cannot be read ({_why(problem)}); see who may read it")


def _path(source: str, limits: ReadingLimits) -> Iterator[Draft | Failed]:
    path = Path(source)
    if source.startswith(("/dev/fd/", "/dev/stdin")):
        with path.open("rb") as stream:
            yield from _stream(source, stream, limits)
    elif path.is_dir():
        found = False
        for name in walk(source, ()):
            found = True
            yield from [name] if isinstance(name, Failed) else _file(name, limits)
        if not found:
            raise Refused("empty", "there are no files in the folder but hidden ones, if any")
    else:
        yield from _file(source, limits)


def walk(folder: str, entered: Iterable[str]) -> Iterator[str | Failed]:
    """The files of a folder and its folders, sorted by name, hidden ones left out.

    A link that leads back into a folder on the way down is told and not followed.
    """
    real = os.path.realpath(folder)
    if real in entered:
        yield Failed(folder, "unreadable", "the link leads back to a folder that it is in; it was not followed again")
        return
    try:
        with os.scandir(folder) as listing:
            entries = sorted((entry.name, _is_folder(entry)) for entry in listing if not entry.name.startswith("."))
    except OSError as problem:
        yield Failed(folder, "unreadable", f"the folder cannot be opened ({_why(problem)}); see who may read it")
        return
    for name, is_folder in entries:
        path = str(Path(folder) / name)
        if is_folder:
            yield from walk(path, {*entered, real})
        else:
            yield path


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _file(name: str, limits: ReadingLimits) -> Iterator[Draft | Failed]:
    try:
        with closing(_opened(name, limits)) as stream:
            yield from _within(Kept(name, stream, name), limits)
    except Refused as problem:
        yield failed(name, problem)
    except OSError as problem:
        yield Failed(name, "unreadable", f"it cannot be read ({_why(problem)}); see who may read it")


def _opened(name: str, limits: ReadingLimits) -> BinaryIO:
    """The file, open; anything that would block, never end, or fill the memory is refused unopened."""
    try:
        status = Path(name).stat()
    except (OSError, ValueError) as problem:
        raise Refused("unreadable", f"there is no such file ({_why(problem)}); see how its name is written") from None
    for is_one, what in _NO_FILE.items():
        if is_one(status.st_mode):
            raise Refused("unreadable", f"it is {what} and no file; save what comes from it and read that")
    if status.st_size > limits.largest_file:
        raise Refused("too-large", larger_than(limits.largest_file, status.st_size))
    return Path(name).open("rb")


def _stream(origin: str, stream: BinaryIO, limits: ReadingLimits) -> Iterator[Draft | Failed]:
    data = Kept(origin, stream).everything(limits.largest_file)
    yield from _within(Kept(origin, BytesIO(data)), limits)


def _within(kept: Kept, limits: ReadingLimits) -> Iterator[Draft | Failed]:
    """What the bytes hold; where they cannot be read, or not to their end, they go along with the reason."""
    try:
        yield from drafts_of(kept, limits)
    except Refused as problem:
        yield failed(kept.origin, problem, kept, limits.largest_file)


def _why(problem: Exception) -> str:
    return (getattr(problem, "strerror", "") or str(problem)).lower()
