"""Names by their form."""

from __future__ import annotations

import pytest

from ceasefire.coding.names import is_bare_name, is_full_name, is_of_a_people
from ceasefire.coding.parse import parsed


@pytest.mark.parametrize(
    ("text", "word", "holds"),
    [
        ("They freed Jan Kowalski on Friday.", "Kowalski", True),
        ("They joined the River Front on Friday.", "Front", False),
        ("They joined UN ESCAP on Friday.", "ESCAP", False),
        ("They freed Kowalski on Friday.", "Kowalski", False),
    ],
)
def test_a_full_name_is_two_proper_nouns_without_an_article(text: str, word: str, holds: bool) -> None:
    assert is_full_name(next(token for token in parsed(text) if token.text == word)) is holds


@pytest.mark.parametrize(("place", "holds"), [("Aden", True), ("NATO", False), ("the Treaty", False)])
def test_a_town_is_named_without_an_article_and_not_in_capitals(place: str, holds: bool) -> None:
    doc = parsed(f"Their troops withdrew from {place} on Friday.")
    assert is_bare_name(next(token for token in doc if token.text == place.split()[-1])) is holds


@pytest.mark.parametrize(
    ("text", "word", "holds"),
    [
        ("Two Tuareg rebels signed.", "Tuareg", True),
        ("Two angry rebels signed.", "angry", False),
        ("Angry rebels signed.", "Angry", False),
    ],
)
def test_a_people_is_written_with_a_capital_wherever_it_stands(text: str, word: str, holds: bool) -> None:
    assert is_of_a_people(next(token for token in parsed(text) if token.text == word)) is holds
