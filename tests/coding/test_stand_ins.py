"""While it is parsed, a text names every party alike; afterwards it has its own words again."""

from __future__ import annotations

import pytest

from ceasefire.coding.levelled import levelled
from ceasefire.coding.model import tokenized
from ceasefire.coding.name_words import apart, in_long_name
from ceasefire.coding.parse import parse
from ceasefire.coding.stand_ins import lend_stand_ins
from ceasefire.coding.texts import published


def lent(text: str) -> list[str]:
    """The words that the parser sees."""
    return [token.text for token in lend_stand_ins(tokenized(levelled(text)))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The United States agreed to a truce.", "Chad agreed to a truce."),
        ("The Democratic Republic of the Congo rejects talks.", "Hamas rejects talks."),
        ("US officials met in Doha.", "Iranian officials met in Abu Dhabi."),
        ("Hamas officials left.", "Israeli officials left."),
        ("An Iranian envoy spoke.", "A Qatari envoy spoke."),
        ("The Houthis' offer stands.", "The RSF's offer stands."),
        ("President Volodymyr Zelensky spoke.", "President Putin spoke."),
        ("U.S.-Iran talks failed.", "Russia-Ukraine talks failed."),
        ("HAMAS AGREES", "ISRAEL AGREES"),
        ("It was “over”, he said.", 'It was "over", he said.'),
    ],
)
def test_the_parser_sees_the_same_whoever_is_named(one, other):
    assert lent(one) == lent(other)


@pytest.mark.parametrize(
    "text",
    [
        "Jordan Peterson spoke.",
        "The Geneva Convention holds.",
        "Store the grain.",
    ],
)
def test_what_names_no_party_is_left_as_it_is(text):
    assert lent(text) == [token.text for token in tokenized(levelled(text))]


def test_a_parsed_text_has_its_own_words_and_one_tree():
    text = "The Democratic Republic of the Congo and M23 agreed,\r\n\r\n“at last”, in Port-au-Prince.\u00a0Rain fell."
    [doc] = parse([text])
    assert published(doc) == text
    assert len(doc.text) == len(text)
    assert all(text[token.idx] == token.text[0] for token in doc if token.text[0].isalnum())
    for sentence in doc.sents:
        assert all(sentence.start <= token.head.i < sentence.end for token in sentence)
    congo = next(token for token in doc if token.text == "Congo")
    assert congo.dep_ == "nsubj"
    assert {token.head.text for token in doc[0:5]} == {"Congo"}


def test_a_name_is_one_word_where_distance_matters():
    [doc] = parse(["The Rapid Support Forces left."])
    assert apart(doc, 0, 4) == 1
    assert in_long_name(doc[3])
    assert not in_long_name(doc[4])
