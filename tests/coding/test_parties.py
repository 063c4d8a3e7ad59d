"""Where a text names parties, and where it only seems to."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from ceasefire.coding.parse import parse
from ceasefire.coding.parties import Parties

IN_2025 = date(2025, 6, 1)


@cache
def parsed(text: str) -> Doc:
    return next(parse([text]))


def named(text: str, on: date | None = IN_2025, parties: Parties | None = None) -> list[str]:
    return [mention.party for mention in (parties or Parties.builtin()).find(parsed(text), on)]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The U.S. and the UK met the UAE.", ["United States", "United Kingdom", "United Arab Emirates"]),
        ("They told us who was ill.", []),
        ("The WHO told US officials.", ["World Health Organization", "United States"]),
        ("Washington, Kyiv and Kiev agreed.", ["United States", "Ukraine", "Ukraine"]),
        ("The Kremlin and the White House spoke.", ["Russia", "United States"]),
        ("The state department and the State Department spoke.", ["United States"]),
        ("South Sudan and Sudan signed.", ["South Sudan", "Sudan"]),
        ("The Sudanese Armed Forces fought the RSF.", ["Sudan", "Rapid Support Forces"]),
        ("Erdogan met Türkiye's neighbours.", ["Turkey", "Turkey"]),
        ("The South China Sea and Northern Ireland are quiet.", []),
        ("U.S.-Iran talks resumed.", ["United States", "Iran"]),
        ("Iran–US talks resumed.", ["Iran", "United States"]),
        (
            "DR Congo and M23 signed; Congo denied it.",
            ["Democratic Republic of the Congo", "M23", "Democratic Republic of the Congo"],
        ),
        ("Brazzaville said that Congo agreed.", ["Republic of the Congo", "Republic of the Congo"]),
        ("Officials in Atlanta, Georgia, voted.", []),
        ("Tbilisi said that Georgia voted.", ["Georgia", "Georgia"]),
    ],
)
def test_names_demonyms_capitals_and_bodies_are_found(text: str, parties: list[str]) -> None:
    assert named(text) == parties


@pytest.mark.parametrize(
    ("text", "on", "parties"),
    [
        ("Biden spoke.", date(2022, 5, 1), ["United States"]),
        ("Biden spoke.", date(2026, 5, 1), []),
        ("Trump spoke.", date(2023, 5, 1), []),
        ("Trump spoke.", None, ["United States"]),
        ("Rutte spoke.", date(2020, 5, 1), ["Netherlands"]),
        ("Rutte spoke.", date(2025, 5, 1), ["NATO"]),
        ("Ahmed al-Sharaa spoke.", date(2024, 6, 1), ["Hayat Tahrir al-Sham"]),
        ("Sharaa spoke.", date(2025, 6, 1), ["Syria"]),
        ("The Taliban refused.", date(2019, 6, 1), ["Taliban"]),
        ("The Taliban refused.", date(2025, 6, 1), ["Afghanistan"]),
    ],
)
def test_leaders_and_dated_names_count_only_within_their_dates(text: str, on: date | None, parties: list[str]) -> None:
    assert named(text, on) == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Katz rejected the plan.", ["Israel"]),
        ("Rita Katz rejected the plan. Katz runs a firm.", []),
        ("Israel Katz rejected the plan.", ["Israel"]),
        ("Volodymyr Zelenskiy and Zelensky are one.", ["Ukraine", "Ukraine"]),
        ("Salam met Sharif in Beirut.", ["Lebanon", "Pakistan", "Lebanon"]),
    ],
)
def test_a_surname_alone_counts_unless_the_text_gives_it_to_somebody_else(text: str, parties: list[str]) -> None:
    assert named(text) == parties


def test_a_case_file_adds_parties_and_overrides_names() -> None:
    parties = Parties.builtin().with_aliases({"River Front": ["RF", "the riverside rebels"], "Norlandia": ["Israel"]})
    assert named("The River Front, or RF, met Israel.", parties=parties) == ["River Front", "River Front", "Norlandia"]
    assert parties.get("River Front") is not None
    assert Parties.builtin().get("River Front") is None
    assert named("The River Front met Israel.") == ["Israel"]


def test_words_as_a_whole_name_a_party() -> None:
    parties = Parties.builtin()
    assert parties.named("the U.S.") == "United States"
    assert parties.named("U.S. troops") is None
    assert parties.named("") is None
    assert parties.kind("Hamas") == "armed-group"
    assert parties.kind("nobody") == ""


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Iran", "the", "U.S.", "Israel's", "al-Sharaa", "Kim–Putin", "us", "’", "\n", "M23", "-", "Katz"]
        ),
        max_size=12,
    )
)
def test_mentions_lie_in_the_text_in_order_whatever_the_words(words: list[str]) -> None:
    doc = parsed(" ".join(words))
    mentions = Parties.builtin().find(doc, IN_2025)
    assert all(0 <= m.start_token < m.end_token <= len(doc) for m in mentions)
    assert all(one.end_token <= other.start_token + 1 for one, other in pairwise(mentions))
    assert mentions == Parties.builtin().find(doc, IN_2025)
