"""Two accounts as Markdown: a table for each provision that both mention, a list for the rest."""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.publishing.account_page import Entry, Page, Side
from ceasefire.publishing.inert import markdown, shortened
from ceasefire.publishing.wording import start


def to_markdown(page: Page) -> str:
    """The page; nothing that a document says can mean anything to Markdown."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: Page) -> Iterator[str]:
    yield f"# {markdown(page.heading)}"
    yield ""
    for line in page.about:
        yield f"{markdown(line)}  "
    for group in page.groups:
        yield from ("", f"## {markdown(group.heading)}")
        for entry in group.entries:
            yield from ("", f"### {markdown(entry.title)}", "")
            yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    for line in entry.differences:
        yield f"- {markdown(line)}"
    spoken = [side for side in entry.sides if side.quotes]
    if len(spoken) == 2:
        yield from ("", _row(markdown(start(side.account)) for side in spoken), "|---|---|")
        yield _row(_cell(side) for side in spoken)
    else:
        yield from (f"> {_quote(quote)}" for side in spoken for quote in side.quotes)


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(side: Side) -> str:
    return "<br>".join(map(_quote, side.quotes))


def _quote(words: str) -> str:
    return markdown(shortened(words))
