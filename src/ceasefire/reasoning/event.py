"""An event as the record has it: who, when, where, which documents tell of it, and whose accounts there are."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from ceasefire.coding.statement import EventMention
from ceasefire.when import When


@dataclass(frozen=True, slots=True)
class Telling:
    """A document tells of an event here; `published` is the date of the document, `of` the first of its copies."""

    document: str
    mention: EventMention
    published: When
    of: str = ""

    def order(self) -> tuple[object, ...]:
        """By document and place: the same whatever order they came in."""
        one = self.mention
        return (self.published.order(), self.document, one.start, one.end, one.kind, one.parties, repr(one))


@dataclass(frozen=True, slots=True)
class Event:
    """Parties called each other, met, held talks or signed something, as one document or several tell.

    `when` is the most precise day told, `place` the fullest name given, `held` is False where it is only planned.
    `mentions` are in order of their documents' dates. `accounts` gives for each party the documents that are its
    own account, published by it.
    """

    id: str
    kind: str
    parties: tuple[str, ...]
    when: When
    place: str
    held: bool
    mentions: tuple[Telling, ...]
    hosts: tuple[str, ...] = ()
    accounts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that tell of it, each once."""
        return tuple(dict.fromkeys(one.document for one in self.mentions))


def identity(kind: str, parties: tuple[str, ...], when: str, further: str = "") -> str:
    """A hash of what the event is: kind, parties and day; `further` tells apart what these do not."""
    return hashlib.sha256("\x1f".join((kind, *parties, when, further)).encode()).hexdigest()[:12]
