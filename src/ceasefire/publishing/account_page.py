"""Two accounts compared, as a page has it: heading, sources, then the provisions by verdict. No form, no colour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ceasefire.publishing.account_wording import (
    Names,
    account_line,
    event_line,
    heading,
    names,
    row_lines,
    row_title,
    summary,
)
from ceasefire.publishing.wording import counted, phrase
from ceasefire.reasoning.account_terms import Account, Quote, Term
from ceasefire.reasoning.accounts import VERDICTS, Comparison, Row
from ceasefire.reasoning.event import Event
from ceasefire.record.view import Record
from ceasefire.when import When

MOST_QUOTES = 4


@dataclass(frozen=True, slots=True)
class Side:
    """What one account says of a provision: the words themselves, the firmest first; none where it says nothing."""

    account: str
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One provision: its title, a sentence a difference, and both sides' words."""

    title: str
    differences: tuple[str, ...]
    sides: tuple[Side, Side]


@dataclass(frozen=True, slots=True)
class Group:
    """The provisions with one verdict."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Two accounts compared, ready to be shown in any form."""

    heading: str
    about: tuple[str, ...]
    groups: tuple[Group, ...]


def page(record: Record, one: Comparison, event: Event | None = None) -> Page:
    """The page on a comparison; what differs most comes first."""
    called = names(one)
    about = [event_line(event)] if event else []
    about += [
        account_line(side, label, _documents(record, side))
        for side, label in zip((one.first, one.second), called, strict=True)
    ]
    return Page(
        phrase("accounts.heading", first=called[0], second=called[1]),
        (*about, summary(one, called)),
        tuple(_groups(one, called)),
    )


def _groups(one: Comparison, called: Names) -> Iterator[Group]:
    for verdict in VERDICTS:
        entries = tuple(_entry(row, called) for row in one.rows if row.verdict == verdict)
        if entries:
            yield Group(heading(verdict, called), entries)


def _entry(row: Row, called: Names) -> Entry:
    sides = (Side(called[0], _quotes(row.first)), Side(called[1], _quotes(row.second)))
    return Entry(row_title(row, called), row_lines(row, called), sides)


def _quotes(term: Term | None) -> tuple[str, ...]:
    """The words of a provision, each wording once and none that another holds; many are cut, and counted."""
    if term is None:
        return ()
    words = list(dict.fromkeys(" ".join(one.text.split()) for one in sorted(term.quotes, key=_place)))
    whole = [one for one in words if not any(one != other and one in other for other in words)]
    more = (counted("accounts.more", len(whole) - MOST_QUOTES),) if len(whole) > MOST_QUOTES else ()
    return (*(phrase("condition.words", words=one) for one in whole[:MOST_QUOTES]), *more)


def _place(one: Quote) -> tuple[str, int, int]:
    return one.document, one.start, one.end


def _documents(record: Record, side: Account) -> list[tuple[str, When]]:
    documents = [record.document(one) for one in side.documents]
    return [(one.title or one.origin, one.published) for one in documents]
