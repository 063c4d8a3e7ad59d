"""The period before: comparable only where the pause held on all its days, else told as what it is."""

from __future__ import annotations

from datetime import timedelta

from ceasefire.monitoring.monitored import Monitored, OfProvision, Period, Tally, UnderVersion
from ceasefire.monitoring.version import Version
from ceasefire.publishing.monitor.words import counted, numbered, phrase, words


def before(of: OfProvision, found: Monitored) -> str:
    """The count of the period before, under the main version, as a clause of the summary."""
    main, previous = of.versions[0], found.previous
    period = counted("heading.days", previous.days)
    if held_throughout(main.version, previous):
        return phrase("before.held", count=counted("summary.before", inside(main.previous)), period=period)
    series = of.rates.series
    if series is None or not series.first <= previous.first or not previous.last <= series.last:
        return phrase("before.not_held", period=period)
    count, _ = series.part(previous.first, previous.last)
    return phrase("before.compared", count=counted("summary.before", count), period=period)


def before_in_table(under: UnderVersion, previous: Period) -> str:
    """The count of the period before, or that there was no pause then."""
    return numbered(inside(under.previous)) if held_throughout(under.version, previous) else phrase("before.none")


def held_throughout(version: Version, period: Period) -> bool:
    """Whether the pause held on every day of a period."""
    return all(version.holds_on(period.first + timedelta(days=number)) for number in range(period.days))


def inside(tally: Tally) -> int:
    """How many are alleged, corroborated or disputed: inside the terms as reports tell it."""
    return sum(tally.verdicts.get(one, 0) for one in words("inside"))
