"""What a statement holds beside who, what and towards what: recipient, speaker, modality, condition, places, quote."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.coding.said import coded, one, said

from ceasefire.coding import code
from ceasefire.reading.document import Document, Repeat


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Ghana urged Togo to accept the truce.", "Ghana", "Togo"),
        ("Kenya accepted Norway's proposal for a ceasefire.", "Kenya", "Norway"),
        ("Chile suspended talks with Bolivia.", "Chile", "Bolivia"),
        ("Peru rejected the ceasefire.", "Peru", None),
    ],
)
def test_the_recipient_is_whom_the_act_is_done_to(text: str, actor: str, recipient: str | None) -> None:
    assert one(text, actor).recipient == recipient


@pytest.mark.parametrize(
    ("text", "actor", "speaker"),
    [
        ("Kenya's president said his country backs the ceasefire.", "Kenya", "Kenya"),
        ("Peru accused Ecuador of violating the ceasefire.", "Peru", None),
        ("Peru rejected the ceasefire.", "Peru", None),
    ],
)
def test_the_speaker_is_given_for_reported_words_alone(text: str, actor: str, speaker: str | None) -> None:
    assert one(text, actor).speaker == speaker


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Peru accepted the ceasefire.", "actual"),
        ("Peru may accept the ceasefire.", "tentative"),
        ("Peru did not accept the ceasefire.", "negated"),
    ],
)
def test_the_modality_is_how_firmly_it_is_said(text: str, modality: str) -> None:
    assert one(text, "Peru").modality == modality


@pytest.mark.parametrize(
    ("text", "actor", "condition", "provision", "direction"),
    [
        (
            "Ecuador said that a ceasefire would require an end to military aid.",
            "Ecuador",
            "an end to military aid",
            "foreign-support",
            "end",
        ),
        (
            "Peru will not withdraw its troops until Ecuador disarms.",
            "Peru",
            "until Ecuador disarms",
            "disarmament",
            "",
        ),
        (
            "Peru accepted a ceasefire in exchange for the release of prisoners.",
            "Peru",
            "in exchange for the release of prisoners",
            "prisoner-release",
            "",
        ),
    ],
)
def test_a_condition_has_its_words_category_and_direction(
    text: str, actor: str, condition: str, provision: str, direction: str
) -> None:
    made = one(text, actor)
    assert (made.act, made.condition, made.condition_provision) == ("condition", condition, provision)
    assert made.condition_scope.direction == direction


def test_a_repeated_passage_is_a_place_of_the_statement_that_stands_first() -> None:
    passage = "Peru rejected the ceasefire."
    text = f"{passage}\n\n{passage}"
    document = Document("d", text, "0", "d", repeats=(Repeat(30, 58, 0, 28),))
    [made] = next(iter(code([document]))).statements
    assert [text[place.start : place.end] for place in made.places] == ["Peru rejected the ceasefire"] * 2
    assert len(said(text)) == 2  # the same words, not marked as repeated, are said twice


def test_a_pointing_word_takes_up_the_provision_and_its_limits() -> None:
    made = one("Brazil proposed a limited truce at sea. Peru accepted the truce.", "Peru")
    assert (made.provision, made.scope.domains) == ("limited-ceasefire", ("sea",))
    assert one("Brazil proposed a ceasefire. Peru rejected the proposal.", "Peru").provision == "ceasefire"


def test_a_dateline_names_no_party() -> None:
    [made] = said("QUITO, 3 May (Hill Wire) - Peru rejected the ceasefire.")
    assert (made.actor, made.quote) == ("Peru", "Peru rejected the ceasefire")


PARTIES = ("Peru", "Ecuador", "it", "the", "that", "of", "to", "and", ",", ".", "\n\n", '"')
MATTERS = ("truce", "talks", "a deal", "rejected", "said", "until", "withdraw", "will", "not", "violating")
ODD = ("\u2014", "\U0001f54a", "\u00a0", "e\u0301")
WORDS = st.sampled_from([*PARTIES, *MATTERS, *ODD])


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.one_of(st.lists(WORDS, max_size=30).map(" ".join), st.text(max_size=60)))
def test_every_span_of_any_text_is_verbatim(text: str) -> None:
    found = coded(text)
    for item in (*found.statements, *found.readings):
        assert text[item.start : item.end] == item.quote != ""
    for statement in found.statements:
        assert all(0 <= place.start < place.end <= len(text) for place in statement.places)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000,
        '"' * 1_000,
        "Peru accepts and " * 500 + "rejects the truce",
        "Peru said " + "that Chile said " * 500 + "the truce holds",
        "the truce " + "of the deal " * 400,
    ],
    ids=["one word", "quotation marks", "verbs", "nested clauses", "nested nouns"],
)
def test_a_text_without_end_is_coded_all_the_same(text: str) -> None:
    assert all(text[one.start : one.end] == one.quote for one in said(text))
