"""Sources fitted apart: what each shows by itself, and whether they agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from ceasefire.monitoring.rates.change import Change, change
from ceasefire.monitoring.rates.series import Series, Window
from ceasefire.monitoring.rates.verdict import CANNOT_TELL


@dataclass(frozen=True, slots=True)
class Apart:
    """Each source's change; the verdict on which all that can tell agree, else "cannot tell".

    `disagree` lists the pairs of sources whose verdicts differ or whose intervals have nothing in common; `silent`
    the sources that cannot tell. Counts of several sources are never added.
    """

    changes: Mapping[str, Change]
    verdict: str
    disagree: tuple[tuple[str, str], ...]
    silent: tuple[str, ...]
    reasons: tuple[str, ...]


def sources_apart(series: Mapping[str, Series], window: Window) -> Apart:
    """Fits each source by itself."""
    changes = {name: change(series[name], window) for name in sorted(series)}
    telling = [name for name, one in changes.items() if one.usable]
    disagree = tuple(pair for pair in combinations(telling, 2) if differ(changes[pair[0]], changes[pair[1]]))
    silent = tuple(name for name in changes if name not in telling)
    if disagree:
        return Apart(changes, CANNOT_TELL, disagree, silent, ("sources-disagree",))
    if not telling:
        return Apart(changes, CANNOT_TELL, (), silent, ("no-source-can-tell",))
    return Apart(changes, changes[telling[0]].verdict, (), silent, ())


def differ(one: Change, other: Change) -> bool:
    """Whether two sources say different things, or ratios that have nothing in common."""
    if one.verdict != other.verdict:
        return True
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return False
    return one.low > other.high or other.low > one.high
