"""Whom noun phrases and pronouns stand for within one document."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import groupby

import pytest
from spacy.tokens import Doc, Token

from ceasefire.coding.cast import Cast, Role
from ceasefire.coding.parse import parse
from ceasefire.coding.parties import Parties

IN_2025 = date(2025, 6, 1)


@cache
def cast_of(text: str, on: date | None = IN_2025) -> Cast:
    return Cast(next(parse([text])), Parties.builtin(), on)


def word(doc: Doc, text: str) -> Token:
    """The last token with this text."""
    return [token for token in doc if token.text == text][-1]


def who(text: str, head: str, *, open: bool = False) -> list[str]:
    cast = cast_of(text)
    return [role.party for role in cast.of(word(cast.doc, head), open=open)]


@pytest.mark.parametrize(
    ("text", "head", "parties"),
    [
        ("Russian President Vladimir Putin declined.", "Putin", ["Russia"]),
        ("Iranian lawmaker Ebrahim Azari refused.", "Azari", ["Iran"]),
        ("Iranian lawmaker Ebrahim Azari refused. Azari then left.", "Azari", ["Iran"]),
        ("Kremlin aide Oleg Tarasov agreed.", "Tarasov", ["Russia"]),
        ("Hamas official Omar Khalaf agreed.", "Khalaf", ["Hamas"]),
        ("The foreign minister of Eritrea agreed.", "minister", ["Eritrea"]),
        ("Hana Kebede, the African Union's envoy to Somalia, called for calm.", "Kebede", ["African Union"]),
        ("American singer Jane Doe applauded.", "Doe", []),
    ],
)
def test_people_stand_for_the_party_whose_office_they_hold(text: str, head: str, parties: list[str]) -> None:
    assert who(text, head) == parties


@pytest.mark.parametrize(
    ("text", "head", "parties"),
    [
        ("The Israeli military agreed.", "military", ["Israel"]),
        ("Syrian government forces withdrew.", "forces", ["Syria"]),
        ("A Hamas delegation left. Its delegation returned.", "delegation", ["Hamas"]),
        ("Mediators from Qatar spoke.", "Mediators", ["Qatar"]),
        ("Egyptian and Qatari mediators spoke.", "mediators", ["Egypt", "Qatar"]),
        ("Chad sent the plan to mediators from Qatar in Doha.", "mediators", ["Qatar"]),
        ("Mediators in Kenya and Qatar say that it holds.", "Mediators", ["Kenya", "Qatar"]),
        ("Mediators in Cairo say that it holds.", "Mediators", ["Mediators"]),
        ("Mediators Kenya and Qatar say that it holds.", "Mediators", ["Kenya", "Qatar"]),
        ("Officials in Tehran refused.", "Officials", ["Iran"]),
        ("The spokesman for the Rapid Support Forces refused.", "spokesman", ["Rapid Support Forces"]),
        ("Yemen's Houthi rebels refused.", "rebels", ["Houthis"]),
        ("Both Thai and Cambodian troops withdrew.", "troops", ["Thailand", "Cambodia"]),
        ("The Iranians refused.", "Iranians", ["Iran"]),
        ("Three Iranians died.", "Iranians", []),
        ("Tel Aviv agreed.", "Aviv", ["Israel"]),
        ("Talks were held in Cairo.", "Cairo", []),
        ("Iran-backed fighters withdrew.", "fighters", []),
        ("Pro-Russian separatists withdrew.", "separatists", ["Pro-Russian separatists"]),
        ("Protesters marched.", "Protesters", []),
        ("The United States Armed Forces left.", "Forces", ["United States"]),
        ("The al-Shabaab militant group left.", "group", ["Al-Shabaab"]),
        ("Israel said that the air force had struck.", "force", ["Israel"]),
        ("Former U.S. president Barack Obama applauded.", "Obama", []),
    ],
)
def test_bodies_and_officials_stand_for_the_party_beside_them(text: str, head: str, parties: list[str]) -> None:
    assert who(text, head) == parties


@pytest.mark.parametrize(
    ("text", "head", "parties"),
    [
        ("Putin declined Donald Trump's plan. He wants more.", "He", ["Russia"]),
        ("Hezbollah said that it would answer.", "it", ["Hezbollah"]),
        ("Hezbollah attacked Israel. The group denied it.", "group", ["Hezbollah"]),
        ("Petro met the ELN. The rebels agreed.", "rebels", ["National Liberation Army"]),
        ("Petro met the ELN. The government agreed.", "government", ["Colombia"]),
        ("The M23 rebels, who hold Goma, agreed.", "who", ["M23"]),
        ("Iran agreed after the firm Chevron said that it would leave.", "it", []),
        ("Myanmar's junta agreed. The junta then refused.", "junta", ["Myanmar"]),
        ("The TNLA and the military agreed at China-mediated talks.", "military", ["Myanmar"]),
        ("Government negotiators met the ELN.", "negotiators", ["Colombia"]),
        ("The Somali opposition met. The opposition then left.", "opposition", ["Somali opposition"]),
        ("An Israeli official spoke. The official then left.", "official", ["Israel"]),
    ],
)
def test_pronouns_and_descriptions_go_back_to_the_nearest_that_fits(text: str, head: str, parties: list[str]) -> None:
    assert who(text, head) == parties


@pytest.mark.parametrize(
    ("text", "head", "parties"),
    [
        ("Hamas and Israel talked. Both sides agreed.", "sides", ["Hamas", "Israel"]),
        (
            "Putin declined Donald Trump's plan. He said that both leaders want peace.",
            "leaders",
            ["Russia", "United States"],
        ),
        ("Thailand and Cambodia signed. The two countries will withdraw.", "countries", ["Thailand", "Cambodia"]),
        ("Hamas and Israel accused each other.", "other", ["Hamas", "Israel"]),
        ("Pakistan said that Iran and the U.S. had met. The two sides agreed.", "sides", ["Iran", "United States"]),
        ("In Qatar-mediated talks, Kenya and Chad met. The parties agreed.", "parties", ["Kenya", "Chad"]),
        (
            "Serbia and Kosovo, in EU-brokered talks, met. The EU's envoy said that the parties agreed.",
            "parties",
            ["Serbia", "Kosovo"],
        ),
        ("Both sides agreed.", "sides", []),
        (
            "The TNLA and the military met in China-mediated talks. Both sides left.",
            "sides",
            ["Ta'ang National Liberation Army", "Myanmar"],
        ),
        ("Somalia and the Somali opposition met. Both sides left.", "sides", ["Somalia", "Somali opposition"]),
        ("Qatar, a mediator, urged Hamas and Israel to talk. Both sides agreed.", "sides", ["Hamas", "Israel"]),
        (
            "Macron and Putin met, and the two leaders agreed. Kyiv objected. Both leaders went on.",
            "leaders",
            ["France", "Russia"],
        ),
        ("Hezbollah said that it would answer Israel. They accused each other.", "They", ["Hezbollah", "Israel"]),
    ],
)
def test_words_for_several_mean_those_last_named_together(text: str, head: str, parties: list[str]) -> None:
    assert who(text, head) == parties


@pytest.mark.parametrize(
    ("text", "head", "words"),
    [
        ("Ukraine's European allies refused.", "allies", "Ukraine's European allies"),
        ("European leaders refused.", "leaders", "European leaders"),
        ("The Somali opposition refused.", "opposition", "Somali opposition"),
        ("Tuareg rebels refused.", "rebels", "Tuareg rebels"),
        ("Regional mediators met.", "mediators", "Regional mediators"),
        ("Several other NATO allies agreed.", "allies", "NATO allies"),
        ("Several countries agreed.", "countries", "Several countries"),
    ],
)
def test_a_party_that_is_not_listed_keeps_the_words_used(text: str, head: str, words: str) -> None:
    cast = cast_of(text)
    assert cast.of(word(cast.doc, head)) == (Role(words, False),)


def test_a_name_that_is_not_listed_is_admitted_when_asked() -> None:
    text = "The Maru Liberation Army signed. It will disarm."
    assert who(text, "Army") == []
    assert who(text, "Army", open=True) == ["Maru Liberation Army"]
    assert who("The River Front said that it signed.", "it", open=True) == ["River Front"]


def test_those_who_speak_keep_their_own_names() -> None:
    cast = cast_of("Axios reported it. Two sources said so. Iranian state TV agreed. Israeli officials spoke.")
    doc = cast.doc
    assert cast.speaker(word(doc, "Axios")) == (Role("Axios", False),)
    assert cast.speaker(word(doc, "sources")) == (Role("Two sources", False),)
    assert cast.speaker(word(doc, "TV")) == (Role("Iran", True),)
    assert cast.speaker(word(doc, "officials")) == (Role("Israel", True),)
    assert cast.of(word(doc, "Axios")) == ()


def test_we_is_whoever_is_quoted() -> None:
    cast = cast_of('"We accept the plan," Zelensky said of US aid.')
    ukraine = cast.of(word(cast.doc, "Zelensky"))
    assert cast.of(cast.doc[1], speaker=ukraine) == ukraine == (Role("Ukraine", True),)
    assert cast.of(cast.doc[1]) == ()
    assert cast.of(word(cast.doc, "US"), speaker=ukraine) == (Role("United States", True),)


@pytest.mark.parametrize(
    ("text", "head", "parties"),
    [
        ("The Iran–U.S. talks ended.", "talks", ["Iran", "United States"]),
        ("Russian-Ukrainian talks ended.", "talks", ["Russia", "Ukraine"]),
        ("The Israel-Hamas deal ended.", "deal", ["Israel", "Hamas"]),
        ("Talks between Armenia and Azerbaijan ended.", "Talks", ["Armenia", "Azerbaijan"]),
    ],
)
def test_a_compound_names_a_pair(text: str, head: str, parties: list[str]) -> None:
    cast = cast_of(text)
    assert [role.party for role in cast.pair(word(cast.doc, head))] == parties


def test_a_noun_has_owners_and_conjuncts_act_together() -> None:
    cast = cast_of("An Israeli airstrike hit Gaza. Angola and Qatar condemned it.")
    assert cast.owners(word(cast.doc, "airstrike")) == (Role("Israel", True),)
    assert [role.party for role in cast.all_of(word(cast.doc, "Angola"))] == ["Angola", "Qatar"]
    assert [role.party for role in cast.antecedents(word(cast.doc, "condemned"))][:2] == ["Qatar", "Angola"]


STATES = {
    "Russia": ("Russia", "Russian", "Moscow", "Putin"),
    "Ukraine": ("Ukraine", "Ukrainian", "Kyiv", "Zelensky"),
    "Israel": ("Israel", "Israeli", "Jerusalem", "Netanyahu"),
    "Iran": ("Iran", "Iranian", "Tehran", "Pezeshkian"),
    "Turkey": ("Turkey", "Turkish", "Ankara", "Erdogan"),
    "India": ("India", "Indian", "New Delhi", "Modi"),
    "Rwanda": ("Rwanda", "Rwandan", "Kigali", "Kagame"),
    "Colombia": ("Colombia", "Colombian", "Bogotá", "Petro"),
}
SENTENCES = (
    "{a} and {b} agreed to a truce. Both sides then accused each other.",
    "The {ad} army shelled a town, said the {bd} foreign ministry.",
    "{ac} rejected the plan, and {bc} accepted it.",
    "{al} met {bl} on Friday. The two leaders signed a plan.",
    "{a}'s forces withdrew after {bl} had called {al}.",
    "Officials in {ac} refused to talk to {bd} negotiators.",
)


@pytest.mark.parametrize(
    ("one", "other"), [("Russia", "Ukraine"), ("Israel", "Iran"), ("Turkey", "India"), ("Rwanda", "Colombia")]
)
def test_swapping_two_states_swaps_the_parties_found(one: str, other: str) -> None:
    swap = {one: other, other: one}
    for sentence in SENTENCES:
        there = found(sentence, one, other)
        back = found(sentence, other, one)
        assert there
        assert back == [[swap[party] for party in parties] for parties in there], sentence


def found(sentence: str, one: str, other: str) -> list[list[str]]:
    """Whom the words of a sentence stand for, in order, runs of the same merged (names differ in length)."""
    slots = {f"a{key}": form for key, form in zip(("", "d", "c", "l"), STATES[one], strict=True)}
    slots |= {f"b{key}": form for key, form in zip(("", "d", "c", "l"), STATES[other], strict=True)}
    cast = cast_of(sentence.format(**slots))
    parties = [[role.party for role in cast.of(token)] for token in cast.doc]
    return [run for run, _ in groupby(filter(None, parties))]
