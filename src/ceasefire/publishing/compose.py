"""Facts → Brief: the sections in their order. Pure: the same facts give the same brief."""

from __future__ import annotations

from ceasefire.publishing.brief import Brief, Line, Section
from ceasefire.publishing.desk import Desk, section
from ceasefire.publishing.facts import Facts
from ceasefire.publishing.sections import accounts, blocked, gaps, pauses, said, standing


def compose(facts: Facts) -> Brief:
    """The brief that the facts give."""
    desk = Desk(facts)
    return Brief(
        title=facts.title,
        as_of=facts.as_of,
        known_at=facts.known_at,
        sections=(
            standing.state(desk),
            standing.agreed(desk),
            standing.stands(desk),
            blocked.blocked(desk),
            pauses.pauses(desk),
            said.changed(desk),
            said.coming(desk),
            *accounts.accounts(desk),
            said.claims(desk),
            said.readings(desk),
            gaps.gaps(desk),
            blocked.assumptions(desk),
            gaps.source_section(desk),
            words(desk),
        ),
        matrix=standing.matrix(desk),
        knots=blocked.knots(desk),
        moments=said.moments(desk),
        bars=pauses.bars(desk),
        citations=desk.citations,
        sources=gaps.sources(desk),
        unread=len(facts.unread),
    )


def words(desk: Desk) -> Section:
    """Every place that carries a statement, with what it says: nothing coded is left out of the brief."""
    return section(
        "words",
        [Line("; ".join(one.sentences), (one.number,), quoted=True) for one in desk.citations],
    )
