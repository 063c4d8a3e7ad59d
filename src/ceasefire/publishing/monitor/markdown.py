"""The report as Markdown: nothing that a source says can mean anything to Markdown; figures are files beside it."""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire import __version__
from ceasefire.publishing.inert import markdown as plain
from ceasefire.publishing.monitor.paper import Block, Cell, Drawing, Lines, Paper, Table
from ceasefire.publishing.monitor.words import glyph, phrase


def to_markdown(paper: Paper) -> str:
    """The whole report."""
    return "\n".join(_lines(paper)) + "\n"


def _lines(paper: Paper) -> Iterator[str]:
    yield from (f"# {plain(paper.title)}", "")
    yield from (f"{plain(line)}  " for line in paper.about)
    for part in paper.parts:
        yield from ("", f"{'#' * part.level} {plain(part.title)}")
        if part.intro:
            yield from ("", f"*{plain(part.intro)}*")
        for block in part.blocks:
            yield ""
            yield from _block(block)
    yield from ("", plain(phrase("heading.footer", version=__version__)))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Lines():
            for line in block.lines:
                yield f"- {plain(line.text)}"
                yield from (f"  - {plain(under)}" for under in line.under)
        case Table():
            yield from _table(block)
        case Drawing():
            yield f"![{plain(block.caption)}]({block.name}.svg)"


def _table(table: Table) -> Iterator[str]:
    yield from (f"*{plain(table.caption)}*", "")
    yield _row([plain(one) for one in table.columns])
    yield _row([_rule(table, place) for place in range(len(table.columns))])
    yield from (_row([_cell(cell) for cell in row.cells]) for row in table.rows)


def _rule(table: Table, place: int) -> str:
    """Numbers stand to the right."""
    return "---:" if table.numbers(place) else "---"


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    sign = f"{glyph(cell.mark)} " if cell.mark else ""
    return sign + "<br>".join(plain(one) for one in (*cell.lines, *cell.after))
