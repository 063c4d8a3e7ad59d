"""The vocabulary of parties: one meaning a name at a time, everybody listed, dates that are dates."""

from __future__ import annotations

import re
import runpy
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from ceasefire.coding.parties import Parties
from ceasefire.coding.party_index import Entry, fold, leader, surname_of, terms_of
from ceasefire.coding.party_vocabulary import NO_PARTY
from ceasefire.errors import VocabularyError
from ceasefire.vocabulary import load

SCORER = Path(__file__).resolve().parents[3] / "shared" / "gold" / "score_statements.py"
FILES = ("states", "territories", "groups", "organisations")


def entries() -> Iterator[Entry]:
    for found in Parties.builtin().index.values():
        yield from found


def spans(entry: Entry) -> tuple[tuple[date, date], ...]:
    return terms_of(entry.terms) or ((date.min, date.max),)


def meet(one: Entry, other: Entry) -> bool:
    return any(a[0] <= b[1] and b[0] <= a[1] for a in spans(one) for b in spans(other))


def test_no_name_means_two_parties_at_the_same_time() -> None:
    by_words = defaultdict(list)
    for entry in entries():
        if not entry.surname:  # two persons may share a surname; then the surname alone means neither
            by_words[entry.units, entry.exact].append(entry)
    twice = {
        " ".join(units): sorted({one.party, other.party})
        for (units, _), found in by_words.items()
        for one, other in combinations(found, 2)
        if one.party != other.party and meet(one, other)
    }
    assert twice == {}


def test_words_that_can_mean_two_parties_are_listed_with_a_rule() -> None:
    for row in load("parties/ambiguous"):
        assert row["words"]
        for party in (row["means"], *row["unless"]):
            assert party == NO_PARTY or Parties.builtin().get(party) is not None


@pytest.mark.parametrize("file", ["state_bodies", "leaders"])
def test_whatever_stands_for_a_party_stands_for_one_that_is_listed(file: str) -> None:
    assert [name for name in load(f"parties/{file}") if Parties.builtin().get(name) is None] == []


def test_no_party_is_listed_twice() -> None:
    names = [row["name"] for file in FILES for row in load(f"parties/{file}")]
    assert len(names) == len(set(names))


def test_all_members_and_observers_of_the_united_nations_are_listed() -> None:
    codes = {row["codes"][0] for row in load("parties/states")}
    assert len(codes) == 193 + 2 + 2  # members; Holy See, Palestine; Kosovo, Taiwan
    assert {"VA", "PS", "XK", "TW", "SS", "TL", "ME", "CH"} <= codes


def test_a_disputed_place_says_what_is_disputed() -> None:
    assert all(row["note"] for row in load("parties/territories"))


def test_terms_of_office_are_dates_in_order() -> None:
    for party, rows in load("parties/leaders").items():
        for row in rows:
            terms = terms_of(row.split("|")[1].strip())
            assert terms, (party, row)
            assert all(first <= last for first, last in terms), (party, row)
            assert list(terms) == sorted(terms), (party, row)


def test_every_leader_has_a_full_name() -> None:
    for party, rows in load("parties/leaders").items():
        for row in rows:
            full, *_ = leader(row, party)
            assert not full.surname
            assert len(full.units) > 1 or "| -" in row, row


def test_names_are_written_without_stray_blanks_or_separators() -> None:
    for entry in entries():
        assert all(re.fullmatch(r"[^\W_]+|[^\w\s]", unit) for unit in entry.units), entry
        assert "|" not in entry.units
        assert entry.units[0] != "the" or entry.how == "outlet", entry


@pytest.mark.parametrize(
    ("name", "surname"),
    [("Ursula von der Leyen", "von der Leyen"), ("Ahmed al-Sharaa", "al-Sharaa"), ("Vladimir Putin", "Putin")],
)
def test_a_surname_keeps_its_particles(name: str, surname: str) -> None:
    assert surname_of(name) == surname


@pytest.mark.parametrize(("one", "other"), [("Erdoğan", "erdogan"), ("Öcalan", "ocalan"), ("Türkiye", "turkiye")])
def test_accents_do_not_tell_names_apart(one: str, other: str) -> None:
    assert fold(one) == other


def test_noun_classes_are_in_small_letters_and_say_nothing_twice() -> None:
    for name, members in load("parties/roles").items():
        if name != "word_like":
            assert [word for word in members if word != word.lower()] == [], name
        assert [word for word in members if not isinstance(word, str)] == [], name


def test_a_vocabulary_that_does_not_exist_is_refused_by_name() -> None:
    with pytest.raises(VocabularyError, match="no-such-words"):
        load("no-such-words")


@pytest.mark.shared
@pytest.mark.skipif(not SCORER.exists(), reason="../shared/gold is not there")
def test_our_names_are_those_that_the_scorer_of_the_gold_knows() -> None:
    scorer = runpy.run_path(str(SCORER))
    same_name = scorer["actor"]
    parties = Parties.builtin()
    for alias in scorer["ALIASES"]:
        spelt = alias.upper() if len(alias) <= 4 else alias.title().replace("'S", "'s").replace(" Of ", " of ")
        named = parties.named(spelt, date(2026, 1, 1)) or parties.named(alias.upper(), date(2026, 1, 1))
        assert named is not None, alias
        assert same_name(named) == same_name(alias), alias
