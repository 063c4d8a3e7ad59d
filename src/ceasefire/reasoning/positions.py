"""Where each party stands on each provision: a pure function of the record.

The latest firm act wins. A later hedged act, a claim by another party, or an act of the same date that
says otherwise does not; it is listed beside the position.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ceasefire.coding.statement import Statement
from ceasefire.reasoning.evidence import (
    Evidence,
    caution_wins,
    denials_of_acceptance,
    evidence,
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
    found = {key: last for key, story in _stories(statements, on) if (last := story.position()) is not None}
    return [found[key] for key in sorted(found)]


def histories(statements: Iterable[Statement], on: Agenda) -> dict[Key, list[Position]]:
    """Every position that each party has held on each provision, in order of time; the last one holds."""
    found = {key: story.positions() for key, story in _stories(statements, on)}
    return {key: history for key, history in found.items() if history}


def _stories(statements: Iterable[Statement], on: Agenda) -> Iterator[tuple[Key, Story]]:
    told: dict[Key, list[Statement]] = defaultdict(list)
    for one in statements:
        told[one.actor, on.about[one.id]].append(one)
    accusing = accusations(told)
    for key, group in told.items():
        yield key, _story(key, group, accusing.get(key, ()), on.price)


def accusations(told: Mapping[Key, Sequence[Statement]]) -> dict[Key, list[Statement]]:
    """Accusations against each party on each provision, which its denials may answer."""
    found: dict[Key, list[Statement]] = defaultdict(list)
    for (_, provision), group in told.items():
        for one in group:
            if one.act == "accuse" and one.recipient:
                found[one.recipient, provision].append(one)
    return found


def _story(key: Key, told: Sequence[Statement], accusing: Sequence[Statement], price: Mapping[str, str]) -> Story:
    """What a party told of a provision, date by date."""
    dates: dict[str, list[Evidence]] = defaultdict(list)
    for each in shown(told, accusing, price):
        dates[each.statement.said.edtf].append(each)
    story = Story(key)
    for same_date in sorted(dates.values(), key=lambda group: in_time(group[0].statement.said)):
        story.goes_on(same_date)
    return story


def shown(told: Sequence[Statement], accusing: Sequence[Statement], price: Mapping[str, str]) -> list[Evidence]:
    """What the statements of one party on one provision show of its stance; `accusing` are accusations against it."""
    found = [
        evidence(one, _conditions(one, price) if one.act == "condition" else ())
        for one in told
        if not shows_no_stance(one)
    ]
    found += [Evidence(one, "unknown", firm=True, denial=True) for one in denials_of_acceptance(told, accusing)]
    return caution_wins(found)


def _conditions(one: Statement, price: Mapping[str, str]) -> tuple[Condition, ...]:
    """The price that a statement sets: the provision wanted, or only its words where no category fits them."""
    if one.id in price:
        return (Condition(price[one.id], True, one.condition or ""),)
    return (Condition("", True, one.condition),) if one.condition else ()
