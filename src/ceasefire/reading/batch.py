"""A batch: everything that was named, in the order in which it was named, each thing once under its own id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import BinaryIO

from ceasefire.reading.assemble import assemble, unread
from ceasefire.reading.document import Copy, Document, Unread
from ceasefire.reading.given import NO_DATES, Given
from ceasefire.reading.kept import Draft, sha256_of
from ceasefire.reading.sources import parts_of
from ceasefire.settings import ReadingLimits

DEFAULT_LIMITS = ReadingLimits()

Keep = Callable[[str, bytes], None]


def read(
    sources: Iterable[str],
    limits: ReadingLimits = DEFAULT_LIMITS,
    *,
    stdin: BinaryIO | None = None,
    keep: Keep | None = None,
    given: Given = NO_DATES,
) -> Iterator[Document | Unread]:
    """What the named sources hold: a `Document` for each text, an `Unread` with its reason for all else.

    A source is a path, a folder (with its folders, sorted, hidden files left out), "-" for standard
    input, or an http(s) address. Nothing is fetched but what is named. Reading goes on after whatever
    cannot be read; the exit status is the caller's affair. A text met before is yielded again under
    an id with "-2" (then "-3"…) and marked as a copy of the first; so is another text whose row
    brings an id that is taken, without the mark. `keep` is given the bytes of each text, with their
    SHA-256, before the document that they make; also those of what cannot be read, as far as they were
    had. `given` are dates that a person gave to what carries none.
    """
    names = _Names()
    for source in sources:
        for part in parts_of(source, limits, stdin):
            made = assemble(part, limits) if isinstance(part, Draft) else unread(part)
            if keep and part.data is not None:
                keep(part.sha256, part.data)
            yield names.settle(given.dated(made) if isinstance(made, Document) else made)


class _Names:
    """Which ids are taken, and which text was first met under which id."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._first: dict[str, str] = {}

    def settle(self, item: Document | Unread) -> Document | Unread:
        name = self._free(item.id)
        if isinstance(item, Unread):
            return replace(item, id=name)
        first = self._first.setdefault(sha256_of(item.text.encode()), name)
        return replace(item, id=name, copy=Copy(first, 1.0) if first != name else None)

    def _free(self, wanted: str) -> str:
        name, number = wanted, 1
        while name in self._taken:
            number += 1
            name = f"{wanted}-{number}"
        self._taken.add(name)
        return name
