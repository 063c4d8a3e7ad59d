"""Accusations on record as claims: who accuses whom, of which day and place, and what the accused says to it."""

from __future__ import annotations

import pytest
from tests.monitoring.claims.invented import KNOWN, moment
from tests.reasoning.said import said

from ceasefire.coding.statement import Statement
from ceasefire.monitoring.claims import accusations

SAID = "Maru accused Osele of shelling a substation in Tarn Ford on 10 June"


def accuse(quote: str = SAID, **more: object) -> Statement:
    given = {"recipient": "Osele", "quote": quote, "on": "2031-06-11", **more}
    return said("Maru", "accuse", **given)


def test_an_accusation_is_a_claim_with_its_statement() -> None:
    one = accuse()
    [found] = accusations([one], known=KNOWN)
    assert (found.claimant, found.accused, found.statements) == ("Maru", "Osele", (one.id,))
    assert (found.when, found.place.name, found.targets) == (moment("2031-06-10"), "Tarn Ford", ("energy-substations",))
    assert found.published.edtf == "2031-06-11"


def test_a_violation_in_the_texts_own_voice_accuses_its_actor() -> None:
    [found] = accusations([said("Osele", "violate", on="2031-06-11", quote="Osele broke the truce")])
    assert (found.claimant, found.accused) == ("", "Osele")


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("a strike on Monday", "2031-06-09", "2031-06-09"),
        ("a strike overnight", "2031-06-10", "2031-06-11"),
        ("a strike yesterday", "2031-06-10", "2031-06-10"),
        ("a strike on December 30", "2030-12-30", "2030-12-30"),
        ("a strike on 3 March 2029", "2029-03-03", "2029-03-03"),
    ],
)
def test_the_day_is_the_one_that_the_words_give_and_lies_not_ahead(words: str, first: str, last: str) -> None:
    [found] = accusations([accuse(words)])
    assert found.when == moment(first, last)


def test_without_words_for_a_day_or_a_date_of_saying_the_day_is_unknown() -> None:
    found = accusations([accuse("a strike"), said("Maru", "accuse", recipient="Osele", quote="on Monday")])
    assert [one.when.known for one in found] == [False, False]


def test_a_name_that_stands_for_a_government_is_no_place() -> None:
    [found] = accusations([accuse("Kesso accused Osele of a strike")], known=KNOWN)
    assert found.place.name == ""


@pytest.mark.parametrize(
    ("more", "answer"),
    [
        ({}, "denies"),
        ({"on": "2031-06-10"}, ""),
        ({"on": "2031-06-30"}, ""),
        ({"provision": "limited-ceasefire"}, ""),
        ({"actor": "Chad"}, ""),
        ({"recipient": "Chad"}, ""),
        ({"modality": "negated"}, ""),
    ],
)
def test_a_denial_of_the_accused_soon_after_is_the_answer(more: dict[str, object], answer: str) -> None:
    given = {"provision": "ceasefire", "on": "2031-06-12", "quote": "Osele denied it", **more}
    actor, provision = str(given.pop("actor", "Osele")), str(given.pop("provision"))
    denial = said(actor, "deny", provision, **given)
    [found] = accusations([accuse(), denial])
    assert found.answer == answer
    assert (denial.id in found.statements) is bool(answer)


def test_the_provision_that_a_record_gives_goes_before_the_category() -> None:
    one, denial = accuse(), said("Osele", "deny", on="2031-06-12")
    same = {one.id: "pause", denial.id: "pause"}
    for about, answer in ((same, "denies"), ({**same, denial.id: "truce"}, "")):
        [found] = accusations([one, denial], about)
        assert found.answer == answer


def test_what_is_about_no_pause_or_not_meant_accuses_nobody() -> None:
    assert accusations([said("Maru", "accuse", "sanctions"), accuse(modality="hypothetical")]) == []


def test_an_accusation_that_counts_is_about_a_number() -> None:
    [found] = accusations([accuse("Maru accused Osele of three thousand violations of the truce")])
    assert (found.about, "three thousand violations" in found.why) == ("number", True)
