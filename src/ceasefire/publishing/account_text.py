"""Two accounts in a terminal: the words of both beside each other, in columns as wide as the window allows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from ceasefire.publishing.account_page import Entry, Page, Side
from ceasefire.publishing.inert import shortened, visible
from ceasefire.publishing.terminal import Hanging, console_on
from ceasefire.publishing.wording import start

if TYPE_CHECKING:
    from rich.console import RenderableType

PLAIN_WIDTH, GAP, LEAD = 80, 2, 4


def show(page: Page, stream: IO[str], width: int | None = None) -> None:
    """Prints the page; without a terminal, as plain text 80 characters wide."""
    console = console_on(stream, width, PLAIN_WIDTH)
    for piece in _pieces(page, console.width):
        console.print(piece)


def _pieces(page: Page, width: int) -> Iterator[RenderableType]:
    from rich.text import Text

    yield Hanging(Text(visible(page.heading), style="bold"))
    for line in page.about:
        yield Hanging(Text(visible(line), style="dim"))
    for group in page.groups:
        yield ""
        yield Hanging(Text(visible(group.heading), style="bold underline"))
        for entry in group.entries:
            yield from _entry(entry, width)


def _entry(entry: Entry, width: int) -> Iterator[RenderableType]:
    from rich.text import Text

    yield Hanging(Text(visible(entry.title), style="bold"), "- ")
    for line in entry.differences:
        yield Hanging(Text(visible(line)), "  - ")
    spoken = [side for side in entry.sides if side.quotes]
    if len(spoken) == 2:
        yield _beside(entry.sides, width)
    else:
        for side in spoken:
            for quote in side.quotes:
                yield Hanging(Text(shortened(quote), style="italic"), " " * LEAD)


def _beside(sides: tuple[Side, Side], width: int) -> RenderableType:
    """Both accounts' words in two columns of one width."""
    from rich.table import Table
    from rich.text import Text

    each = max((width - LEAD - GAP) // 2, 10)
    table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), show_header=True, header_style="cyan")
    table.add_column("", width=LEAD - GAP)
    for side in sides:
        table.add_column(visible(start(side.account)), width=each - GAP, overflow="fold")
    words = [Text("\n".join(shortened(one) for one in side.quotes), style="italic") for side in sides]
    table.add_row("", *words)
    return table
