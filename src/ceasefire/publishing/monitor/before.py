"""The period before: the same terms are counted there too, and it is told where the pause did not hold then."""

from __future__ import annotations

from datetime import timedelta

from ceasefire.monitoring.monitored import Period, Tally, UnderVersion
from ceasefire.monitoring.version import Version
from ceasefire.publishing.monitor.paper import Cell
from ceasefire.publishing.monitor.words import counted, numbered, phrase, words


def before(main: UnderVersion, previous: Period) -> str:
    """The count of the period before, under the main version, as a clause of the summary."""
    form = "held" if held_throughout(main.version, previous) else "not_held"
    count = counted("summary.before", inside(main.previous))
    return phrase(f"before.{form}", count=count, period=counted("heading.days", previous.days))


def before_in_table(under: UnderVersion, previous: Period) -> Cell:
    """The count of the period before, and that there was no pause then where that is so."""
    told = () if held_throughout(under.version, previous) else (phrase("before.none"),)
    return Cell((numbered(inside(under.previous)),), after=told)


def held_throughout(version: Version, period: Period) -> bool:
    """Whether the pause held on every day of a period."""
    return all(version.holds_on(period.first + timedelta(days=number)) for number in range(period.days))


def inside(tally: Tally) -> int:
    """How many are alleged, corroborated or disputed: inside the terms as reports tell it."""
    return sum(tally.verdicts.get(one, 0) for one in words("inside"))
