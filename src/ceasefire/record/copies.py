"""A wire story that three papers run says a thing once: copies are merged, and keep all their places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from ceasefire.coding.statement import Scope, Span, Statement
from ceasefire.reading.document import Document
from ceasefire.record.order import as_told, told
from ceasefire.when import When


@dataclass(frozen=True, slots=True)
class Told:
    """Each thing said once, in order of time.

    `again` holds what near-copies of its document say, by its id; `first` leads from their ids to it.
    """

    once: tuple[Statement, ...]
    again: Mapping[str, tuple[Statement, ...]] = field(default_factory=dict)
    first: Mapping[str, Statement] = field(default_factory=dict)

    def all_of(self, said: Statement) -> tuple[Statement, ...]:
        """A thing said, from the document that stands for all, and the same in near-copies."""
        first = self.first.get(said.id, said)
        return (first, *self.again.get(first.id, ()))

    def by(self, as_of: date | None) -> list[Statement]:
        """What had been said by a day, and what cannot be placed before or after it; without a day, everything."""
        if as_of is None:
            return list(self.once)
        said, again = ByDay(as_of), self.again
        return [  # as `where` does, without a call for each of so many
            first
            for first in self.once
            if said[first.said.edtf] or (first.id in again and any(said[one.said.edtf] for one in again[first.id]))
        ]

    def where(self, visible: Callable[[Statement], bool]) -> list[Statement]:
        """Each thing of which one telling at least is visible."""
        again = self.again
        return [
            first
            for first in self.once
            if visible(first) or (first.id in again and any(visible(one) for one in again[first.id]))
        ]

    def undated(self, as_of: date | None) -> list[str]:
        """The ids of those of which nobody can say whether they were said by a day; without one, of the undated."""
        return [one.id for one in self.once if not placed(one.said, as_of)]

    def places(self, said: Statement) -> list[tuple[str, Span]]:
        """Every span that says a thing, in its own document and in near-copies, as (document id, span)."""
        return [(one.document, span) for one in self.all_of(said) for span in spans(one)]


def told_once(statements: Iterable[Statement], documents: Mapping[str, Document]) -> Told:
    """Each thing said once: of near-copies the earliest dated one stands for all."""
    families = _families(documents)
    if not families:
        return Told(tuple(as_told(statements)))
    alone: list[Statement] = []
    groups: dict[object, list[Statement]] = {}
    for one in statements:
        root = families.get(one.document)
        if root is None:
            alone.append(one)
        else:
            groups.setdefault(_sameness(one, root), []).append(one)
    again: dict[str, tuple[Statement, ...]] = {}
    firsts: dict[str, Statement] = {}
    for group in groups.values():
        first, *others = sorted(group, key=lambda one: (not one.said.known, told(one)))
        alone.append(first)
        if others:
            again[first.id] = tuple(others)
            firsts |= dict.fromkeys((one.id for one in others), first)
    return Told(tuple(as_told(alone)), again, firsts)


def spans(statement: Statement) -> tuple[Span, ...]:
    """Every span of its own document that says it."""
    return statement.places or (Span(statement.start, statement.end),)


def _families(documents: Mapping[str, Document]) -> dict[str, str]:
    """The first document of each near-copy and of each document that has one; others have no family."""
    first = {name: _first_of(name, documents) for name, document in documents.items() if document.copy}
    copied = {root for name, root in first.items() if name != root and root in documents}
    return {root: first.get(root, root) for root in copied} | {
        name: one for name, one in first.items() if one in copied
    }


def _sameness(statement: Statement, root: str) -> object:
    """Two statements of near-copies are one when party, act, provision, scope and words are the same."""
    words = " ".join(statement.quote.split())
    scope: tuple[Scope, Scope] = (statement.scope, statement.condition_scope)
    return (root, statement.actor, statement.act, statement.provision, statement.modality, scope, words)


def _first_of(name: str, documents: Mapping[str, Document]) -> str:
    """The document that a copy, or a copy of a copy, was copied from."""
    seen = [name]
    while (document := documents.get(seen[-1])) and document.copy and document.copy.of not in seen:
        seen.append(document.copy.of)
    return seen[-1]


def placed(said: When, as_of: date | None) -> bool:
    """Whether a date says on which side of `as_of` it lies; without `as_of`, whether it is known."""
    return bool(said.edtf) if as_of is None else _by(said.edtf, as_of) is not None


class ByDay(dict[str, bool]):
    """For each form of a date, whether it lies on or before a day, or may do so; without a day, every one does."""

    def __init__(self, day: date | None) -> None:
        self._day = day

    def __missing__(self, edtf: str) -> bool:
        found = self[edtf] = self._day is None or _by(edtf, self._day) is not False
        return found


@lru_cache(maxsize=65536)
def _by(edtf: str, day: date) -> bool | None:
    return When(edtf).by(day)
