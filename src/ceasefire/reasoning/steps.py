"""What the parties announced that they would do: whether it is due, overdue, done, or still ahead."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, product

from ceasefire.coding.statement import Statement
from ceasefire.reasoning.announced import is_step
from ceasefire.reasoning.compared import Compared
from ceasefire.reasoning.shown import Key
from ceasefire.reasoning.state import Provision
from ceasefire.reasoning.step_day import step_day
from ceasefire.record.order import TimeOrder, in_time
from ceasefire.vocabulary import load
from ceasefire.when import When


class Deeds:
    """What each party is said to have done about each provision, in order of time.

    Many steps are announced by the same parties about the same provision; the deeds that could be theirs are put
    together once, by their places in what was said.
    """

    def __init__(self, said: Sequence[Statement], about: Mapping[str, str]) -> None:
        done_by = frozenset(load("steps")["done_by"])
        self._said = said
        self._places: dict[Key, list[int]] = defaultdict(list)
        for place, one in enumerate(said):
            if one.act in done_by and one.modality == "actual":
                self._places[one.actor, about[one.id]].append(place)
        self._together: dict[tuple[str, tuple[str, ...]], tuple[list[int], list[TimeOrder]]] = {}

    def first_after(self, step: Statement, provision: Provision, parties: tuple[str, ...]) -> Statement | None:
        """The first deed of one of the parties, about the provision or one that it covers, of a later date."""
        found = self._together.get((provision.id, parties))
        if found is None:
            found = self._together[provision.id, parties] = self._of(provision, parties)
        places, times = found
        at = bisect_right(times, in_time(step.said))
        return self._said[places[at]] if at < len(places) else None

    def _of(self, provision: Provision, parties: Iterable[str]) -> tuple[list[int], list[TimeOrder]]:
        keys = product(parties, (provision.id, *provision.covers))
        places = sorted(chain.from_iterable(self._places.get(key, ()) for key in keys))
        return places, [in_time(self._said[place].said) for place in places]


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
    said = list(compared.said.values())
    last = until or max((day for edtf in {one.said.edtf for one in said} if (day := When(edtf).last)), default=None)
    announced: dict[tuple[str, str, int, int], list[Statement]] = defaultdict(list)
    known = compared.on.announced
    for one in filter(is_step, said) if known is None else (one for one in said if one.id in known):
        announced[_same_words(compared, one)].append(one)
    deeds = Deeds(said, compared.on.about)
    found = (_step(compared, announced[words], deeds, last) for words in sorted(announced))
    return sorted(filter(None, found), key=lambda one: (in_time(one.day), one.provision, one.statements))


def _same_words(compared: Compared, one: Statement) -> tuple[str, str, int, int]:
    """What two parties announce in the same words is one step."""
    return (compared.on.about[one.id], one.document, one.start, one.end)


def _step(compared: Compared, group: list[Statement], deeds: Deeds, last: date | None) -> Step | None:
    """What was announced in the same words; None when it was done by the earlier date."""
    first, provision = group[0], compared.provisions[compared.on.about[group[0].id]]
    parties = tuple(sorted({one.actor for one in group}))
    deed = deeds.first_after(first, provision, parties)
    if deed is not None and deed.id in compared.then:
        return None
    day = step_day(first)
    words = tuple(one.id for one in group)
    state = "done" if deed is not None else _state(day, last)
    return Step(provision.id, parties, day, state, words, (deed.id,) if deed is not None else ())


def _state(day: When, last: date | None) -> str:
    if not day.known or last is None or day.first is None or day.last is None:
        return "open"
    if day.last < last:
        return "overdue"
    return "due" if day.first <= last else "ahead"
