"""Who says what: the forms in which a text gives somebody's words, each in a sentence of our own."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from ceasefire.coding.attribution import Said, attributions, source_of, to_attribution
from ceasefire.coding.parse import parsed
from ceasefire.coding.statement import Attribution


@cache
def doc_of(text: str) -> Doc:
    return parsed(text)


def said_in(text: str) -> list[tuple[list[str], list[str]]]:
    """Source and content words of each attribution, in order."""
    return [
        ([text[s.start : s.end] for s in one.source], [text[s.start : s.end] for s in one.content])
        for one in attributions(doc_of(text))
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The envoy said that the talks had stalled.", "The envoy", "that the talks had stalled."),
        ("The envoy said the talks had stalled.", "The envoy", "the talks had stalled."),
        ("The talks had stalled, the envoy said.", "the envoy", "The talks had stalled,"),
        ('"The talks have stalled," said the envoy.', "the envoy", '"The talks have stalled,"'),
        ("The general told reporters that his men would stay.", "The general", "that his men would stay."),
        ("The general explained why his men would stay.", "The general", "why his men would stay."),
        ("According to two diplomats, the list is not agreed.", "two diplomats", "the list is not agreed."),
        ("The list is not agreed, according to Norway.", "Norway", "The list is not agreed,"),
        ("As the mediators see it, the pause holds.", "the mediators", "the pause holds."),
        ("In the words of one envoy, the pause is dead.", "one envoy", "the pause is dead."),
        ("The army rejected the claim by Kenya that it had fired first.", "Kenya", "that it had fired first."),
        ("Qatar is confident that both sides will sign.", "Qatar", "that both sides will sign."),
        ("Zelensky said: «We will answer.»", "Zelensky", "«We will answer.»"),
        (
            "Norwegian foreign ministry: “We are ready to host.”",
            "Norwegian foreign ministry",
            "“We are ready to host.”",
        ),
        ("“We are ready to host.” - Jonas Berg", "Jonas Berg", "“We are ready to host.”"),
        ("Trucks wait at the crossing. Image: Ada Holm.", "Ada Holm", "Trucks wait at the crossing."),
        ("Reports: truce to begin at dawn", "Reports", "truce to begin at dawn"),
    ],
)
def test_the_form_names_source_and_content(text: str, source: str, content: str) -> None:
    assert ([source], [content]) in said_in(text)


def test_a_quotation_in_two_parts_has_two_content_spans() -> None:
    text = '"We will not sign," the minister said, "until the guns fall silent."'
    assert said_in(text) == [(["the minister"], ['"We will not sign,"', '"until the guns fall silent."'])]


def test_a_quotation_over_two_paragraphs_is_one_content() -> None:
    text = 'The governor said, "We counted nine shells before noon.\n\nNobody was hurt. We fear for the night."'
    assert said_in(text)[0] == (["The governor"], [text[19:]])


def test_a_block_quotation_belongs_to_the_cue_before_the_line_break() -> None:
    text = 'The president tweeted from his own account:\n\n"The road is open. Trucks may pass."'
    assert (["The president"], ['"The road is open. Trucks may pass."']) in said_in(text)


def test_a_quotation_that_goes_on_after_the_cue_is_covered_but_is_no_content() -> None:
    text = '"They want war," said Omar. "We do not want it."'
    (one,) = attributions(doc_of(text))
    assert [text[s.start : s.end] for s in one.content] == ['"They want war,"']
    assert [text[s.start : s.end] for s in one.continued] == ['"We do not want it."']
    want = [token for token in doc_of(text) if token.text == "want"]
    assert [source_of(token, [one]) for token in want] == [one, one]


def test_nested_attributions_are_all_given_and_the_innermost_owns_the_token() -> None:
    text = "The envoy said she believed the pause would hold."
    found = attributions(doc_of(text))
    hold = next(token for token in doc_of(text) if token.text == "hold")
    assert [one.source_head.text for one in found if one.source_head is not None] == ["envoy", "she"]
    innermost = source_of(hold, found)
    assert innermost is not None
    assert innermost.source_head is not None
    assert innermost.source_head.text == "she"


def test_a_participle_takes_the_subject_of_its_sentence() -> None:
    text = "The rebels accused the army of breaking the truce, saying that shells fell on the market."
    assert said_in(text) == [(["The rebels"], ["that shells fell on the market."])]


def test_coordinated_cues_share_their_source() -> None:
    text = "The minister said the border was shut and added that it would stay shut."
    assert said_in(text) == [
        (["The minister"], ["the border was shut"]),
        (["The minister"], ["that it would stay shut."]),
    ]


def test_who_brings_the_name_that_it_stands_for() -> None:
    text = "The trader met Ibrahim, who had told him that the bridge was mined."
    assert said_in(text) == [(["Ibrahim", "who"], ["that the bridge was mined."])]


def test_each_of_two_named_sources_is_a_span() -> None:
    text = "The Red Cross and the United Nations said the road was closed."
    assert said_in(text) == [(["The Red Cross", "the United Nations"], ["the road was closed."])]


def test_an_apposition_is_no_part_of_the_source() -> None:
    text = "Amina Diallo, the mission's head, said the count was wrong."
    assert said_in(text) == [(["Amina Diallo"], ["the count was wrong."])]


def test_a_passive_without_an_agent_leaves_the_source_open() -> None:
    assert said_in("It was announced that talks will resume.") == [([], ["that talks will resume."])]


@pytest.mark.parametrize(
    "text",
    [
        "They want to leave the town.",
        "The army asked him to leave the town.",
        "We saw them leave the town.",
        "The patrol wrote down the numbers.",
        "They called the hill “the Anvil” after its shape.",
        "The ministry ensured that the road stayed open.",
    ],
)
def test_what_nobody_says_or_thinks_is_no_attribution(text: str) -> None:
    assert said_in(text) == []


def test_a_cue_inside_a_quotation_stays_within_it() -> None:
    text = '"I think the pause holds," said Omar, but shells fell at noon.'
    found = attributions(doc_of(text))
    inner = next(one for one in found if one.cue_token is not None and one.cue_token.text == "think")
    assert all(span.end <= text.index(" said") for span in inner.content)


def test_an_attribution_goes_to_the_record_with_its_party() -> None:
    (one,) = attributions(doc_of("Kenya said the pause holds."))
    assert to_attribution(one, "Kenya") == Attribution(one.source, one.cue, one.content, "Kenya")


MANY = 60


@pytest.mark.shared
@pytest.mark.parametrize(("texts", "floor"), [("dev", 80.0), ("interviews", 62.0)])
def test_linked_f1_on_texts_coded_by_hand_stays_above_its_floor(texts: str, floor: float, tmp_path: Path) -> None:
    gold = Path(__file__).parents[3] / "shared" / "gold" / f"attributions_{texts}.jsonl"
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    predicted = tmp_path / "predicted.jsonl"
    with predicted.open("w", encoding="utf-8") as out:
        for row in rows:
            found = [
                {name: [[s.start, s.end] for s in getattr(one, name)] for name in ("source", "cue", "content")}
                for one in attributions(parsed(row["text"]))
            ]
            out.write(json.dumps({"id": row["id"], "attributions": found}) + "\n")
    scorer = [sys.executable, str(gold.parent / "score_attributions.py"), str(gold), str(predicted), "--json"]
    scores = json.loads(subprocess.run(scorer, check=True, capture_output=True, text=True).stdout)
    assert scores["linked/src+cont/all"]["f1"] >= floor


QUOTE_HEAVY = st.text(
    alphabet=st.sampled_from(list("ab, .:;-–\n\"“”‘’'«»„(A")) | st.characters(codec="utf-8"), max_size=200
)
PIECES = [
    "He said ",
    "that ",
    "we ",
    "left",
    ", ",
    ". ",
    '"',
    "“",
    "”",
    "\n\n",
    "according to ",
    "Mali",
    ": ",
    "Image: ",
    "’",
    "told ",
]


@settings(max_examples=MANY, deadline=None)
@given(QUOTE_HEAVY | st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_text_gives_sorted_spans_within_it_and_never_an_error(text: str) -> None:
    doc = parsed(text)
    found = attributions(doc)
    assert [one.content for one in found] == sorted(one.content for one in found)
    for one in found:
        assert one.content
        for span in (*one.source, *one.cue, *one.content, *one.continued):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip()
        check_parts(one)


def check_parts(one: Said) -> None:
    assert list(one.content) == sorted(one.content)
    assert all(left.end <= right.start for left, right in pairwise(one.content))
    for span in one.content:
        assert all(span.end <= own.start or own.end <= span.start for own in (*one.source, *one.cue))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_a_covered_token_has_a_source_that_covers_it(text: str) -> None:
    doc = parsed(text)
    found = attributions(doc)
    for token in doc:
        owner = source_of(token, found)
        assert (owner is None) == (not any(one.covers(token) for one in found))
        assert owner is None or owner.covers(token)
