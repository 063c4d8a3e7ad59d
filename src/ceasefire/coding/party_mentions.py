"""Where a parsed text names parties: one walk over its words, with the traps of names minded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from ceasefire.coding.parties import Mention, Parties
from ceasefire.coding.party_index import UNIT, Entry, fold
from ceasefire.coding.party_roles import noun, words
from ceasefire.coding.texts import text_of, words_of
from ceasefire.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Doc

NOUNS = ("PROPN", "NOUN")


def find(parties: Parties, doc: Doc, on: date | None) -> list[Mention]:
    """Every mention of a party in `doc`, in order."""
    return list(_Walk(parties, doc, on).mentions())


class _Walk:
    """One walk over the words of a document; words are finer than tokens ("U.S.-Iran" holds two names)."""

    def __init__(self, parties: Parties, doc: Doc, on: date | None) -> None:
        self.parties, self.doc, self.on = parties, doc, on
        places = [(match.group(), match.start()) for match in UNIT.finditer(text_of(doc))]
        self.units = [word for word, _ in places]
        self.folded = [fold(word) for word in self.units]
        self.seen = frozenset(self.folded)
        self.tokens = _tokens_at(doc, [start for _, start in places])
        self.introduced: dict[str, str] = {}  # surname → party of the person whose full name the text gave
        self.strangers: set[str] = set()  # surnames that the text gave to somebody else

    def mentions(self) -> Iterator[Mention]:
        at = 0
        while at < len(self.units):
            found = self._choose(at)
            if found is None:
                at += 1
                continue
            end = at + len(found.units)
            party = self._meaning(found)
            if found.how == "leader" and not found.surname:
                self.introduced[self.folded[end - 1]] = party
            if party:
                how = "name" if found.how == "ambiguous" else found.how
                yield Mention(self.tokens[at], self.tokens[end - 1] + 1, party, how)
            at = end

    def _choose(self, at: int) -> Entry | None:
        """The longest name that stands here; of equally long ones, the one that the text has introduced."""
        fitting = list(self.parties._at(self.units, self.folded, at, self.on))
        if not fitting:
            return None
        longest = [e for e in fitting if len(e.units) == len(fitting[0].units)]
        surnames = [e for e in longest if e.surname]
        others = [e for e in longest if not e.surname]
        if others:
            return None if self._is_something_else(at, others[0]) else self._latest(others)
        return self._surname(at, surnames)

    def _surname(self, at: int, entries: list[Entry]) -> Entry | None:
        """A surname alone: nobody else's in this text, and one party's at this date."""
        end = at + len(entries[0].units)
        before = self._names_before(at)
        last = self.folded[end - 1]
        if before:
            entries = [e for e in entries if set(before) & set(e.first_names)]
            if not entries:
                self.strangers.add(last)
        elif last in self.introduced:
            entries = [e for e in entries if e.party == self.introduced[last]]
        elif last in self.strangers or self._is_first_name(at, entries[0]) or not self._is_name(at):
            return None
        latest = self._latest(entries)
        return latest if latest and (self.on is None or len({e.party for e in entries}) == 1) else None

    def _latest(self, entries: list[Entry]) -> Entry | None:
        """Without a date the latest in office is meant; two parties at the same time mean neither."""
        if not entries:
            return None
        latest = max(e.ends for e in entries)
        best = [e for e in entries if e.ends == latest]
        return best[0] if len({e.party for e in best}) == 1 or best[0].how != "leader" else None

    def _names_before(self, at: int) -> list[str]:
        """The capitalised words right before that are neither titles nor other names' ends: first names."""
        names: list[str] = []
        token = self.tokens[at] - 1
        while token >= 0 and self.doc[token].pos_ == "PROPN" and self.doc[token].text[0].isupper():
            word = fold(self.doc[token].text)
            if word in _titles() or self._ends_a_name(token):
                break
            names.extend(fold(unit) for unit in UNIT.findall(self.doc[token].text))
            token -= 1
        return names

    def _ends_a_name(self, token: int) -> bool:
        """The word is a party's own name or adjective ("Israeli", "U.S."), not a first name."""
        return self.parties.named(self.doc[token].text, self.on) is not None

    def _is_something_else(self, at: int, found: Entry) -> bool:
        """ "Jordan Peterson" is a person, "Paris Agreement" no government, "IS" in a headline a verb."""
        if found.exact and found.exact[0] in words("word_like") and self.doc[self.tokens[at]].pos_ not in NOUNS:
            return True
        return self._is_first_name(at, found) or (found.how == "capital" and self._names_something(at, found))

    def _names_something(self, at: int, found: Entry) -> bool:
        """A capital's name begins a longer name: "Paris Hilton", "Geneva Convention", "Tehran Times"."""
        last = self.tokens[at + len(found.units) - 1]
        if last + 1 >= len(self.doc) or self.doc[last + 1].pos_ != "PROPN" or self.doc[last].dep_ == "poss":
            return False
        return self.doc[last].dep_ in ("compound", "nmod", "amod") and not self._ends_a_name(last + 1)

    def _is_first_name(self, at: int, found: Entry) -> bool:
        """ "Jordan Peterson", "Chad Smith": the name opens a person's name that goes on."""
        first, last = self.tokens[at], self.tokens[at + len(found.units) - 1]
        if last + 1 >= len(self.doc) or len(found.units) > 1 or found.units[0] not in _given_names():
            return False
        after = self.doc[last + 1]
        goes_on = self.doc[first].dep_ == "compound" and after.pos_ == "PROPN" and fold(after.text) not in _titles()
        return goes_on and noun(after) not in words("bodies") and self.parties.named(after.text) is None

    def _is_name(self, at: int) -> bool:
        """The parser takes the word for a name, or at least for no verb or particle."""
        token = self.doc[self.tokens[at]]
        return token.pos_ in ("PROPN", "NOUN", "ADJ", "X")

    def _meaning(self, found: Entry) -> str:
        row: dict[str, Any] | None = _ambiguous().get(found.units[0]) if len(found.units) == 1 else None
        if row is None:
            return found.party
        for party, cues in row["unless"].items():
            if any(fold(cue) in self.seen for cue in cues):
                return str(party)
        return str(row["means"])


@cache
def _titles() -> frozenset[str]:
    return frozenset(fold(title) for title in load("parties/people")["titles"])


@cache
def _given_names() -> frozenset[str]:
    return frozenset(load("parties/people")["given_names"])


@cache
def _ambiguous() -> dict[str, dict[str, Any]]:
    return {fold(word): row for row in load("parties/ambiguous") for word in row["words"]}


def _tokens_at(doc: Doc, starts: list[int]) -> list[int]:
    """For each offset, rising, the index of the token that covers it."""
    offsets = [token.idx for token in words_of(doc)]
    offsets.append(len(text_of(doc)) + 1)
    covering, token = [], 0
    for start in starts:
        while offsets[token + 1] <= start:
            token += 1
        covering.append(token)
    return covering
