"""Cited words in a document's text: marked wherever they stand, however they overlap."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from ceasefire.publishing.inert import visible
from ceasefire.publishing.marked import AROUND, LONGEST_SHOWN, Mark, marked_text, split_rules

TAG = re.compile(r"<(/?)(\w+)([^>]*)>")


def carried(html: str) -> dict[int, str]:
    """The words inside the marks of each citation, and nothing of the links beside them."""
    found: dict[int, str] = {}
    stripped = re.sub(r"<sup.*?</sup>", "", html, flags=re.DOTALL)
    for match in re.finditer(r'<mark[^>]*class="([^"]*)">(.*?)</mark>', stripped, flags=re.DOTALL):
        for name in match[1].split():
            if name != "again":
                found[int(name[1:])] = found.get(int(name[1:]), "") + unescape(match[2])
    return found


@st.composite
def texts_with_marks(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(alphabet="ab<&>\"' \n\x00\u202eж汉\U0001f54a", min_size=1, max_size=60))
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda span: span[0] < span[1])
    chosen = sorted(draw(st.lists(spans, max_size=6, unique=True)))
    return text, [Mark(start, end, number) for number, (start, end) in enumerate(chosen, start=1)]


@given(texts_with_marks())
def test_every_cited_span_stands_whole_inside_marks_of_its_own(case):
    text, marks = case
    html = marked_text(text, marks)
    assert carried(html) == {mark.number: visible(text[mark.start : mark.end]) for mark in marks}


@given(texts_with_marks())
def test_the_text_itself_is_unchanged_and_every_target_is_there_once(case):
    text, marks = case
    html = marked_text(text, marks)
    bare = unescape(re.sub(r"<[^>]*>", "", re.sub(r"<sup.*?</sup>", "", html, flags=re.DOTALL)))
    assert bare == visible(text)
    assert sorted(re.findall(r'id="q(\d+)"', html), key=int) == [str(mark.number) for mark in marks]
    opened = [name for closing, name, _ in TAG.findall(html) if not closing]
    closed = [name for closing, name, _ in TAG.findall(html) if closing]
    assert sorted(opened) == sorted(closed)


def test_a_link_lights_every_piece_of_a_citation_that_another_cuts():
    marks = [Mark(0, 6, 1), Mark(3, 9, 2)]
    assert split_rules(marks) == "#q1:target~.c1{background:var(--target)}#q2:target~.c2{background:var(--target)}"
    assert split_rules([Mark(0, 3, 1), Mark(3, 9, 2)]) == ""


def test_of_a_very_long_text_the_stretches_around_citations_are_shown_and_the_rest_is_counted():
    text = "a" * (3 * LONGEST_SHOWN)
    middle = len(text) // 2
    html = marked_text(text, [Mark(middle, middle + 5, 1)])
    shown = len(re.sub(r"<span.*?</span>|<sup.*?</sup>|<[^>]*>", "", html))
    left_out = sum(map(int, re.findall(r"\[(\d+) characters", html)))
    assert shown + left_out == len(text)
    assert shown == AROUND + 2 * AROUND + 5
