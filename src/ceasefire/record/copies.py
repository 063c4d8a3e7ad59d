"""A wire story that three papers run says a thing once: copies are merged, and keep all their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ceasefire.coding.statement import Scope, Span, Statement
from ceasefire.reading.document import Document
from ceasefire.record.order import as_told, told
from ceasefire.when import When


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said, when we recorded it, and the same thing in near-copies of its document."""

    statement: Statement
    recorded: When
    copies: tuple[Said, ...] = ()

    def visible(self, as_of: date | None, known_at: date | None) -> bool:
        """Said by `as_of` and recorded by `known_at`, in this document or in a copy; unknown dates stay in."""
        if self.copies and any(copy.visible(as_of, known_at) for copy in self.copies):
            return True
        return _not_after(self.statement.said, as_of) and _not_after(self.recorded, known_at)

    def places(self) -> Iterator[tuple[str, Span]]:
        """Every span that says it: in its own document first, then copy by copy."""
        for one in folded(self):
            for span in one.places or (Span(one.start, one.end),):
                yield one.document, span


def folded(said: Said) -> list[Statement]:
    """The statement and its copies."""
    return [said.statement, *(copy.statement for copy in said.copies)]


def merged(everything: Iterable[Said], documents: Mapping[str, Document]) -> tuple[Said, ...]:
    """Each thing said once: of near-copies the earliest dated one stands for all. In order of time."""
    families = _families(documents)
    found: dict[str, Said] = {}
    groups: dict[object, list[Said]] = {}
    for said in everything:
        root = families.get(said.statement.document)
        if root is None:
            found[said.statement.id] = said
        else:
            groups.setdefault(_sameness(said.statement, root), []).append(said)
    for group in groups.values():
        first, *others = sorted(group, key=lambda said: (not said.statement.said.known, told(said.statement)))
        found[first.statement.id] = Said(first.statement, first.recorded, tuple(others))
    return tuple([found[one.id] for one in as_told([said.statement for said in found.values()])])


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


def _not_after(when: When, day: date | None) -> bool:
    return day is None or _by(when.edtf, day) is not False


@lru_cache(maxsize=65536)
def _by(edtf: str, day: date) -> bool | None:
    return When(edtf).by(day)
