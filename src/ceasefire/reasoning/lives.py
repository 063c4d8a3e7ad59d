"""The lives of the pauses on record: a pure function of the record, like positions.

A pause is a provision that stops fighting: a ceasefire, or a halt for certain targets, a place, a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from ceasefire.coding.statement import Statement
from ceasefire.reasoning.evidence import Evidence
from ceasefire.reasoning.life import Life
from ceasefire.reasoning.life_due import counted_by_the_case
from ceasefire.reasoning.life_fold import Telling
from ceasefire.reasoning.life_now import Now
from ceasefire.reasoning.prolonging import speaks_of_prolonging
from ceasefire.reasoning.provisions import Agenda, agenda
from ceasefire.reasoning.shown import Key, accusations, shown
from ceasefire.reasoning.state import Provision
from ceasefire.reasoning.words import category
from ceasefire.record.case import Case
from ceasefire.record.order import in_time, told
from ceasefire.record.view import Record


def lives(
    record: Record, as_of: date | None = None, known_at: date | None = None, case: Case | None = None
) -> list[Life]:
    """The life of every pause on record as of a date, by provision id.

    Without `as_of`, as of the last day on which anything was said.
    """
    statements = record.statements(as_of, known_at)
    return lives_of(statements, agenda(statements, case), as_of or last_day(statements), case)


def lives_of(statements: Sequence[Statement], on: Agenda, until: date | None, case: Case | None = None) -> list[Life]:
    """The lives that these statements tell, until a day."""
    dated = {one.id for one in (case.provisions if case else ())}
    about: dict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        about[on.about[one.id]].append(one)
    return [
        life_of(one, about[one.id], on.price, until, dated=one.id in dated) for one in on.provisions if is_pause(one)
    ]


def is_pause(provision: Provision) -> bool:
    """Whether it stops fighting, rather than being the end of what does."""
    return bool(category(provision.category).get("halt")) and not provision.scope.direction


def life_of(
    provision: Provision,
    said: Sequence[Statement],
    price: Mapping[str, str],
    until: date | None,
    *,
    dated: bool = False,
) -> Life:
    """The life of one pause, told from the statements about it; `dated`: a case file sets down its dates."""
    of_party: dict[Key, list[Statement]] = defaultdict(list)
    for one in said:
        if not speaks_of_prolonging(one):
            of_party[one.actor, provision.id].append(one)
    accusing = accusations(of_party)
    evidence: list[Evidence] = []
    for key in sorted(of_party):
        found = shown(of_party[key], accusing.get(key, ()), price)
        evidence += sorted(found, key=lambda one: (in_time(one.statement.said), one.statement.id))
    duration = provision.terms.window.duration or provision.scope.duration
    telling = Telling(Now(provision.consent or _taking_a_stance(evidence), provision.terms, duration))
    if dated:
        counted_by_the_case(telling.now)
    telling.tell(said, evidence, until)
    return Life(
        provision=provision.id,
        title=provision.title,
        category=provision.category,
        parties=provision.consent,
        terms=provision.terms,
        duration=duration,
        steps=tuple(telling.steps),
        counts=tuple(telling.now.counts[by] for by in sorted(telling.now.counts)),
        asked=tuple(telling.now.asked),
        statements=tuple(one.id for one in sorted(said, key=told)),
        dated=dated,
    )


def last_day(statements: Sequence[Statement]) -> date | None:
    """The last day on which any of it was said; None where nothing has a date."""
    return max((one.said.first for one in statements if one.said.first is not None), default=None)


def _taking_a_stance(evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """Where nobody is known whose consent is needed: those who say yes or no."""
    return tuple(sorted({one.statement.actor for one in evidence if one.stance not in ("unknown", "has proposed")}))
