"""Plain text stays as it was written; what stands above it is told apart."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st
from tests.reading.samples import ARTICLE

from ceasefire.reading.header import split


def test_nothing_but_the_mark_and_carriage_returns_is_taken_from_a_text(document):
    text = "  The talks went on for hours,\twith  double spaces kept.\r\n\r\nThe envoy left at night.  \r\n"
    item = document("a.txt", b"\xef\xbb\xbf" + text.encode())
    assert item.text == text.replace("\r\n", "\n")
    assert item.sha256 == hashlib.sha256(b"\xef\xbb\xbf" + text.encode()).hexdigest()


def test_front_matter_gives_metadata_and_is_no_text(document):
    item = document("a.md", f'---\ntitle: "Truce: extended"\npublisher: Valley Post\ndate: 2024-06\n---\n\n{ARTICLE}')
    assert (item.title, item.publisher, item.text) == ("Truce: extended", "Valley Post", ARTICLE)
    assert (item.published.edtf, item.published.found_in) == ("2024-06", "metadata")


def test_a_header_block_is_kept_beside_the_text_with_every_field(document):
    item = document("a.txt", f"# TITLE: Readout\n# DATE: 2024-06-03\n# FIDELITY: seen in part\n\n{ARTICLE}")
    assert item.text == ARTICLE
    assert item.header == (("TITLE", "Readout"), ("DATE", "2024-06-03"), ("FIDELITY", "seen in part"))


def test_a_dialogue_is_text_and_no_header(document):
    text = "Envoy: We are close to an agreement.\nGeneral: You are not, and you know it well.\n\nThe end was loud."
    assert document("a.txt", text).text == text


def test_front_matter_may_hold_lists_and_empty_keys(document):
    matter = "---\ntitle: Truce\n\ntags:\n  - valley\n- talks\n# a remark\nslug: truce\n---\n"
    item = document("a.md", matter + ARTICLE)
    assert (item.text, item.title) == (ARTICLE, "Truce")
    assert item.header == (("title", "Truce"), ("slug", "truce"))


def test_a_rule_that_never_closes_is_text(document):
    text = f"---\ntitle: Truce extended\n{ARTICLE}"
    assert document("a.txt", text).text == text


@given(st.text())
def test_a_header_and_its_text_are_an_end_of_what_was_written(text):
    header = split(text)
    assert text.endswith(header.text)
    assert header.fields or header.text == text


def test_the_same_text_has_the_same_id_wherever_it_stands(document):
    assert document("a.txt", ARTICLE).id == document("b/c.txt", ARTICLE).id
    assert document("a.txt", ARTICLE).id == hashlib.sha256(ARTICLE.encode()).hexdigest()[:12]
