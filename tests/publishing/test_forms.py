"""The brief in all its forms says the same, and every form leads to the words."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import pypdfium2
import pytest
from tests.publishing.test_marked import carried

from ceasefire.errors import InputError
from ceasefire.publishing.figures import figures
from ceasefire.publishing.html import html
from ceasefire.publishing.json_form import from_json, to_json
from ceasefire.publishing.markdown import markdown
from ceasefire.publishing.pdf import pdf
from ceasefire.publishing.terminal import show
from ceasefire.publishing.write import FILES, form, write

VOID = {"meta", "br", "hr", "img", "link", "input"}


class Outline(HTMLParser):
    """Which elements open and close, which ids are there, and where links lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.ids: list[str] = []
        self.targets: set[str] = set()
        self.headings: list[int] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.ids += [held["id"]] if held.get("id") else []
        self.targets |= {held["href"]} if held.get("href") else set()
        self.headings += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.crossed.append(tag)


def test_html_is_well_formed_and_every_link_has_its_target_once(brief):
    outline = Outline(html(brief))
    assert outline.crossed == []
    assert outline.open == []
    assert len(outline.ids) == len(set(outline.ids))
    assert {target.removeprefix("#") for target in outline.targets} <= set(outline.ids)


def test_html_headings_skip_no_level(brief):
    levels = Outline(html(brief)).headings
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_html_marks_every_quoted_span_in_the_documents_text(brief):
    page = html(brief)
    articles = page.split("<article ")[1:]
    found = [carried(article) for article in articles]
    for one in brief.citations:
        assert any(marks.get(one.number, "").startswith(one.quote) for marks in found)


def test_html_tells_a_stance_in_words_beside_its_shape(brief):
    cells = re.findall(r"<td[^>]*>(.*?)</td>", html(brief), flags=re.DOTALL)
    assert len(cells) == len(brief.matrix.cells)
    assert all("<svg" in cell and re.search(r'class="word(?: unseen)?">\s*\w', cell) for cell in cells)


def test_every_shape_is_another(brief):
    from ceasefire.publishing.figures.shapes import icon
    from ceasefire.vocabulary import load

    shapes = [re.sub("#[0-9a-f]{6}", "", icon(stance)) for stance in load("wording")["stances"]]
    assert len(set(shapes)) == len(shapes)


def test_figures_are_xml_and_describe_themselves(brief):
    made = figures(brief)
    assert set(made) == {"matrix", "blockers", "timeline"}
    for figure in made.values():
        root = ET.fromstring(figure.svg)
        assert root.find("{*}title").text
        assert root.find("{*}desc").text
        labels = root.attrib["aria-labelledby"].split()
        assert labels == [f"{figure.name}-title", f"{figure.name}-desc"]


def test_an_undated_statement_has_its_own_lane_in_the_time_line(brief):
    from dataclasses import replace

    from ceasefire.publishing.figures.timeline import LABEL, SPAN, timeline_figure

    alone = replace(brief.moments[0], date="")
    drawn = timeline_figure((alone, *brief.moments[1:]))
    positions = [float(x) for x in re.findall(r'c?x="([\d.]+)"', drawn)]
    assert any(x > LABEL + SPAN for x in positions)


@pytest.mark.parametrize("width", [40, 80, 100, 160])
def test_a_terminal_of_any_width_shows_every_position_and_ends_no_line_in_space(brief, width):
    held = io.StringIO()
    show(brief, held, width)
    lines = held.getvalue().splitlines()
    assert max(map(len, lines)) <= width
    joined = " ".join(" ".join(lines).split())
    table = "\n".join(lines).partition("Where everyone stands")[2].partition("\n-")[0]
    assert width <= 80 or all(word in table.split() for party in brief.matrix.parties for word in party.split())
    assert "Arland accepts only on condition" in joined
    assert "allies reject" in joined
    if width <= 80:
        assert not [line for line in lines if line != line.rstrip()]


def test_markdown_leads_from_every_number_to_its_words(brief):
    text = markdown(brief)
    assert set(re.findall(r"\(#w(\d+)\)", text)) <= set(re.findall(r'<a id="w(\d+)">', text))
    assert len(re.findall(r'<a id="w\d+">', text)) == len(brief.citations)


def test_json_gives_back_the_same_brief(brief):
    assert from_json(to_json(brief)) == brief


def test_json_of_another_format_is_refused():
    with pytest.raises(InputError, match="ceasefire-brief/1"):
        from_json('{"format": "ceasefire-brief/9"}')


def test_pdf_holds_every_section_and_every_quote(brief):
    document = pypdfium2.PdfDocument(pdf(brief))
    text = "".join(page.get_textpage().get_text_range() for page in document)
    flat = re.sub(r"[\s\ufffe\u00ad-]+", "", text)
    for section in brief.sections:
        assert re.sub(r"[\s-]+", "", section.title) in flat
    for one in brief.citations:
        assert re.sub(r"[\s-]+", "", one.quote) in flat


def test_pdf_shows_cyrillic():
    from tests.publishing.story import document, said

    from ceasefire.coding.statement import Coded
    from ceasefire.publishing.compose import compose
    from ceasefire.publishing.facts import Facts

    paper = document("Мораторий", "Стороны согласовали перечень объектов.")
    statement = said(paper, "согласовали перечень", "Арландия", "accept", "talks")
    made = pdf(compose(Facts(title="Перечень", coded=(Coded(paper, (statement,)),))))
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made))
    assert "согласовали перечень" in re.sub(r"\s+", " ", text)


def test_every_form_is_written_with_its_figures(brief, tmp_path):
    written = write(brief, tmp_path / "new" / "folder", tuple(FILES))
    assert sorted(path.name for path in written) == [
        "blockers.svg", "brief.html", "brief.json", "brief.md", "brief.pdf", "brief.txt", "matrix.svg", "timeline.svg",
    ]  # fmt: skip
    assert all(path.stat().st_size for path in written)


def test_a_folder_that_cannot_be_made_is_refused_with_what_to_do(brief, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(InputError, match="--out"):
        write(brief, tmp_path / "file" / "folder", ("json",))


MAKE = """
import hashlib, json
from tests.publishing.story import story
from ceasefire.publishing.compose import compose
from ceasefire.publishing.figures import figures
from ceasefire.publishing.write import FILES, form
brief = compose(story())
made = {name: form(brief, name) for name in FILES} | {one.name: one.svg.encode() for one in figures(brief).values()}
print(json.dumps({name: hashlib.sha256(content).hexdigest() for name, content in made.items()}))
"""


def test_every_form_is_the_same_to_the_byte_under_any_hash_seed(root):
    import os

    def made(seed: str) -> dict[str, str]:
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        run = [sys.executable, "-c", MAKE]
        return json.loads(subprocess.run(run, cwd=root, env=environment, capture_output=True, check=True).stdout)

    first = made("1")
    assert first == made("4242")
    assert set(first) == {*FILES, "matrix", "blockers", "timeline"}


def test_a_quote_reads_the_same_in_every_text_form(brief):
    quote = brief.citations[2].quote
    assert quote in unescape(form(brief, "html").decode())
    assert quote in form(brief, "markdown").decode().replace("\\", "")
    assert quote in " ".join(form(brief, "terminal").decode().split())
