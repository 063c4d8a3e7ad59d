"""The answer of `changes` for a reader: what moved, each line with its words, their document and its date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ceasefire.publishing.brief import Brief
from ceasefire.publishing.desk import Desk
from ceasefire.publishing.gather import ground
from ceasefire.publishing.page import lines_in
from ceasefire.publishing.sections import gaps
from ceasefire.publishing.sections.moved import Between, moved
from ceasefire.reasoning.moves import moves
from ceasefire.record.case import Case
from ceasefire.record.view import Record
from ceasefire.when import UNKNOWN, from_date


def changes_brief(
    record: Record,
    since: date,
    until: date | None = None,
    known_at: date | None = None,
    case: Case | None = None,
) -> Brief:
    """What changed after `since`, up to `until`, as lines that lead to their words."""
    found = moves(record, since, until, known_at, case)
    statements = list(found.compared.said.values())
    facts = ground(record, statements, found.compared.on, case, until, known_at)
    desk = Desk(replace(facts, positions=tuple(found.compared.after.values())))
    between = Between(from_date(since), from_date(until) if until else UNKNOWN)
    sections = (*moved(desk, found, between), gaps.gaps(desk))
    cited = {number for one in sections for line in one.lines for each in lines_in(line) for number in each.citations}
    return Brief(
        title=facts.title,
        as_of=facts.as_of,
        known_at=facts.known_at,
        sections=sections,
        citations=tuple(one for one in desk.citations if one.number in cited),
        sources=gaps.sources(desk),
        unread=len(facts.unread),
    )
