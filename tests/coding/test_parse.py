"""How a text is cut into sentences, and that a sentence's parse is its own."""

from __future__ import annotations

import pytest
from tests.contracts.tree import ROOT

from ceasefire.coding.lemmas import lemmatize_each
from ceasefire.coding.model import model, parse_each, passing_words
from ceasefire.coding.parse import Draft, parsed, read

OWN = sorted(ROOT.glob("examples/*/dispatches/*.txt")) + sorted(ROOT.glob("tests/journeys/articles/*.txt"))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("They met. It rained.", ["They met.", "It rained."]),
        ("They met.  It rained.", ["They met.  ", "It rained."]),
        ('"We left." She nodded.', ['"We left."', "She nodded."]),
        ('"Will it hold?" he asked.', ['"Will it hold?" he asked.']),
        (
            "Gen. Smith of the U.S. Army left. Mr. Jones stayed.",
            ["Gen. Smith of the U.S. Army left.", "Mr. Jones stayed."],
        ),
        ("It rose 1.5 percent... and fell.", ["It rose 1.5 percent... and fell."]),
        ("A headline\nThe river rose.", ["A headline\n", "The river rose."]),
        ("A line that\ngoes on.", ["A line that\ngoes on."]),
        ("A line\n\ngoes on.", ["A line\n\n", "goes on."]),
        ("DOHA, 21 August (Wire) - The river rose.", ["DOHA, 21 August (Wire) - ", "The river rose."]),
        ("The river rose.", ["The river rose."]),
    ],
)
def test_sentences_end_with_stops_passages_and_datelines(text: str, sentences: list[str]) -> None:
    draft = Draft(text)
    assert [draft.doc[start:end].text_with_ws.rstrip(" ") for start, end in draft.bounds] == [
        one.rstrip(" ") for one in sentences
    ]
    assert [sentence.text for sentence in parsed(text).sents] == [draft.doc[a:b].text for a, b in draft.bounds]


def test_words_without_end_are_cut() -> None:
    draft = Draft("word " * 1000)
    assert [end - start for start, end in draft.bounds] == [400, 400, 200]


def test_an_empty_text_has_no_sentences() -> None:
    assert Draft("").bounds == []
    assert len(parsed("")) == 0


def test_the_parse_of_a_sentence_does_not_depend_on_others_being_parsed() -> None:
    text = "Mali met Chad. The rebels, who had left, refused to sign. It rained on the town. They signed a truce."
    whole, part = parsed(text), Draft(text)
    read([(part, [1])])
    read([(part, [3])])
    for sentence in (1, 3):
        for at in range(*part.bounds[sentence]):
            mine, theirs = part.doc[at], whole[at]
            assert (mine.tag_, mine.pos_, mine.lemma_, mine.dep_, mine.head.i) == (
                theirs.tag_,
                theirs.pos_,
                theirs.lemma_,
                theirs.dep_,
                theirs.head.i,
            )
    assert [sentence.text for sentence in part.doc.sents] == [sentence.text for sentence in whole.sents]
    assert {token.pos_ + token.dep_ for token in part.doc[slice(*part.bounds[2])]} == {""}


def test_parts_of_speech_and_lemmas_are_those_that_the_model_gives() -> None:
    drafts = [Draft(path.read_text(encoding="utf-8")) for path in OWN]
    ours = [draft.sentence(index) for draft in drafts for index in range(len(draft.bounds))]
    theirs = [draft.sentence(index) for draft in drafts for index in range(len(draft.bounds))]
    parse_each(ours)
    parse_each(theirs)
    lemmatize_each(ours)
    for sentence in theirs:
        model().get_pipe("lemmatizer")(model().get_pipe("attribute_ruler")(sentence))
    assert len(ours) > 100
    for mine, its in zip(ours, theirs, strict=True):
        assert [(t.text, t.tag_, t.pos_, t.lemma_, str(t.morph)) for t in mine] == [
            (t.text, t.tag_, t.pos_, t.lemma_, str(t.morph)) for t in its
        ]


def test_words_are_forgotten_once_very_many_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ceasefire.coding.model._MOST_WORDS", 0)
    with passing_words():
        assert parsed("Brzenkowice signed the Ulmovian truce.")[0].lemma_
        assert "Brzenkowice" in model().vocab.strings
    assert "Brzenkowice" not in model().vocab.strings
