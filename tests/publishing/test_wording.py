"""Sentences from coded fields: complete, in good grammar, and never showing less than was said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasefire.coding.statement import Statement
from ceasefire.publishing.inert import one_line
from ceasefire.publishing.wording import act_sentence, day, inside, listed, name, phrase, plural, stance_word
from ceasefire.reasoning.state import STANCES, Position
from ceasefire.vocabulary import load
from ceasefire.when import When

MODALITIES = ("actual", "tentative", "planned", "hypothetical", "negated")


def statement(actor: str, act: str, **more: object) -> Statement:
    return Statement("s", "d", actor, act, "ceasefire", "words", 0, 5, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("act", load("wording")["acts"])
def test_every_act_is_told_apart_in_every_modality(act):
    told = {act_sentence(statement("Arland", act, modality=modality), "Ceasefire") for modality in MODALITIES}
    assert len(told) == len(MODALITIES)


@pytest.mark.parametrize("table", ["acts", "talks_acts"])
def test_every_act_has_both_forms_of_its_verb_in_every_modality(table):
    for modalities in load("wording")[table].values():
        assert tuple(modalities) == MODALITIES
        assert {len(forms) for forms in modalities.values()} == {2}


@pytest.mark.parametrize("stance", STANCES)
def test_every_stance_has_a_word_and_a_hedged_one_says_so(stance):
    firm = stance_word(Position("Arland", "p", stance))
    hedged = stance_word(Position("Arland", "p", stance, firm=False))
    assert firm
    assert (hedged == firm) == (stance == "unknown")


def test_words_without_a_stance_are_no_silence():
    silent, vague = Position("Arland", "p", "unknown"), Position("Arland", "p", "unknown", statements=("s",))
    assert (stance_word(silent), stance_word(vague)) == ("nothing on record", "no clear stance")


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({}, "The United States rejects a ceasefire"),
        ({"speaker": "Arland"}, "The United States rejects a ceasefire, according to Arland"),
        ({"speaker": "United States"}, "The United States rejects a ceasefire, by its own account"),
        ({"recipient": "Arland"}, "The United States rejects a ceasefire (towards Arland)"),
        ({"modality": "tentative"}, "The United States tentatively rejects a ceasefire"),
    ],
    ids=str,
)  # fmt: skip
def test_modality_recipient_and_speaker_are_always_told(more, told):
    assert act_sentence(statement("United States", "reject", **more), "Ceasefire") == told


@pytest.mark.parametrize(
    ("party", "told", "many"),
    [
        ("United States", "the United States", False),
        ("United Nations", "the United Nations", False),
        ("Hamas", "Hamas", False),
        ("Ukraine's European allies", "Ukraine's European allies", True),
        ("Houthis", "the Houthis", True),
    ],
)
def test_names_take_their_article_and_their_number(party, told, many):
    assert (name(party), plural(party)) == (told, many)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("30-day ceasefire on land", "a 30-day ceasefire on land"),
        ("8-hour ceasefire", "an 8-hour ceasefire"),
        ("Halt to attacks on ports", "a halt to attacks on ports"),
        ("End of foreign support", "the end of foreign support"),
        ("Talks in Demport", "talks in Demport"),
        ("Easter truce", "the Easter truce"),
    ],
)
def test_a_title_stands_inside_a_sentence_with_its_article(title, told):
    assert inside(title) == told


@pytest.mark.parametrize(
    ("edtf", "told"),
    [("2025-03-18", "18 March 2025"), ("2025-03", "March 2025"), ("2025", "2025"), ("", "undated"),
     ("2025-03-18T14:30:00Z", "18 March 2025")],
)  # fmt: skip
def test_a_date_is_told_as_precisely_as_it_was_published(edtf, told):
    assert day(When(edtf)) == told


def test_lists_read_as_sentences_do():
    assert [listed([]), listed(["A"]), listed(["A", "B"]), listed(["A", "B", "C"])] == [
        "",
        "A",
        "A and B",
        "A, B and C",
    ]


@given(st.text())
def test_words_from_the_record_are_never_read_as_a_template(words):
    assert phrase("condition.words", words=words) == f"“{one_line(words)}”"
