"""Quotation marks: paired over paragraphs, repaired where one is missing, in time linear in the text."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasefire.coding.quotation import quotations


def quoted(text: str) -> list[str]:
    return [text[each.start : each.end] for each in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("He said “yes, ‘maybe’ yes”.", ["“yes, ‘maybe’ yes”"]),
        ("They don't call it the rebels' 'safe road' now.", ["'safe road'"]),
        ("Il a dit «oui» puis « non ».", ["«oui»", "« non »"]),
        ("Er sagte „ja“ und ging.", ["„ja“"]),
        ('"It is called "the gap", is it?" she asked.', ['"It is called "the gap", is it?"']),
        ('A board 5" long.', []),
    ],
)
def test_marks_pair(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_each_paragraph_of_a_long_quotation_may_open_with_a_mark() -> None:
    text = '"One.\n\n"Two.\n\n"Three," he said.'
    assert quoted(text) == ['"One.\n\n"Two.\n\n"Three,"']


def test_a_quotation_goes_on_when_the_next_paragraph_closes_it() -> None:
    assert quoted('"One.\n\nTwo." Then he left.') == ['"One.\n\nTwo."']


def test_a_missing_closing_mark_ends_the_quotation_with_its_paragraph() -> None:
    (only,) = quotations('"One goes on\n\nNobody quotes here.')
    assert (only.start, only.end, only.closed) == (0, len('"One goes on'), False)


@given(st.text(alphabet=st.sampled_from(list("ab .,\n\"“”‘’'«»„`")), max_size=300))
def test_quotations_are_sorted_apart_and_never_empty(text: str) -> None:
    found = quotations(text)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


@pytest.mark.parametrize("piece", ['"a', '" ', "“", "'a ", '"\n\n', "word "])
def test_five_thousand_marks_in_a_paragraph_take_no_time(piece: str) -> None:
    start = time.perf_counter()
    quotations(piece * 5000)
    assert time.perf_counter() - start < 2
