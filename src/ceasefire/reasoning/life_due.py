"""What comes about by itself in the life of a pause: beginning on its day, leaving after notice, running out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ceasefire.reasoning.life import CASE_FILE, Count, after, ended
from ceasefire.reasoning.life_now import Now
from ceasefire.reasoning.life_rules import Rule, its_day_has_come, its_time_is_over, notice_has_run_out
from ceasefire.when import When

BEFORE_BINDING = ("proposed", "tentatively agreed", "agreed")


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """A step that comes by itself: on which day, by whose count (nobody's where all agree), and what it rests on.

    `order` puts what falls on one day in order: beginning, leaving, running out.
    """

    at: date
    order: int
    name: str
    by: tuple[str, ...]
    rests: tuple[str, ...]


RULE_OF: dict[str, Rule] = {
    "in force": its_day_has_come,
    "broken off": notice_has_run_out,
    "expired": its_time_is_over,
}


def due(now: Now, day: date) -> Due | None:
    """The next step that is due by a day, the earliest first; None when none is."""
    return min(_due(now, day), default=None)


def _due(now: Now, day: date) -> Iterator[Due]:
    if now.leaving is not None and now.leaving[0] <= day and now.step in after("broken off"):
        yield Due(now.leaving[0], 1, "broken off", (), now.leaving[1])
    if now.step in BEFORE_BINDING:
        starts = {by: one.start for by, one in now.counts.items() if _may_begin(now, by)}
        yield from _together(now, starts, day, 0, "in force")
    if now.step in after("expired"):
        ends = {by: one.end for by, one in now.counts.items() if by not in now.over}
        yield from _together(now, ends, day, 2, "expired")


def _together(now: Now, days: dict[str, When], day: date, order: int, name: str) -> Iterator[Due]:
    """Those who count to the same day take the step together."""
    for at in sorted({one.first for one in days.values() if one.first is not None and one.first <= day}):
        by = tuple(sorted(party for party, one in days.items() if one.first == at))
        rests = tuple(dict.fromkeys(each for party in by for each in now.counts[party].statements)) or now.rests
        yield Due(at, order, name, by if len(by) < len(now.counts) else (), rests)


def _may_begin(now: Now, by: str) -> bool:
    """The case file's day makes it begin once it is agreed; before, only the day of a party that has said yes can."""
    stance = now.stance(by)
    return now.step == "agreed" or (stance is not None and stance.stance == "accepts")


def counted(now: Now, by: str, start: When, statements: tuple[str, ...], duration: str) -> None:
    """From now on that side counts it from that day; the record's own count gives way to one that is named."""
    if by and not now.over:
        now.counts.pop("", None)
    now.counts[by] = Count(by, start, ended(start, duration), statements)


def counted_by_the_case(now: Now) -> None:
    """The case file's own dates count from the beginning."""
    if now.terms.window.start.known:
        counted(now, CASE_FILE, now.terms.window.start, (), now.duration)
