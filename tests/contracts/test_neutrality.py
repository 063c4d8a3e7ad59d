"""The coding favours nobody and is moved by nothing that does not matter: laws over a sample of our own texts.

The full measures are `python -m evaluation.neutrality` and `python -m evaluation.invariances`.
"""

from __future__ import annotations

from collections import Counter

import pytest
from evaluation.invariances import measure
from evaluation.neutrality import Measure, all_pairs
from evaluation.same_coding import Share, total
from evaluation.swap_words import NoForm
from evaluation.swapping import Swapped, swap
from evaluation.texts import text_sets

from ceasefire.coding.cast import Cast
from ceasefire.coding.parse import parse
from ceasefire.coding.parties import Parties

FLOOR = 0.99  # of statements
FLOORS = {
    "reported by a news agency": 0.8,
    "reported by a party": 0.75,
    "unrelated sentence before, same paragraph": 0.9,
    "unrelated sentence after, same paragraph": 0.9,
}
FEWEST = 20  # statements that a share must be of to mean anything
PAIRS = all_pairs()[::2]  # six of them, states and armed groups


def held(share: Share) -> float:
    return share.same / share.statements


@pytest.fixture(scope="module")
def sets():
    return [(name, documents[::2] if name == "own_bullets" else documents[:3]) for name, documents in text_sets()]


def swapped(text: str, change: dict[str, str]) -> Swapped:
    [doc] = parse([text])
    return swap(doc, Cast(doc, Parties.builtin()), change, None)


def test_two_parties_in_each_other_s_places_are_coded_alike(sets):
    found = Measure(PAIRS)
    for name, documents in sets:
        found.add_set(name, documents)
    assert found.total().statements > 50
    assert held(found.total()) >= FLOOR, "\n".join(found.total().differ)


def test_what_does_not_matter_changes_no_statement(sets):
    broken = {
        law: (round(held(share), 3), share.differ)
        for law, share in measure(sets).items()
        if share.statements >= FEWEST and held(share) < FLOORS.get(law, FLOOR)
    }
    assert broken == {}


@pytest.mark.parametrize(
    ("text", "change", "expected"),
    [
        (
            "The United States' envoy met an Iranian official; the U.S. and Iran agreed.",
            {"United States": "Iran", "Iran": "United States"},
            "Iran's envoy met an American official; Iran and the United States agreed.",
        ),
        (
            "Hamas says that Israel's army broke the truce, and an Israeli official denied it.",
            {"Hamas": "Houthis", "Israel": "Yemen"},
            "The Houthis says that Yemen's army broke the truce, and a Yemeni official denied it.",
        ),
        (
            "Talks in Kyiv failed, said Russia.",
            {"Ukraine": "Chad", "Russia": "Mali"},
            "Talks in N'Djamena failed, said Mali.",
        ),
    ],
)
def test_a_swap_keeps_the_grammatical_form(text, change, expected):
    assert swapped(text, change).text == expected


def test_a_swap_that_would_not_be_english_is_refused():
    with pytest.raises(NoForm, match="capital"):
        swapped("Kyiv agreed to a truce with Russia.", {"Ukraine": "Hamas", "Russia": "Israel"})


def test_places_follow_the_swapped_words():
    found = swapped("Iran and the United States agreed to a truce.", {"Iran": "United States", "United States": "Iran"})
    start, end = found.place(0, len("Iran and the United States agreed to a truce"))
    assert found.text[start:end] == "The United States and Iran agreed to a truce"


def test_a_difference_lowers_the_share():
    share, one = Share(), ("Iran", "accept")
    share.add(Counter({one: 1}), Counter({one: 1}))
    share.add(Counter({one: 1}), Counter({("Oman", "accept"): 1}))
    assert (share.same, share.statements, share.texts_same, share.texts) == (1, 3, 1, 2)
    assert total([share, share]).statements == 6
