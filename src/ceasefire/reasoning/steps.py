"""What the parties announced that they would do: whether it is due, overdue, done, or still ahead."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ceasefire.coding.statement import Statement
from ceasefire.reasoning.compared import Compared
from ceasefire.reasoning.positions import Key
from ceasefire.reasoning.step_day import step_day
from ceasefire.record.order import in_time, told
from ceasefire.vocabulary import load
from ceasefire.when import When

Deeds = Mapping[Key, Sequence[Statement]]


@dataclass(frozen=True, slots=True)
class Step:
    """Parties said that something would happen. `day` is when, as far as their words say.

    `state`: "done" (later words say so: `done_by`), "overdue" (its day has passed and no words say that it was done),
    "due" (its day is the last day asked about), "ahead" (its day comes later), or "open" (no day was given).
    """

    provision: str
    parties: tuple[str, ...]
    day: When
    state: str
    statements: tuple[str, ...]
    done_by: tuple[str, ...] = ()


def steps(compared: Compared, until: date | None = None) -> list[Step]:
    """Every step announced by `until` (the last day on record without it), but those done by the earlier date."""
    said = sorted(compared.said.values(), key=told)
    last = until or max((one.said.last for one in said if one.said.last), default=None)
    announced = sorted((one for one in said if is_step(one)), key=lambda one: _same_words(compared, one))
    groups = (list(group) for _, group in groupby(announced, key=lambda one: _same_words(compared, one)))
    deeds = _deeds(compared, said)
    found = [_step(compared, group, deeds, last) for group in groups]
    kept = (one for one in found if not (one.done_by and one.done_by[0] in compared.then))
    return sorted(kept, key=lambda one: (in_time(one.day), one.provision, one.statements))


def is_step(one: Statement) -> bool:
    """Whether a statement announces something: it is planned, agrees to what lies ahead, or names a day ahead."""
    words = load("steps")
    if one.modality == "planned":
        return True
    if one.modality != "actual":
        return False
    agrees_to_meet = one.act == "accept" and one.provision in words["ahead_by_nature"]
    return agrees_to_meet or (one.act in words["dated"] and step_day(one).by(_said(one)) is False)


def _said(one: Statement) -> date:
    return one.said.last or date.max


def _same_words(compared: Compared, one: Statement) -> tuple[object, ...]:
    """What two parties announce in the same words is one step."""
    return (compared.on.about[one.id], one.document, one.start, one.end)


def _step(compared: Compared, group: list[Statement], deeds: Deeds, last: date | None) -> Step:
    first, provision = group[0], compared.on.about[group[0].id]
    day, parties = step_day(first), tuple(sorted({one.actor for one in group}))
    known = compared.provisions.get(provision)
    done_there = (
        deeds[party, name]
        for name in (provision, *(known.covers if known else ()))
        for party in parties
        if (party, name) in deeds
    )
    later = [found for found in (_first_after(told_there, first) for told_there in done_there) if found is not None]
    done = tuple(one.id for one in sorted(later, key=told)[:1])
    words = tuple(one.id for one in group)
    return Step(provision, parties, day, "done" if done else _state(day, last), words, done)


def _deeds(compared: Compared, said: list[Statement]) -> Deeds:
    """What each party is said to have done about each provision, in order of time."""
    found: dict[Key, list[Statement]] = defaultdict(list)
    for one in said:
        if one.modality == "actual" and one.act in load("steps")["done_by"]:
            found[one.actor, compared.on.about[one.id]].append(one)
    return found


def _first_after(deeds: Sequence[Statement], step: Statement) -> Statement | None:
    """The first of some deeds, in order of time, that was told of on a later date than the step."""
    at = bisect_right(deeds, in_time(step.said), key=lambda one: in_time(one.said))
    return deeds[at] if at < len(deeds) else None


def _state(day: When, last: date | None) -> str:
    if not day.known or last is None or day.first is None or day.last is None:
        return "open"
    if day.last < last:
        return "overdue"
    return "due" if day.first <= last else "ahead"
