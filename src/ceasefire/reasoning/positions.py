"""Where each party stands on each provision: a pure function of the record.

The latest firm act wins. A later hedged act, a claim by another party, or an act of the same date that
says otherwise does not; it is listed beside the position.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from ceasefire.coding.statement import Statement
from ceasefire.reasoning.evidence import (
    Evidence,
    caution_wins,
    denials_of_acceptance,
    evidence,
)
from ceasefire.reasoning.provisions import Agenda, agenda
from ceasefire.reasoning.state import Position
from ceasefire.reasoning.story import Story
from ceasefire.record.case import Case
from ceasefire.record.order import by_date
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


def stood_and_stand(
    statements: Iterable[Statement], then: Collection[str], on: Agenda
) -> tuple[dict[Key, Position], dict[Key, Position]]:
    """The positions that those of the statements show whose ids are in `then`, and those that all of them show."""
    told = by_key(statements, on)
    accusing = accusations(told)
    before: dict[Key, Position] = {}
    after: dict[Key, Position] = {}
    for key in sorted(told):
        group, against = told[key], accusing.get(key, ())
        dates = by_dates(shown(group, against, on.price))
        earlier = _first(dates, then)
        if earlier is None or any(one.act == "deny" and one.id in then for one in group):
            told_then = [one for one in group if one.id in then]
            earlier = by_dates(shown(told_then, [one for one in against if one.id in then], on.price))
        story = _story(key, earlier)
        if (stood := story.position()) is not None:
            before[key] = stood
        if dates[: len(earlier)] == earlier:
            story.go_on(dates[len(earlier) :])
        else:
            story = _story(key, dates)
        if (last := story.position()) is not None:
            after[key] = last
    return before, after


def _first(dates: list[list[Evidence]], then: Collection[str]) -> list[list[Evidence]] | None:
    """The first dates, of which all is in `then`; None where the others are not wholly outside it."""
    known = [[one.statement.id in then for one in date] for date in dates]
    count = next((place for place, date in enumerate(known) if not all(date)), len(known))
    return None if any(map(any, known[count:])) else dates[:count]


def histories(statements: Iterable[Statement], on: Agenda) -> dict[Key, list[Position]]:
    """Every position that each party has held on each provision, in order of time; the last one holds."""
    found = {key: story.positions() for key, story in _stories(statements, on)}
    return {key: history for key, history in found.items() if history}


def _stories(statements: Iterable[Statement], on: Agenda) -> Iterator[tuple[Key, Story]]:
    told = by_key(statements, on)
    accusing = accusations(told)
    for key, group in told.items():
        yield key, _story(key, by_dates(shown(group, accusing.get(key, ()), on.price)))


def by_key(statements: Iterable[Statement], on: Agenda) -> dict[Key, list[Statement]]:
    """What each party told of each provision."""
    about = on.about
    told: dict[Key, list[Statement]] = defaultdict(list)
    for one in statements:
        told[one.actor, about[one.id]].append(one)
    return told


def accusations(told: Mapping[Key, Sequence[Statement]]) -> dict[Key, list[Statement]]:
    """Accusations against each party on each provision, which its denials may answer."""
    found: dict[Key, list[Statement]] = defaultdict(list)
    for (_, provision), group in told.items():
        for one in group:
            if one.act == "accuse" and one.recipient:
                found[one.recipient, provision].append(one)
    return found


def _story(key: Key, dates: Iterable[Sequence[Evidence]]) -> Story:
    """What a party told of a provision, date by date."""
    story = Story(key)
    story.go_on(dates)
    return story


def by_dates(found: Iterable[Evidence]) -> list[list[Evidence]]:
    """What was said on each date, in order of time."""
    dates: dict[str, list[Evidence]] = defaultdict(list)
    for each in found:
        dates[each.statement.said.edtf].append(each)
    return [dates[edtf] for edtf in sorted(dates, key=by_date)]


def shown(told: Sequence[Statement], accusing: Sequence[Statement], price: Mapping[str, str]) -> list[Evidence]:
    """What the statements of one party on one provision show of its stance; `accusing` are accusations against it."""
    found = evidence(told, price)
    found += [Evidence(one, "unknown", firm=True, denial=True) for one in denials_of_acceptance(told, accusing)]
    return caution_wins(found)
