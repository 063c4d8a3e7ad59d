"""The brief as PDF, set by typst with the fonts that its wheel carries: the same bytes on every machine."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

from ceasefire import __version__
from ceasefire.publishing import page
from ceasefire.publishing.brief import Brief, Cell, Citation, Line, Matrix, Section, Source
from ceasefire.publishing.figures.graph import blocker_figure
from ceasefire.publishing.figures.shapes import icon
from ceasefire.publishing.figures.timeline import timeline_figure
from ceasefire.publishing.inert import json_text, shortened, visible
from ceasefire.publishing.wording import counted, phrase
from ceasefire.vocabulary import load

LONGEST_QUOTE = 600
TEXT_WIDTH, TEXT_HEIGHT = 170 / 25.4 * 96, 220 / 25.4 * 96


def pdf(brief: Brief) -> bytes:
    """The bytes of the PDF. No date of making is written, no system font used, no file but the template read."""
    import typst

    data = json_text(json.dumps(_data(brief), ensure_ascii=False))
    template = files("ceasefire.publishing").joinpath("templates", "brief.typ").read_bytes()
    made = typst.compile(template, format="pdf", ignore_system_fonts=True, sys_inputs={"brief": data}, timestamp=0)
    assert isinstance(made, bytes)
    return made


def _data(brief: Brief) -> dict[str, Any]:
    quotes = {one.number: one for one in brief.citations}
    sources = {source.document.id: source for source in brief.sources}
    return {
        "heading": visible(page.heading(brief)),
        "when": [*page.as_of(brief), page.counts(brief)],
        "footer": phrase("page.footer", version=__version__),
        "icons": {stance: icon(stance, namespaced=True) for stance in load("wording")["stances"]},
        "matrix": _matrix(brief.matrix),
        "sections": [_section(brief, section, quotes) for section in brief.sections],
        "words": [_words(sources[one.document], one) for one in brief.citations],
    }


def _matrix(matrix: Matrix) -> dict[str, Any]:
    """The matrix as a table that can run over pages; silence is a shape without a word, which the key explains."""
    rows = [
        {"title": visible(title), "cells": [_cell(cell) for cell in matrix.row(provision)]}
        for provision, title in matrix.provisions
    ]
    silence = load("wording")["stances"]["unknown"]
    key = phrase("page.silence", glyph=silence["glyph"], word=silence["word"])
    return {
        "corner": phrase("page.provision"),
        "parties": [visible(party) for party in matrix.parties],
        "rows": rows,
        "caption": f"{key} {phrase('page.matrix_cut')}" if matrix.cut else key,
    }


def _cell(cell: Cell) -> dict[str, Any]:
    words = [visible(cell.word)] if cell.stance != "unknown" else []
    words += [phrase("contradicted.word")] if cell.contradicted else []
    return {"mark": cell.stance, "word": ", ".join(words), "citations": list(cell.citations)}


def _figures(brief: Brief, section: str) -> list[dict[str, Any]]:
    """The drawings of a section: blockers one provision at a time, so that each fits a page."""
    if section == "blocked":
        return [_drawing(knot.title, blocker_figure((knot,))) for knot in brief.knots]
    if section == "changed" and brief.moments:
        return [_drawing(phrase("figures.timeline"), timeline_figure(brief.moments, brief.bars), captioned=True)]
    return []


def _drawing(caption: str, svg: str, captioned: bool = False) -> dict[str, Any]:
    """The drawing at its own size, or as large as the page lets it be; `width` is a share of the text's width."""
    sizes = re.search(r' width="([\d.]+)" height="([\d.]+)"', svg)
    assert sizes is not None
    width, height = float(sizes[1]), float(sizes[2])
    scale = min(1.0, TEXT_WIDTH / width, TEXT_HEIGHT / height)
    return {"caption": caption, "captioned": captioned, "svg": svg, "width": round(100 * scale * width / TEXT_WIDTH, 2)}


def _section(brief: Brief, section: Section, quotes: dict[int, Citation]) -> dict[str, Any]:
    lines = () if section.id == "words" and brief.citations else section.lines
    return {
        "id": section.id,
        "title": section.title,
        "intro": section.intro,
        "figures": _figures(brief, section.id),
        "lines": [_line(line, quotes) for line in lines],
    }


def _line(line: Line, quotes: dict[int, Citation]) -> dict[str, Any]:
    return {
        "text": visible(line.text),
        "mark": line.mark,
        "rests_on": line.rests_on,
        "strong": bool(line.under) and not line.quoted and not line.mark,
        "citations": list(line.citations),
        "quotes": [shortened(one.quote) for one in page.quotes(line, quotes)],
        "under": [_line(one, quotes) for one in line.under],
    }


def _words(source: Source, one: Citation) -> dict[str, Any]:
    name = source.document.title or source.document.origin
    again = [counted("words.again", len(one.again))] if one.again else []
    place = phrase("page.characters", start=one.start, end=one.end)
    return {
        "number": one.number,
        "text": visible("; ".join(one.sentences)),
        "quote": shortened(one.quote, LONGEST_QUOTE),
        "place": visible("; ".join([f"{name}, {source.date}, {place}", *again])),
    }
