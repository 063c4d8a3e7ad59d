"""Where a party stands on a provision, read from the end of what it told, no further back than is needed.

A firm act other than a proposal or a denial is what the party stands by from then on, whatever it said before. Where
two such acts show different stances, the last chapter opens after the first of them, so that what was told before
that one can change nothing. Most chapters are short, and most stories long.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ceasefire.coding.statement import Statement
from ceasefire.reasoning.evidence import Evidence, denials_of_acceptance
from ceasefire.reasoning.shown import Key, from_the_last, shown_with
from ceasefire.reasoning.state import Position
from ceasefire.reasoning.story import Story, most_telling, stands_by_itself


def last_position(
    key: Key, told: Sequence[Statement], accusing: Callable[[], Sequence[Statement]], price: Mapping[str, str]
) -> Position | None:
    """Where the story of a party on a provision ends, None where it tells of no stance.

    `told` is what it told, in order of time; `accusing` gives the accusations against it.
    """
    story = Story(key)
    story.go_on(reversed(_last_dates(told, accusing, price)))
    return story.position()


def _last_dates(
    told: Sequence[Statement], accusing: Callable[[], Sequence[Statement]], price: Mapping[str, str]
) -> list[list[Evidence]]:
    """What is shown on each of the dates that tell the last chapter, the last one first."""
    dates: list[list[Evidence]] = []
    denials: frozenset[str] | None = None
    later = None
    for same_date in from_the_last(told):
        denying = [one for one in same_date if one.act == "deny"]
        if denying and denials is None:
            denials = frozenset(one.id for one in denials_of_acceptance(told, accusing()))
        found = shown_with(same_date, [one for one in denying if denials and one.id in denials], price)
        if not found:
            continue
        dates.append(found)
        best = most_telling(found)
        if stands_by_itself(best):
            if later is not None and later != best.stance:
                break
            later = best.stance
    return dates
