"""Who can be a party, by which names, and where a text names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ceasefire.coding.party_index import UNIT, Entry, dated, fold
from ceasefire.coding.party_vocabulary import Index, Party, add, builtin, longest_first

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Mention", "Parties", "Party"]


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """doc[start_token:end_token] names a party; `how` is "name", "demonym", "leader", "capital", "body",
    "group" or "outlet"."""

    start_token: int
    end_token: int
    party: str
    how: str


class Parties:
    """All parties that the vocabulary knows, and, from a case file, others."""

    def __init__(
        self,
        known: Mapping[str, Party],
        index: Index,
        own: Index | None = None,
        own_names: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self._known = known
        self.own_names = own_names  # a case file's names as it writes them, each with its party
        self.index = index  # first folded word → entries, longest first; read only
        self._own = own or {}

    @classmethod
    def builtin(cls) -> Parties:
        """The parties of the vocabulary; built once a process."""
        return cls(*builtin())

    def with_aliases(self, aliases: Mapping[str, Iterable[str]]) -> Parties:
        """These parties, and the names of a case file, which go before the vocabulary's."""
        known = dict(self._known)
        own = {first: list(entries) for first, entries in self._own.items()}
        for name, names in aliases.items():
            known.setdefault(name, Party(name, "other"))
            add(own, (dated(alias, name, "name") for alias in (name, *names)))
        written = tuple((alias, name) for name, names in aliases.items() for alias in (name, *names))
        return Parties(known, self.index, longest_first(own), self.own_names + written)

    def get(self, name: str) -> Party | None:
        """The party that the record calls by this name, or None when none is."""
        return self._known.get(name)

    def kind(self, name: str) -> str:
        """ "state", "armed-group", "organisation", "outlet", "other"; "" for a party that is not listed."""
        party = self._known.get(name)
        return party.kind if party else ""

    def home(self, name: str) -> str:
        """The state that an armed group fights in or over; "" where none is known."""
        party = self._known.get(name)
        return party.home if party else ""

    def named(self, words: str, on: date | None = None) -> str | None:
        """The party that these words as a whole name ("the U.S."), or None."""
        units = UNIT.findall(words.strip().removeprefix("the ").removeprefix("The "))
        if not units:
            return None
        folded = [fold(unit) for unit in units]
        for found in self._at(units, folded, 0, on):
            if len(found.units) == len(units):
                return found.party or None
        return None

    def find(self, doc: Doc, on: date | None = None) -> list[Mention]:
        """Every place where `doc` names a party, longest names first, in order.

        With a date, leaders and dated names count only within their terms; without, for the latest of them.
        """
        from ceasefire.coding.party_mentions import find

        return find(self, doc, on)

    def places(self, units: list[str], folded: list[str]) -> Iterator[int]:
        """The words at which a name of a party begins, by its letters alone, at any date."""
        for at, word in enumerate(folded):
            known = word in self.index or word in self._own
            if known and next(self._at(units, folded, at, None), None) is not None:
                yield at

    def _at(self, units: list[str], folded: list[str], at: int, on: date | None) -> Iterator[Entry]:
        """The entries that the words from `at` on spell, case files' first, then the longest first."""
        for index in (self._own, self.index):
            for candidate in index.get(folded[at], ()):
                size = len(candidate.units)
                if tuple(folded[at : at + size]) != candidate.units or not candidate.holds(on):
                    continue
                if candidate.exact and tuple(units[at : at + size]) != candidate.exact:
                    continue
                if candidate.capital >= 0 and not units[at + candidate.capital][0].isupper():
                    continue
                yield candidate
