"""Nothing in a document can steer a terminal, a page or a reader's eye."""

from __future__ import annotations

import io
import json
import re

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publishing.hostile import LONG, SCRIPT, hostile

from ceasefire.publishing import inert
from ceasefire.publishing.compose import compose
from ceasefire.publishing.figures import figures
from ceasefire.publishing.html import html
from ceasefire.publishing.json_form import from_json, to_json
from ceasefire.publishing.markdown import markdown
from ceasefire.publishing.pdf import pdf
from ceasefire.publishing.terminal import show

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.fixture(scope="module")
def brief():
    return compose(hostile())


def test_html_holds_no_script_no_handler_and_no_address(brief):
    page = html(brief)
    assert "<script" not in page
    assert not re.search(r"<[a-z][^>]*\son\w+=", page)
    assert not re.search(r'(?:src|href|action)="(?!#)', page)
    assert not re.search(r"url\(|@import", page)
    assert not STEERING.search(page)
    assert inert.visible(SCRIPT.replace("<", "&lt;").replace(">", "&gt;")) in page
    page.encode("utf-8")


def test_figures_hold_no_script_and_no_steering(brief):
    for figure in figures(brief).values():
        assert set(re.findall(r"<(\w+)", figure.svg)) <= {
            "svg", "title", "desc", "g", "text", "line", "rect", "circle", "path", "polygon",
        }  # fmt: skip
        assert not STEERING.search(figure.svg)


def test_markdown_holds_no_html_and_no_link_but_its_own(brief):
    text = markdown(brief)
    assert not STEERING.search(text)
    assert re.findall(r"(?<!\\)<(?!a id=\"w\d+\"></a>|/a>)", text) == []
    assert set(re.findall(r"(?<!\\)\]\(([^)]*)\)", text)) <= {f"#w{one.number}" for one in brief.citations}
    assert "://" not in text.replace("\\://", "")
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert len(headings) == 1 + len(brief.sections)


@pytest.mark.parametrize("width", [20, 80, 200])
def test_a_terminal_gets_no_control_character_but_colours_of_our_own(brief, width):
    held = io.StringIO()
    show(brief, held, width)
    printed = held.getvalue()
    assert not STEERING.search(printed.replace("\n", ""))
    assert max(map(len, printed.splitlines())) <= max(width, 30)


def test_typst_sets_hostile_text_as_text(brief):
    document = pypdfium2.PdfDocument(pdf(brief))
    text = "".join(page.get_textpage().get_text_range() for page in document)
    assert "#panic" in text
    assert "alert(1)" in text


def test_json_holds_lone_surrogates_and_gives_them_back(brief):
    written = to_json(brief)
    written.encode("utf-8")
    assert json.loads(written)["format"] == "ceasefire-brief/1"
    assert from_json(written) == brief


def test_a_word_without_end_stays_in_the_document_and_out_of_the_way(brief):
    assert len(markdown(brief)) < 200_000
    assert any(one.quote == LONG for one in brief.citations)


@given(st.text(max_size=80))
def test_making_text_visible_keeps_its_length_and_steers_nothing(text):
    shown = inert.visible(text)
    assert len(shown) == len(text)
    assert not STEERING.search(shown)


@given(st.text(max_size=400), st.integers(20, 100))
def test_a_shortened_line_is_one_line_no_longer_than_asked(text, limit):
    line = inert.shortened(text, limit)
    assert len(line) <= limit
    assert "\n" not in line
