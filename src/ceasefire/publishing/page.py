"""What every form of the brief says about itself: its heading, dates and counts, and which words a line shows."""

from __future__ import annotations

from collections.abc import Mapping

from ceasefire.publishing.brief import Brief, Citation, Line
from ceasefire.publishing.wording import counted, day, phrase
from ceasefire.when import When


def heading(brief: Brief) -> str:
    """The brief's title."""
    return phrase("page.heading", title=brief.title)


def as_of(brief: Brief) -> list[str]:
    """The dates that the brief answers for."""
    shown = [phrase("page.as_of", date=day(When(brief.as_of))) if brief.as_of else phrase("page.as_of_none")]
    if brief.known_at:
        shown.append(phrase("page.known_at", date=day(When(brief.known_at))))
    return shown


def counts(brief: Brief) -> str:
    """How much was read, cited and left unread."""
    return phrase(
        "page.counts",
        documents=counted("page.documents", len(brief.sources)),
        passages=counted("page.passages", len(brief.citations)),
        unread=counted("page.unread", brief.unread),
    )


def quotes(line: Line, by_number: Mapping[int, Citation]) -> list[Citation]:
    """The words that a line asks to show, each wording once; none where it asks for none."""
    if not line.quoted:
        return []
    shown = {" ".join(one.quote.split()): one for one in (by_number[number] for number in line.citations[::-1])}
    return sorted(shown.values(), key=lambda one: one.number)


def lines_in(line: Line) -> list[Line]:
    """A line and all that stand under it."""
    return [line, *(inner for under in line.under for inner in lines_in(under))]
