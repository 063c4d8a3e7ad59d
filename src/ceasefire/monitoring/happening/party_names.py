"""The names of parties as phrases: English and Russian from their vocabularies, Ukrainian beside, a case's own."""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.coding.parties import Parties
from ceasefire.coding.party_index import Entry
from ceasefire.coding.party_vocabulary import builtin
from ceasefire.monitoring.happening.patterns import WORD, Phrase, Unit, phrase, plain, unit
from ceasefire.monitoring.happening.vocabulary import meaning
from ceasefire.vocabulary import load

DOER, OTHER, ADJECTIVE = "doer", "other", "adjective"
NAMES = frozenset({"name", "demonym", "body", "group"})
_SHORT = 4  # letters of a stem below which other cases of a name would be other words
_CASES = "(|а|я|у|ю|и|ы|е|ом|ем|ой|ей)"


def names(parties: Parties) -> Iterator[Phrase]:
    """Every name, as the group "party"; `name` is "doer|Chad", "other|Chad" or "adjective|Chad"."""
    for entries in builtin()[1].values():
        yield from (_english(entry) for entry in entries if entry.how in NAMES and not entry.terms and entry.party)
    for written, party in parties.own_names:
        units = tuple(Unit(frozenset({plain(word)}), ()) for word in WORD.findall(written))
        if units:
            yield Phrase("party", f"{DOER}|{party}", units)
    for language in ("ukrainian", "russian"):
        for party, forms in meaning("parties")[language].items():
            for how in (DOER, OTHER, ADJECTIVE):
                yield from (phrase("party", f"{how}|{party}", written) for written in forms[how])
    yield from _russian()


def _english(entry: Entry) -> Phrase:
    how = ADJECTIVE if entry.how == "demonym" and not entry.units[-1].endswith("s") else DOER
    units = tuple(Unit(frozenset({word}), ()) for word in entry.units if WORD.fullmatch(word))
    exact = entry.exact if len(units) == len(entry.exact) else ()
    return Phrase("party", f"{how}|{entry.party}", units, exact, entry.capital == 0)


def _russian() -> Iterator[Phrase]:
    for party, row in load("russian/states").items():
        for name in row.get("names", ()):
            yield from _named(party, name)
        for name in row.get("adjectives", ()):
            yield Phrase("party", f"{ADJECTIVE}|{party}", (unit(plain(name)[:-2] + "*"),))
        for name in row.get("people", ()):
            if name.endswith("ин"):
                yield Phrase("party", f"{DOER}|{party}", (unit(plain(name)[:-2] + "е"),))
                yield Phrase("party", f"{OTHER}|{party}", (unit(plain(name)[:-2] + "(|ами|ам)"),))
    for field in ("bodies", "groups"):
        for party, written in load("russian/parties")[field].items():
            for name in written:
                yield from _named(party, name.strip("«»"))


def _named(party: str, name: str) -> Iterator[Phrase]:
    words = tuple(unit(plain(word)) for word in WORD.findall(name))
    yield Phrase(
        "party", f"{DOER}|{party}", words, (name,) if name.isupper() and len(words) == 1 else (), len(words) == 1
    )
    stem = plain(name).rstrip("аяьйы")
    if len(words) == 1 and len(stem) >= _SHORT:
        others = unit(stem + _CASES).whole - {plain(name)}
        yield Phrase("party", f"{OTHER}|{party}", (Unit(others, ()),), large=True)
