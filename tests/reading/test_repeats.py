"""Passages that a document says again."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ceasefire.reading.repeats import first_said, repeats_in

P = "The first round ended without a word from either of the two delegations."
Q = "The second round is to begin in the lake town on Monday, the hosts have said."
R = "No one expects that it will be the last."

ODD = ["Yes.", "a  b c d e f", "\u1e9e ﬁ İ one two three four"]
passages = st.lists(st.sampled_from([P, Q, R, P.upper(), *ODD]), max_size=9)
joints = st.lists(st.sampled_from([" ", "\n", "\n\n", "\n \t\n", "\u2028"]), min_size=9, max_size=9)


def said(text: str) -> list[str]:
    return [text[r.start : r.end] for r in repeats_in(text)]


def test_a_paragraph_a_line_and_a_sentence_that_come_back_are_marked():
    assert said(f"{P}\n\n{Q}\n\n{P}") == [P]
    assert said(f"{P}\n{Q}\n{P}") == [P]
    assert said(f"{P} {Q}\n{R} {P}") == [P]


def test_white_space_quotes_and_case_make_no_difference_where_lengths_agree():
    assert said(f"{P}\n\n" + P.replace(" ended ", "\nended ")) == [P.replace(" ended ", "\nended ")]
    straight = 'He said "we will not leave it".'
    assert said(f"He said “we will not leave it”.\n{straight}") == [straight]


def test_a_passage_with_other_words_or_another_length_is_left_alone():
    assert said(f"{P}\n{P.replace('two', 'three')}") == []
    assert said(f"{P}\n{P.replace(' ', '  ')}") == []


def test_short_lines_come_back_by_chance():
    assert said("The talks failed.\nA\nThe talks failed.") == []


def test_three_times_the_same_points_twice_to_the_first():
    found = repeats_in(f"{P}\n{P}\n{P}")
    assert [(r.first_start, r.first_end) for r in found] == [(0, len(P))] * 2


@given(passages, joints)
def test_repeats_lie_apart_in_order_and_each_says_what_an_unmarked_passage_said_before(parts, between):
    text = "".join(part + joint for part, joint in zip(parts, between, strict=False))
    found = repeats_in(text)
    for repeat in found:
        assert 0 <= repeat.first_start < repeat.first_end <= repeat.start < repeat.end <= len(text)
        assert repeat.end - repeat.start == repeat.first_end - repeat.first_start
        here, there = text[repeat.start : repeat.end], text[repeat.first_start : repeat.first_end]
        assert here.casefold().split() == there.casefold().split()
        first, last = first_said(found, repeat.start, repeat.end)
        assert not any(other.start <= first and last <= other.end for other in found)
        assert text[first:last].casefold().split() == here.casefold().split()
    assert all(one.end <= other.start for one, other in pairwise(found))
