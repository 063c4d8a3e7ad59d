"""The report before it takes a form: parts of lines, tables and drawings. No form, no colour."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, and those that belong to it; `soft` says that it explains the others."""

    text: str
    under: tuple[str, ...] = ()
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Sentences below each other."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell, line by line; `mark` is the assessment whose sign stands before it.

    `after` are lines that explain the others, and are set smaller.
    """

    lines: tuple[str, ...]
    mark: str = ""
    after: tuple[str, ...] = ()

    @property
    def number(self) -> bool:
        """Whether it begins with a number that stands by itself."""
        return len(self.lines) == 1 and self.lines[0].replace(",", "").isdigit()


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `anchor` is what a link leads to."""

    cells: tuple[Cell, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns, the first column naming the row.

    `roomy` rows hold whole descriptions, so a terminal shows them as a list. `again` tables say in words what a
    drawing shows, and are folded away where a form can do so. `widths` are the shares of the columns on paper.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    roomy: bool = False
    again: bool = False
    widths: tuple[float, ...] = ()

    def numbers(self, column: int) -> bool:
        """Whether a column holds nothing but numbers, which stand to the right."""
        return bool(self.rows) and all(row.cells[column].number for row in self.rows)


@dataclass(frozen=True, slots=True)
class Drawing:
    """SVG that loads nothing, with its caption; `name` is that of its file."""

    name: str
    caption: str
    svg: str


Block = Lines | Table | Drawing


@dataclass(frozen=True, slots=True)
class Part:
    """One question of the report and what answers it; `level` is 2, or 3 where it belongs to the part before."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    intro: str = ""
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paper:
    """The whole report."""

    title: str
    about: tuple[str, ...]
    parts: tuple[Part, ...]

    def drawings(self) -> list[Drawing]:
        """Every drawing, in the order of the report."""
        return [one for part in self.parts for one in part.blocks if isinstance(one, Drawing)]


def lines(*said: str, soft: bool = False) -> Lines:
    """Plain sentences as a block; empty ones are left out."""
    return Lines(tuple(Line(one, soft=soft) for one in said if one))


def cell(*said: str, mark: str = "") -> Cell:
    """A cell of plain lines; empty ones are left out."""
    return Cell(tuple(one for one in said if one), mark)
