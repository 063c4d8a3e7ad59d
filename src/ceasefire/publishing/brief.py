"""The brief: what the record says, line by line, each line with the words that it rests on.

A pure function of the facts. The law, held when a line is made: a line rests on words (and cites
them), on the record itself (and names the entry), or on nothing (and says so).
"""

from __future__ import annotations

from dataclasses import dataclass

from ceasefire.reading.document import Document

RESTS_ON = ("words", "record", "nothing")


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a document that lines rest on: text[start:end] == quote, counted in code points.

    `number` is what lines cite; `statements` are the ids that these words carry and `sentences` what
    each says; `again` holds the other places that say the same, as (document, start, end).
    """

    number: int
    document: str
    start: int
    end: int
    quote: str
    statements: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    again: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of the brief and what it rests on.

    `citations` are numbers of `Brief.citations`; `about` are ids of documents or unread sources;
    `mark` is a stance that a shape shows beside the line; `quoted` asks renderers to show the words
    themselves; `under` are lines that belong to it.
    """

    text: str
    citations: tuple[int, ...] = ()
    rests_on: str = "words"
    about: tuple[str, ...] = ()
    mark: str = ""
    quoted: bool = False
    under: tuple[Line, ...] = ()

    def __post_init__(self) -> None:
        kept = {"words": bool(self.citations), "record": bool(self.about), "nothing": not self.citations}
        if not kept[self.rests_on]:
            raise ValueError(f"a line that rests on {self.rests_on} must show it: {self.text!r}")


@dataclass(frozen=True, slots=True)
class Section:
    """One question of the brief and the lines that answer it."""

    id: str
    title: str
    lines: tuple[Line, ...]
    intro: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where one party stands on one provision: the stance's key, the words for it, and its citations."""

    party: str
    provision: str
    stance: str
    word: str
    contradicted: bool = False
    citations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """Parties by provisions; `provisions` are (id, title), and `cells` run provision by provision.

    `cut` is True when more parties or provisions are on record than a table can hold.
    """

    parties: tuple[str, ...] = ()
    provisions: tuple[tuple[str, str], ...] = ()
    cells: tuple[Cell, ...] = ()
    cut: bool = False

    def row(self, provision: str) -> tuple[Cell, ...]:
        """The cells of one provision, in the order of the parties."""
        return tuple(cell for cell in self.cells if cell.provision == provision)


@dataclass(frozen=True, slots=True)
class Knot:
    """A blocked provision as a figure shows it: each blocker a set of (party, what it holds, stance)."""

    provision: str
    title: str
    blockers: tuple[tuple[tuple[str, str, str], ...], ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """Statements of one party on one date (its EDTF form, "" when undated), by stance or act."""

    date: str
    party: str
    mark: str
    label: str
    citation: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A pause as somebody counts it, for the time line: `end` is the first day after it, "" where none is on record."""

    title: str
    count: str
    start: str
    end: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A document that was read, as the brief lists it; `number` is its place in the list."""

    number: int
    document: Document
    date: str
    statements: int


@dataclass(frozen=True, slots=True)
class Brief:
    """A sourced answer to: who stands where, what stands in the way, and who says so.

    `unread` counts the sources that could not be read.
    """

    title: str
    as_of: str
    known_at: str
    sections: tuple[Section, ...] = ()
    matrix: Matrix = Matrix()
    knots: tuple[Knot, ...] = ()
    moments: tuple[Moment, ...] = ()
    bars: tuple[Bar, ...] = ()
    citations: tuple[Citation, ...] = ()
    sources: tuple[Source, ...] = ()
    unread: int = 0

    def section(self, wanted: str) -> Section:
        """The section of that id."""
        return next(section for section in self.sections if section.id == wanted)
