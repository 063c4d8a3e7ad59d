"""What two parties' own accounts of the same event say differently, a line a difference, with the words of both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ceasefire.publishing.account_wording import Names, event_line, heading, names, row_lines, row_title
from ceasefire.publishing.brief import Line, Section
from ceasefire.publishing.desk import Desk, section
from ceasefire.publishing.facts import Told
from ceasefire.publishing.wording import phrase
from ceasefire.reasoning.accounts import VERDICTS, Row


def accounts(desk: Desk) -> tuple[Section, ...]:
    """The section, where an event with two accounts is on record; else none."""
    lines = [_event(desk, one) for one in desk.facts.accounts if one.comparison.rows]
    return (section("accounts", lines),) if lines else ()


def _event(desk: Desk, one: Told) -> Line:
    called = names(one.comparison)
    under = tuple(_rows(desk, one, called))
    every = [name for row in one.comparison.rows for name in _statements(row)]
    text = phrase("accounts.told", event=event_line(one.event), first=called[0], second=called[1])
    return replace(desk.line(text, every), under=under)


def _rows(desk: Desk, one: Told, called: Names) -> Iterator[Line]:
    """What differs most comes first; what both say alike, or only one says, is a line without more."""
    for verdict in VERDICTS:
        for row in (row for row in one.comparison.rows if row.verdict == verdict):
            text = phrase("accounts.row", verdict=heading(verdict, called), title=row_title(row, called))
            yield replace(desk.line(text, _statements(row)), under=tuple(_differences(desk, row, called)))


def _differences(desk: Desk, row: Row, called: Names) -> Iterator[Line]:
    lines = row_lines(row, called) if row.differences else ()
    for place, text in enumerate(lines):
        yield desk.line(text, _statements(row), quoted=place == len(lines) - 1)


def _statements(row: Row) -> tuple[str, ...]:
    return tuple(name for term in (row.first, row.second) if term for name in term.statements)
