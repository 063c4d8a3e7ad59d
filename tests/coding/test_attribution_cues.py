"""The cue vocabulary: one meaning a word."""

from __future__ import annotations

from ceasefire.coding.attribution_cues import cues
from ceasefire.vocabulary import load

FRAMES = {"clause", "wh", "quote", "resume", "wording"}


def test_a_verb_stands_in_one_group_only() -> None:
    lemmas = [lemma for group in load("cues")["verbs"].values() for lemma in group["lemmas"]]
    assert sorted(lemmas) == sorted(set(lemmas))


def test_no_cue_is_also_said_to_bring_its_clause_about() -> None:
    assert not set(cues().takes) & cues().effecting


def test_every_frame_is_one_that_the_rules_ask_for() -> None:
    assert {frame for frames in cues().takes.values() for frame in frames} == FRAMES


def test_every_word_of_the_lists_stands_in_them_once() -> None:
    for name, words in load("cues").items():
        if isinstance(words, list):
            assert sorted(words) == sorted(set(words)), name
