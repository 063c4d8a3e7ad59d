"""Where a sentence names a party."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ceasefire.coding.parties import Parties
from ceasefire.coding.russian.lemmas import plain
from ceasefire.coding.russian.party_names import NO_PARTY, Index, Name, compounds, index, indexed, named
from ceasefire.coding.russian.phrases import units
from ceasefire.coding.russian.word import Word


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """words[start:end] name a party; `how` as in Name. A joint adjective names two parties in one place."""

    start: int
    end: int
    party: str
    how: str


class Namer:
    """All names that Russian texts have for parties, and the names that a case file adds."""

    def __init__(self, parties: Parties, on: date | None) -> None:
        self._parties = parties
        self._on = on
        self._own = _of_the_case(parties)

    def find(self, words: Sequence[Word]) -> list[Mention]:
        """Every place where the words name a party, longest names first, in order."""
        found: list[Mention] = []
        i = 0
        while i < len(words):
            joint = _joint(words[i])
            if joint:
                found += (Mention(i, i + 1, party, "adjective") for party in joint)
                i += 1
                continue
            end, party, how = self._at(words, i)
            if party:
                found.append(Mention(i, end, party, how))
            i = max(end, i + 1)
        return found

    def _at(self, words: Sequence[Word], i: int) -> tuple[int, str, str]:
        for entries in (self._own, index()):
            for name in _candidates(entries, words[i]):
                end = _matches(name, words, i)
                if end:
                    return end, self._party(name), name.how
        return 0, NO_PARTY, ""

    def _party(self, name: Name) -> str:
        """The party of a name; a leader's on the day of the text, by the dates of office of the English vocabulary."""
        if not name.known_as:
            return name.party
        latest = self._parties.named(name.known_as, self._on or date.max)
        return latest or (self._parties.named(name.known_as) if self._on is None else None) or NO_PARTY


def _candidates(entries: Index, word: Word) -> Iterable[Name]:
    found = [name for form in sorted(word.lemmas | {plain(word.text)}) for name in entries.get(form, ())]
    return sorted(found, key=lambda name: -len(name.words))


def _matches(name: Name, words: Sequence[Word], i: int) -> int:
    """Where the name ends when the words from i on spell it, else 0."""
    if name.exact and words[i].text != name.exact:
        return 0
    if name.how not in {"adjective", "people", "none"} and not _written_large(name, words[i]):
        return 0
    position = i
    for forms in name.words:
        while position > i and position < len(words) and words[position].text in '«»"[]':
            position += 1
        if position == len(words) or forms.isdisjoint(words[position].lemmas | {plain(words[position].text)}):
            return 0
        position += 1
    return position


def _written_large(name: Name, word: Word) -> bool:
    """Names begin with a capital; those of bodies and groups may not ("киевский режим", "хуситы")."""
    return word.capital or name.how in {"group", "body"}


def _joint(word: Word) -> tuple[str, ...]:
    """ "российско-американский": both."""
    first, hyphen, _ = plain(word.text).rpartition("-")
    if not hyphen or first not in compounds():
        return ()
    second = next(
        (
            name.party
            for form in sorted(word.lemmas)
            for name in index().get(form.rpartition("-")[2], ())
            if name.how == "adjective"
        ),
        "",
    )
    return (compounds()[first], second) if second else ()


def _of_the_case(parties: Parties) -> Index:
    """The names of a case file, as they are written there."""
    return indexed(named(words, party, "group") for words, party in parties.own_names if units(words))
