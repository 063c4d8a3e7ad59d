"""The matrix as a figure: provisions down, parties across, a shape and words in each cell."""

from __future__ import annotations

from ceasefire.publishing.brief import Cell, Matrix
from ceasefire.publishing.figures.shapes import shape
from ceasefire.publishing.figures.svg import GREY, drawing, paragraph, tag, text, wrapped
from ceasefire.publishing.wording import phrase

TITLE_WIDTH, CELL_WIDTH, ROW, HEAD, PANEL = 210.0, 112.0, 46.0, 44.0, 6


def matrix_figure(matrix: Matrix) -> str:
    """The whole matrix; more parties than fit side by side go into a further panel below."""
    count = -(-len(matrix.parties) // PANEL)
    size = -(-len(matrix.parties) // max(count, 1)) or 1
    panels = [matrix.parties[place : place + size] for place in range(0, len(matrix.parties), size)]
    height = HEAD + ROW * len(matrix.provisions)
    content = "".join(_panel(matrix, panel, place * (height + 24)) for place, panel in enumerate(panels))
    width = TITLE_WIDTH + CELL_WIDTH * max(len(panel) for panel in panels)
    description = "; ".join(phrase("figures.matrix_cell", **_named(matrix, cell)) for cell in matrix.cells)
    total = len(panels) * (height + 24) - 23
    return drawing(content, width, total, phrase("figures.matrix"), description, "matrix")


def _named(matrix: Matrix, cell: Cell) -> dict[str, str]:
    return {"party": cell.party, "word": cell.word, "provision": dict(matrix.provisions)[cell.provision]}


def _panel(matrix: Matrix, parties: tuple[str, ...], top: float) -> str:
    width = TITLE_WIDTH + CELL_WIDTH * len(parties)
    parts = [
        paragraph(party, TITLE_WIDTH + CELL_WIDTH * place + 6, top + 17, 17, 11.5, 2, font_weight="600")
        for place, party in enumerate(parties)
    ]
    for place, (provision, title) in enumerate(matrix.provisions):
        y = top + HEAD + ROW * place
        parts.append(tag("line", x1=0.0, y1=y, x2=width, y2=y, stroke=GREY, stroke_width=0.6, stroke_opacity="0.6"))
        parts.append(paragraph(title, 0.0, y + 15, 34, 11.5, 3))
        cells = {cell.party: cell for cell in matrix.row(provision)}
        parts += [_cell(cells[party], TITLE_WIDTH + CELL_WIDTH * column, y) for column, party in enumerate(parties)]
    bottom = top + HEAD + ROW * len(matrix.provisions)
    parts.append(
        tag("line", x1=0.0, y1=bottom, x2=width, y2=bottom, stroke=GREY, stroke_width=0.6, stroke_opacity="0.6")
    )
    return "".join(parts)


def _cell(cell: Cell, x: float, y: float) -> str:
    if cell.stance == "unknown":
        return shape(cell.stance, x + 12, y + 11.5)
    rows = wrapped(cell.word, 15, 2)
    words = paragraph(cell.word, x + 24, y + 15, 15, 11.0, 2)
    if cell.contradicted:
        words += text(phrase("contradicted.word"), x + 24, y + 15 + 13.75 * len(rows), 10.0, font_style="italic")
    return shape(cell.stance, x + 12, y + 11.5) + words
