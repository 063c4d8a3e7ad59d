"""The brief in a terminal: as wide as the window, coloured only where colour is wanted, inert always."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from ceasefire.publishing import page
from ceasefire.publishing.brief import Brief, Cell, Citation, Line, Matrix, Section
from ceasefire.publishing.inert import shortened, visible
from ceasefire.publishing.wording import counted, phrase
from ceasefire.vocabulary import load

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType
    from rich.text import Text

NARROWEST_TITLE, WIDEST_TITLE, NARROWEST_CELL, WIDEST_CELL, GAP = 24, 48, 13, 28, 2
PLAIN_WIDTH = 100


def show(brief: Brief, stream: IO[str], width: int | None = None) -> None:
    """Prints the brief; without a terminal, as plain text 100 characters wide."""
    console = console_on(stream, width, PLAIN_WIDTH)
    for piece in _pieces(brief, console):
        console.print(piece)


def console_on(stream: IO[str], width: int | None, plain_width: int) -> Console:
    """Where words are printed as they are; without a terminal, as plain text of that width."""
    from rich.console import Console

    return Console(
        file=stream,
        width=width or (None if stream.isatty() else plain_width),
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )


def _pieces(brief: Brief, console: Console) -> Iterator[RenderableType]:
    from rich.text import Text

    yield Hanging(Text(visible(page.heading(brief)), style="bold"))
    yield Hanging(Text(". ".join([*page.as_of(brief), page.counts(brief)]), style="dim"))
    quotes = {one.number: one for one in brief.citations}
    for section in brief.sections:
        yield ""
        yield Hanging(Text(section.title, style="bold underline"))
        if section.intro:
            yield Hanging(Text(section.intro, style="italic dim"))
        if section.id == "stands" and _fits(brief.matrix, console.width):
            yield _table(brief, console.width)
        if section.id == "words" and brief.citations:
            yield from _words(brief)
        else:
            yield from _lines(section, quotes)


def _lines(section: Section, quotes: dict[int, Citation]) -> Iterator[RenderableType]:
    for line in section.lines:
        yield from _line(line, quotes, 0)


def _line(line: Line, quotes: dict[int, Citation], depth: int) -> Iterator[RenderableType]:
    text = _glyph(line.mark)
    text.append(visible(line.text), style="dim italic" if line.rests_on == "nothing" else "")
    text.append(_cites(line.citations), style="cyan")
    yield _indented(text, depth, "- ")
    for one in page.quotes(line, quotes):
        yield _indented(_quote(one), depth + 1, "  ")
    for under in line.under:
        yield from _line(under, quotes, depth + 1)


def _quote(citation: Citation) -> Text:
    from rich.text import Text

    return Text(phrase("condition.words", words=shortened(citation.quote)), style="italic")


def _words(brief: Brief) -> Iterator[RenderableType]:
    from rich.text import Text

    sources = {source.document.id: source for source in brief.sources}
    for one in brief.citations:
        source = sources[one.document]
        document = source.document
        place = phrase("page.characters", start=one.start, end=one.end)
        again = f"; {counted('words.again', len(one.again))}" if one.again else ""
        yield _indented(Text(visible("; ".join(one.sentences))), 0, f"[{one.number}] ")
        yield _indented(_quote(one), 1, "  ")
        yield _indented(
            Text(f"{visible(document.title or document.origin)}, {source.date}, {place}{again}", style="dim"), 1, "  "
        )


def _fits(matrix: Matrix, width: int) -> bool:
    """Whether the matrix can be a table; where it cannot, the list of positions under it says all that it would."""
    return bool(matrix.cells) and NARROWEST_TITLE + (NARROWEST_CELL + GAP) * len(matrix.parties) <= width


def _table(brief: Brief, width: int) -> RenderableType:
    """The matrix in columns of set widths, so that no word of it is cut at the window's edge."""
    from rich.table import Table

    matrix = brief.matrix
    each = min((width - NARROWEST_TITLE) // len(matrix.parties) - GAP, WIDEST_CELL)
    title = width - (each + GAP) * len(matrix.parties)
    table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="bold")
    table.add_column(phrase("page.provision"), width=min(title - GAP, WIDEST_TITLE), overflow="fold")
    for party in matrix.parties:
        table.add_column(visible(party), width=each, overflow="fold")
    for provision, title_words in matrix.provisions:
        table.add_row(visible(title_words), *(_cell(cell) for cell in matrix.row(provision)))
    return table


def _cell(cell: Cell) -> Text:
    text = _glyph(cell.stance)
    contradicted = f", {phrase('contradicted.word')}" if cell.contradicted else ""
    text.append(f"{visible(cell.word)}{contradicted}", style="dim" if cell.stance == "unknown" else "")
    text.append(_cites(cell.citations), style="cyan")
    return text


def _glyph(stance: str) -> Text:
    from rich.text import Text

    if not stance:
        return Text()
    known = load("wording")["stances"][stance]
    return Text.assemble((f"{known['glyph']} ", known["colour"]))


def _cites(numbers: tuple[int, ...]) -> str:
    return f" [{', '.join(map(str, numbers))}]" if numbers else ""


def _indented(text: Text, depth: int, lead: str) -> Hanging:
    return Hanging(text, " " * (2 * depth) + lead)


@dataclass(frozen=True, slots=True)
class Hanging:
    """Text whose later lines stand under its first word."""

    text: Text
    lead: str = ""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        from rich.text import Text

        lines = self.text.wrap(console, max(options.max_width - len(self.lead), 20), overflow="fold")
        for place, line in enumerate(lines):
            line.rstrip()
            yield Text.assemble(" " * len(self.lead) if place else self.lead, line)
