"""Our own gold keeps the codebook's closed lists and the law of a quote."""

from __future__ import annotations

import json

import pytest
from evaluation import markup
from tests.contracts.tree import ROOT

GOLD = ROOT / "evaluation" / "gold"
ACTS = "propose accept reject condition implement suspend accuse violate deny consult mediate"
PROVISIONS = """ceasefire limited-ceasefire prisoner-release withdrawal disarmament talks peace-agreement territory
security-guarantees monitoring foreign-support humanitarian-access navigation sanctions political justice nuclear
economic other"""
MODALITIES = "actual tentative planned hypothetical negated"


def rows(name: str) -> list[dict]:
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("row", rows("statements.jsonl"), ids=lambda row: row["id"])
def test_a_gold_statement_keeps_the_closed_lists_and_quotes_its_text(row):
    for statement in row["statements"]:
        assert statement["act"] in ACTS.split()
        assert statement["provision"] in PROVISIONS.split()
        assert statement["modality"] in MODALITIES.split()
        assert statement["quote"] in row["text"]
        assert (statement["condition"] is not None) == (statement["act"] == "condition")
        assert (statement["condition_provision"] is None) == (statement["condition"] is None)
        assert (statement["condition"] or "") in row["text"]


def test_the_gold_is_large_enough_and_a_third_of_it_is_about_something_else():
    statements = rows("statements.jsonl")
    assert len(statements) >= 60
    assert sum(not row["statements"] for row in statements) >= 20
    assert sum(len(row["attributions"]) for row in rows("attributions.jsonl")) >= 40


def test_the_offsets_of_the_attributions_are_those_of_the_marked_up_text():
    assert (GOLD / "attributions.jsonl").read_text(encoding="utf-8") == markup.as_lines(markup.build())


def test_every_attribution_has_a_source_a_cue_and_a_content_that_begin_and_end_with_words():
    for row in rows("attributions.jsonl"):
        for attribution in row["attributions"]:
            for part in ("source", "cue", "content"):
                assert attribution[part], row["id"]
                for start, end in attribution[part]:
                    words = row["text"][start:end]
                    assert words == words.strip() != ""


def test_a_mark_that_is_never_closed_is_refused():
    with pytest.raises(ValueError, match="never closed: s1"):
        markup.unmark("<s1>She said")


def test_nested_and_divided_marks_give_the_spans_of_the_plain_text():
    text, [first, second] = markup.unmark("<t1>So</t1> <s1>Ana <s2>Li</s2></s1> <c1>said</c1>, <t1>yes</t1>")
    assert text == "So Ana Li said, yes"
    assert [text[s:e] for s, e in first["content"]] == ["So", "yes"]
    assert [text[s:e] for s, e in first["source"]] == ["Ana Li"]
    assert [text[s:e] for s, e in second["source"]] == ["Li"]


@pytest.mark.parametrize("row", rows("russian.jsonl"), ids=lambda row: row["id"])
def test_the_russian_gold_keeps_the_closed_lists_and_holds_offsets_and_no_sentences(row):
    assert row["part"] in {"develop", "set-aside"}
    for statement in row["statements"]:
        assert statement["act"] in ACTS.split()
        assert statement["provision"] in PROVISIONS.split()
        assert statement["modality"] in MODALITIES.split()
        assert (statement["condition_provision"] is not None) == (statement["act"] == "condition")
        assert 0 <= statement["start"] < statement["end"]
        assert not {"quote", "condition", "text"} & set(statement)


def test_the_russian_gold_has_ten_texts_and_four_of_them_are_set_aside():
    parts = [row["part"] for row in rows("russian.jsonl")]
    assert (len(parts), parts.count("set-aside")) == (10, 4)
