"""From the vocabulary's names to an index that finds them: words folded to bare small letters, dates kept apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from ceasefire.vocabulary import load
from ceasefire.when import When

UNIT = re.compile(r"[^\W_]+|[^\w\s]|_")
_UNFOLDED = str.maketrans(
    {"ı": "i", "ø": "o", "đ": "d", "ł": "l", "ß": "ss", "’": "'", "‘": "'", "ʼ": "'", "–": "-", "‑": "-"}
)
_UNFOLDED |= str.maketrans({"Ø": "o", "Đ": "d", "Ł": "l", "—": "-"})
ALWAYS = ""


class Entry(NamedTuple):
    """A name of a party: its folded words, how it stands for the party, and between which dates ("2017-01/2021-01").

    `exact` holds the words as they must be written (acronyms); `capital` is the place of the first word that
    must begin with a capital letter, -1 when none must. A surname knows the first names of who bears it.
    """

    units: tuple[str, ...]
    party: str
    how: str
    terms: str = ALWAYS
    exact: tuple[str, ...] = ()
    capital: int = -1
    first_names: tuple[str, ...] = ()
    surname: bool = False

    def holds(self, on: date | None) -> bool:
        return on is None or not self.terms or any(first <= on <= last for first, last in terms_of(self.terms))

    @property
    def ends(self) -> date:
        """The last day on which the name means the party."""
        return max((last for _, last in terms_of(self.terms)), default=date.max)


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """Small letters without accents: "Erdoğan" and "Erdogan" are one."""
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFKD", word.translate(_UNFOLDED))
    return "".join(c for c in bare if not unicodedata.combining(c)).lower()


def entry(
    name: str, party: str, how: str, terms: str = ALWAYS, first_names: tuple[str, ...] = (), surname: bool = False
) -> Entry:
    """A name as an entry; all in capitals it is an acronym, all in small letters it is found in any case."""
    written = tuple(UNIT.findall(name))
    exact = written if name.upper() == name else ()
    joined = load("parties/people")["joined"]  # "Al-Shabaab" is also written "al-Shabaab"
    capital = next((at for at, word in enumerate(written) if word[0].isupper() and word.lower() not in joined), -1)
    return Entry(tuple(map(fold, written)), party, how, terms, exact, capital, first_names, surname)


@cache
def terms_of(words: str) -> tuple[tuple[date, date], ...]:
    """The dates that "2017-01/2021-01-20, 2025-01-20/" means, as first and last days."""
    spans = []
    for span in filter(None, map(str.strip, words.split(","))):
        first, _, last = span.partition("/")
        spans.append((When(first).first or date.min, When(last).last or date.max))
    return tuple(spans)


def dated(name: str, party: str, how: str) -> Entry:
    """An entry from "name | from/to"."""
    words, _, dates = name.partition("|")
    return entry(words.strip(), party, how, dates.strip())


def leader(row: str, party: str) -> Iterator[Entry]:
    """The full names and surnames of one office holder, from "name | from/to | surnames"."""
    name, terms, *named = (part.strip() for part in row.split("|"))
    surnames = [s.strip() for s in named[0].split(",")] if named else [surname_of(name)]
    yield entry(name, party, "leader", terms)
    own = next((s for s in [*surnames, surname_of(name)] if s != "-" and name.endswith(" " + s)), "")
    first = name.removesuffix(own).strip() if own else ""
    first_names = tuple(fold(word) for word in UNIT.findall(first))
    for surname in surnames:
        if surname == "-":
            continue
        for form in _forms(surname):
            yield entry(form, party, "leader", terms, first_names=first_names, surname=True)
            if first and form != own:
                yield entry(f"{first} {form}", party, "leader", terms)


def surname_of(name: str) -> str:
    """The last word with the particles before it: "von der Leyen", "al-Sharaa"."""
    particles = load("parties/people")["particles"]
    words = name.split()
    at = len(words) - 1
    while at > 1 and fold(words[at - 1]) in particles:
        at -= 1
    return " ".join(words[at:])


def _forms(surname: str) -> Iterable[str]:
    """al-Sharaa is also written el-Sharaa and Sharaa."""
    head, _, rest = surname.partition("-")
    if rest and head.lower() in load("parties/people")["joined"]:
        return (f"al-{rest}", f"el-{rest}", f"al {rest}", rest)
    return (surname,)
