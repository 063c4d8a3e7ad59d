"""Where each party stands on each provision: a pure function of the record.

The latest firm act wins. A later hedged act, a claim by another party, or an act of the same date that
says otherwise does not; it is listed beside the position.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from ceasefire.coding.statement import Statement
from ceasefire.reasoning.evidence import (
    Evidence,
    caution_wins,
    denies_acceptance,
    evidence,
    may_be_denied,
    shows_no_stance,
)
from ceasefire.reasoning.provisions import Agenda, agenda
from ceasefire.reasoning.state import Condition, Position
from ceasefire.reasoning.story import Story
from ceasefire.record.case import Case
from ceasefire.record.order import in_time
from ceasefire.record.view import Record

Key = tuple[str, str]


def positions(
    record: Record, as_of: date | None = None, known_at: date | None = None, case: Case | None = None
) -> list[Position]:
    """Where everyone stands as of a date, as far as known at another, by party and provision."""
    statements = record.statements(as_of, known_at)
    return stands(statements, agenda(statements, case))


def stands(statements: Iterable[Statement], on: Agenda) -> list[Position]:
    """The position of each party on each provision of the agenda that the statements show."""
    found = histories(statements, on)
    return [found[key][-1] for key in sorted(found)]


def histories(statements: Iterable[Statement], on: Agenda) -> dict[Key, list[Position]]:
    """Every position that each party has held on each provision, in order of time; the last one holds."""
    told: dict[Key, list[Statement]] = defaultdict(list)
    for one in statements:
        told[one.actor, on.about[one.id]].append(one)
    accusing = accusations(told)
    found = {key: _history(key, group, accusing, on.price) for key, group in told.items()}
    return {key: history for key, history in found.items() if history}


def accusations(told: Mapping[Key, Sequence[Statement]]) -> dict[Key, list[Statement]]:
    """Accusations against each party on each provision, which its denials may answer."""
    found: dict[Key, list[Statement]] = defaultdict(list)
    for (_, provision), group in told.items():
        for one in group:
            if one.act == "accuse" and one.recipient:
                found[one.recipient, provision].append(one)
    return found


def _history(
    key: Key, told: Sequence[Statement], accusing: Mapping[Key, Sequence[Statement]], price: Mapping[str, str]
) -> list[Position]:
    story = Story(key)
    for _, same_date in groupby(shown(key, told, accusing, price), key=lambda one: in_time(one.statement.said)):
        story.goes_on(list(same_date))
    return story.positions()


def shown(
    key: Key, told: Sequence[Statement], accusing: Mapping[Key, Sequence[Statement]], price: Mapping[str, str]
) -> list[Evidence]:
    """What the statements of one party on one provision show of its stance, in order of time."""
    found = [evidence(one, _conditions(one, price)) for one in told if not shows_no_stance(one)]
    denials = [one for one in told if one.act == "deny"]
    if denials:
        said_of_it = [one for one in (*told, *accusing.get(key, ())) if may_be_denied(one)]
        answered = [one for one in denials if denies_acceptance(one, said_of_it)]
        found += [Evidence(one, "unknown", firm=True, denial=True) for one in answered]
    return sorted(caution_wins(found), key=lambda one: (in_time(one.statement.said), one.statement.id))


def _conditions(one: Statement, price: Mapping[str, str]) -> tuple[Condition, ...]:
    """The price that a statement sets: the provision wanted, or only its words where no category fits them."""
    if one.act != "condition":
        return ()
    if one.id in price:
        return (Condition(price[one.id], True, one.condition or ""),)
    return (Condition("", True, one.condition),) if one.condition else ()
