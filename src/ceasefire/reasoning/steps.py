"""What the parties announced that they would do: whether it is due, overdue, done, or still ahead."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from ceasefire.coding.statement import Statement
from ceasefire.reasoning.announced import is_step
from ceasefire.reasoning.compared import Compared
from ceasefire.reasoning.positions import Key
from ceasefire.reasoning.step_day import step_day
from ceasefire.record.order import TimeOrder, in_time, told
from ceasefire.vocabulary import load
from ceasefire.when import When


@dataclass(slots=True)
class Deeds:
    """What one party is said to have done about one provision, in order of time, and when each was told."""

    told: list[Statement] = field(default_factory=list)
    times: list[TimeOrder] = field(default_factory=list)

    def add(self, deed: Statement) -> None:
        """The next deed in order of time."""
        self.told.append(deed)
        self.times.append(in_time(deed.said))

    def first_after(self, step: Statement) -> Statement | None:
        """The first deed that was told of on a later date than the step."""
        at = bisect_right(self.times, in_time(step.said))
        return self.told[at] if at < len(self.told) else None


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
    said = compared.said.values()
    last = until or max((day for edtf in {one.said.edtf for one in said} if (day := When(edtf).last)), default=None)
    announced: dict[tuple[str, str, int, int], list[Statement]] = defaultdict(list)
    known = compared.on.announced
    for one in filter(is_step, said) if known is None else (one for one in said if one.id in known):
        announced[_same_words(compared, one)].append(one)
    deeds = _deeds(compared, said)
    found = (_step(compared, announced[words], deeds, last) for words in sorted(announced))
    return sorted(filter(None, found), key=lambda one: (in_time(one.day), one.provision, one.statements))


def _same_words(compared: Compared, one: Statement) -> tuple[str, str, int, int]:
    """What two parties announce in the same words is one step."""
    return (compared.on.about[one.id], one.document, one.start, one.end)


def _step(compared: Compared, group: list[Statement], deeds: Mapping[Key, Deeds], last: date | None) -> Step | None:
    """What was announced in the same words; None when it was done by the earlier date."""
    first, provision = group[0], compared.on.about[group[0].id]
    parties = tuple(sorted({one.actor for one in group}))
    known = compared.provisions.get(provision)
    done_there = (
        deeds[party, name]
        for name in (provision, *(known.covers if known else ()))
        for party in parties
        if (party, name) in deeds
    )
    later = [found for found in (told_there.first_after(first) for told_there in done_there) if found is not None]
    done = (min(later, key=told).id,) if later else ()
    if done and done[0] in compared.then:
        return None
    day = step_day(first)
    words = tuple(one.id for one in group)
    return Step(provision, parties, day, "done" if done else _state(day, last), words, done)


def _deeds(compared: Compared, said: Iterable[Statement]) -> Mapping[Key, Deeds]:
    """What each party is said to have done about each provision, in order of time."""
    about, done_by = compared.on.about, frozenset(load("steps")["done_by"])
    found: dict[Key, Deeds] = defaultdict(Deeds)
    for one in said:
        if one.act in done_by and one.modality == "actual":
            found[one.actor, about[one.id]].add(one)
    return found


def _state(day: When, last: date | None) -> str:
    if not day.known or last is None or day.first is None or day.last is None:
        return "open"
    if day.last < last:
        return "overdue"
    return "due" if day.first <= last else "ahead"
