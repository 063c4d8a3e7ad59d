"""The report as PDF, set by typst with the fonts that its wheel carries: the same bytes on every machine."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

from ceasefire import __version__
from ceasefire.publishing.inert import json_text, shortened, visible
from ceasefire.publishing.monitor.html import icon
from ceasefire.publishing.monitor.paper import Block, Cell, Drawing, Line, Lines, Paper, Table
from ceasefire.publishing.monitor.words import phrase, words

TEXT_WIDTH, TEXT_HEIGHT = 178 / 25.4 * 96, 215 / 25.4 * 96
LONGEST_WORD = 24
"""Longer words may be broken anywhere, so that none runs out of its column."""


def pdf(paper: Paper) -> bytes:
    """The bytes of the PDF. No date of making is written, no system font used, no file but the template read."""
    import typst

    data = json_text(json.dumps(_data(paper), ensure_ascii=False))
    template = files("ceasefire.publishing").joinpath("templates", "monitor.typ").read_bytes()
    made = typst.compile(template, format="pdf", ignore_system_fonts=True, sys_inputs={"report": data}, timestamp=0)
    assert isinstance(made, bytes)
    return made


def _data(paper: Paper) -> dict[str, Any]:
    return {
        "heading": _shown(paper.title),
        "running": _shown(shortened(paper.title, 80)),
        "about": [_shown(one) for one in paper.about],
        "icons": {verdict: icon(verdict, namespaced=True) for verdict in words("verdicts")},
        "footer": phrase("heading.footer", version=__version__),
        "parts": [
            {
                "title": _shown(part.title),
                "level": part.level,
                "intro": _shown(part.intro),
                "blocks": [_block(one) for one in part.blocks],
            }
            for part in paper.parts
        ],
    }


def _block(one: Block) -> dict[str, Any]:
    match one:
        case Lines():
            return {"kind": "lines", "lines": [_line(line) for line in one.lines]}
        case Table():
            return _table(one)
        case Drawing():
            return {"kind": "drawing", "caption": one.caption, "svg": one.svg, "width": _share(one.svg)}


def _line(one: Line) -> dict[str, Any]:
    return {"text": _shown(one.text), "soft": one.soft, "under": [_shown(under) for under in one.under]}


def _table(one: Table) -> dict[str, Any]:
    return {
        "kind": "table",
        "whole": one.roomy,
        "caption": _shown(one.caption),
        "columns": [_shown(title) for title in one.columns],
        "widths": list(one.widths) or [1.0] * len(one.columns),
        "numbers": [one.numbers(place) for place in range(len(one.columns))],
        "rows": [[_cell(cell) for cell in row.cells] for row in one.rows],
    }


def _cell(one: Cell) -> dict[str, Any]:
    return {
        "mark": one.mark,
        "lines": [_shown(said) for said in one.lines],
        "after": [_shown(said) for said in one.after],
    }


def _share(svg: str) -> float:
    """The width of a drawing as a share of the text's, at most its whole."""
    sizes = re.search(r' width="([\d.]+)" height="([\d.]+)"', svg)
    assert sizes is not None
    width, height = float(sizes[1]), float(sizes[2])
    return round(100 * min(1.0, TEXT_WIDTH / width, TEXT_HEIGHT / height) * width / TEXT_WIDTH, 2)


def _shown(text: str) -> str:
    """Visible text in which very long words may break."""
    return re.sub(rf"\S{{{LONGEST_WORD},}}", _breakable, visible(text))


def _breakable(match: re.Match[str]) -> str:
    word = match[0]
    return "\u200b".join(word[at : at + 8] for at in range(0, len(word), 8))
