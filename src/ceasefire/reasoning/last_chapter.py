"""Where a party stands on a provision, read from the end of what it told, no further back than is needed.

A firm act other than a proposal or a denial is what the party stands by from then on, whatever it said before. Where
two such acts show different stances, the last chapter opens after the first of them, so that what was told before
that one can change nothing. Most chapters are short, and most stories long.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import attrgetter

from ceasefire.coding.statement import Statement
from ceasefire.reasoning.evidence import Evidence, denials_of_acceptance, stance_shown
from ceasefire.reasoning.shown import Key, Told, shown_with
from ceasefire.reasoning.state import Position
from ceasefire.reasoning.story import Story, most_telling, stands_by_itself

_date = attrgetter("said.edtf")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a party told of a provision, in order of time, and who accuses it; `then` limits both to these ids."""

    key: Key
    group: Sequence[Statement]
    told: Told
    then: Collection[str] | None = None

    def from_the_last(self) -> Iterator[list[Statement]]:
        """What was told on each date that may show a stance, the last date first."""
        bearing = (one for one in self._given(reversed(self.group)) if _bears(one.act, one.modality))
        return (list(same_date) for _, same_date in groupby(bearing, key=_date))

    def denials(self) -> frozenset[str]:
        """Those of all that the party told that take back what others claimed."""
        group, accusing = list(self._given(self.group)), self._given(self.told.accusing(self.key))
        return frozenset(one.id for one in denials_of_acceptance(group, accusing))

    def _given(self, statements: Iterable[Statement]) -> Iterable[Statement]:
        then = self.then
        return statements if then is None else (one for one in statements if one.id in then)


@cache
def _bears(act: str, modality: str) -> bool:
    """Whether what is said in this way may show a stance."""
    return act == "deny" or stance_shown(act, modality) is not None


def last_position(told: Told, key: Key, then: Collection[str] | None = None) -> Position | None:
    """Where the story of a party on a provision ends, None where it tells of no stance.

    Of what was told only that counts whose ids are in `then`, where that is given.
    """
    story = Story(key)
    story.go_on(reversed(_last_dates(Asked(key, told.by_key[key], told, then))))
    return story.position()


def _last_dates(asked: Asked) -> list[list[Evidence]]:
    """What is shown on each of the dates that tell the last chapter, the last one first."""
    dates: list[list[Evidence]] = []
    denials: frozenset[str] | None = None
    later = None
    for same_date in asked.from_the_last():
        denying = [one for one in same_date if one.act == "deny"]
        if denying and denials is None:
            denials = asked.denials()
        found = shown_with(same_date, [one for one in denying if denials and one.id in denials], asked.told.price)
        if not found:
            continue
        dates.append(found)
        best = most_telling(found)
        if stands_by_itself(best):
            if later is not None and later != best.stance:
                break
            later = best.stance
    return dates
