"""The report in a terminal: as wide as the window; rows that hold descriptions become a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from ceasefire.publishing.inert import visible
from ceasefire.publishing.monitor.paper import Block, Cell, Line, Lines, Paper, Part, Row, Table
from ceasefire.publishing.monitor.words import glyph
from ceasefire.publishing.terminal import PLAIN_WIDTH, Hanging, console_on

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

NARROWEST, GAP = 9, 2


def show(paper: Paper, stream: IO[str], width: int | None = None) -> None:
    """Prints the report; without a terminal, as plain text 100 characters wide."""
    console = console_on(stream, width, PLAIN_WIDTH)
    for piece in _pieces(paper, console.width):
        console.print(piece)


def _pieces(paper: Paper, width: int) -> Iterator[RenderableType]:
    from rich.text import Text

    yield Hanging(Text(visible(paper.title), style="bold"))
    for line in paper.about:
        yield Hanging(Text(visible(line), style="dim"))
    for part in paper.parts:
        blocks = [piece for one in part.blocks for piece in _block(one, width)]
        if blocks:
            yield from _heading(part)
            yield from blocks


def _heading(part: Part) -> Iterator[RenderableType]:
    from rich.text import Text

    yield ""
    yield Hanging(Text(visible(part.title), style="bold underline" if part.level == 2 else "bold"))
    if part.intro:
        yield Hanging(Text(part.intro, style="italic dim"))


def _block(one: Block, width: int) -> Iterator[RenderableType]:
    """Drawings are left out: a table beside each says the same."""
    if isinstance(one, Lines):
        yield from (piece for line in one.lines for piece in _line(line))
    elif isinstance(one, Table):
        yield from _table(one, width)


def _line(line: Line) -> Iterator[RenderableType]:
    from rich.text import Text

    yield Hanging(Text(visible(line.text), style="dim" if line.soft else ""), "- ")
    for one in line.under:
        yield Hanging(Text(visible(one)), "    ")


def _table(one: Table, width: int) -> Iterator[RenderableType]:
    from rich.text import Text

    yield Hanging(Text(visible(one.caption), style="italic dim"))
    if one.roomy or (NARROWEST + GAP) * len(one.columns) > width:
        yield from (piece for row in one.rows for piece in _listed(row, one.columns))
    else:
        yield _grid(one)


def _listed(row: Row, columns: tuple[str, ...]) -> Iterator[RenderableType]:
    """A row as an entry: its first cell leads, each other cell under its column's name."""
    from rich.text import Text

    first, *rest = row.cells
    yield Hanging(Text(visible(f"{columns[0]} {' '.join(first.lines)}"), style="bold"))
    for title, cell in zip(columns[1:], rest, strict=True):
        said = Text.assemble((f"{visible(title)}: ", "dim"), _words(cell, "; "))
        yield Hanging(said, "  ")


def _grid(one: Table) -> RenderableType:
    from rich.table import Table as Grid

    grid = Grid(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="bold")
    for place, title in enumerate(one.columns):
        grid.add_column(visible(title), overflow="fold", justify="right" if one.numbers(place) else "left")
    for row in one.rows:
        grid.add_row(*(_words(cell, "\n") for cell in row.cells))
    return grid


def _words(cell: Cell, between: str) -> Text:
    from rich.text import Text

    sign = f"{glyph(cell.mark)} " if cell.mark else ""
    said = Text(sign + visible(_joined(cell.lines, between)))
    if cell.after:
        said.append((between if cell.lines else "") + visible(_joined(cell.after, between)), style="dim")
    return said


def _joined(said: tuple[str, ...], between: str) -> str:
    """Lines in one; a full stop before a semicolon is left out."""
    if between == "\n":
        return between.join(said)
    return between.join([one.removesuffix(".") for one in said[:-1]] + list(said[-1:]))
