"""The dates of publication that a person gives to texts that carry none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ceasefire.reading.document import Document
from ceasefire.when import GIVEN, UNKNOWN, When

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_PART = re.compile(r"(?:[#:]\d+)+$")


@dataclass(frozen=True, slots=True)
class Given:
    """Which date a person gave: `everything` to all that is read, `by_name` to one path or address each.

    A path stands for its file, or for all that its folder holds; the nearest one counts. `everything` goes before.
    Names are as `place_of` writes them.
    """

    everything: When = UNKNOWN
    by_name: Mapping[str, When] = field(default_factory=dict)

    def date_of(self, origin: str) -> When:
        """The date given to what comes from there; unknown without one."""
        if self.everything.known or not self.by_name:
            return self.everything
        return next((self.by_name[place] for place in _places(origin) if place in self.by_name), UNKNOWN)

    def dated(self, document: Document) -> Document:
        """The document with the date given to it; one that carries a date of its own keeps that."""
        date = self.date_of(document.origin)
        if document.published.known or not date.known:
            return document
        return replace(document, published=When(date.edtf, document.published.words, GIVEN))

    def another(self, document: Document) -> When:
        """The date that was given to a document which keeps its own, where the two differ; else unknown."""
        date, own = self.date_of(document.origin), document.published
        if own.found_in == GIVEN or date.first is None or date.last is None or own.first is None or own.last is None:
            return UNKNOWN
        return UNKNOWN if date.first <= own.first and own.last <= date.last else date


NO_DATES = Given()


def place_of(name: str) -> str:
    """An address as it is; a path in its one form, however it is written."""
    return name if _ADDRESS.match(name) or name == "-" else str(Path(name).resolve())


def _places(origin: str) -> Iterator[str]:
    """What names a document's place: its own origin, the file that holds it, the folders above."""
    yield place_of(origin)
    whole = _PART.sub("", origin)
    place = place_of(whole)
    yield place
    if place != whole or Path(whole).is_absolute():
        yield from map(str, Path(place).parents)
