"""The story of one party on one provision, date by date: which act opens a chapter, and what only stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ceasefire.reasoning.evidence import Evidence, agree
from ceasefire.reasoning.state import Condition, Position
from ceasefire.record.order import in_text
from ceasefire.when import When

COUNTS = {"accepts on condition": 3, "has proposed": 1, "unknown": 0}
"""How much a stance counts among what was said on one date; a decision counts 2."""


@dataclass(slots=True)
class Chapter:
    """One stance held without a break: what it rests on, and what speaks against it."""

    winner: Evidence
    since: When
    conditions: tuple[Condition, ...] = ()
    statements: list[str] = field(default_factory=list)
    against: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Story:
    """The chapters of one party on one provision, told date by date."""

    key: tuple[str, str]
    chapters: list[Chapter] = field(default_factory=list)

    def go_on(self, dates: Iterable[Sequence[Evidence]]) -> None:
        """What was said on each of these dates, in order of time."""
        for same_date in dates:
            self.goes_on(same_date)

    def goes_on(self, same_date: Sequence[Evidence]) -> None:
        """What was said on one date, or without a date."""
        best = most_telling(same_date)
        if len(same_date) > 1:
            same_date = sorted(same_date, key=lambda one: in_text(one.statement))
        now = self.chapters[-1] if self.chapters else None
        if now is None or _displaces(best, now.winner):
            now = self._turns(now, best, same_date)
        stance = now.winner.stance
        for one in same_date:
            (now.statements if one.stance == stance or agree(one.stance, stance) else now.against).append(
                one.statement.id
            )

    def _turns(self, last: Chapter | None, best: Evidence, same_date: Sequence[Evidence]) -> Chapter:
        """The chapter in which the party says the same again, or takes another stance, which opens one."""
        conditions = best.conditions
        if len(same_date) > 1:
            conditions = _prices([price for one in same_date if one.stance == best.stance for price in one.conditions])
        if last and last.winner.stance == best.stance and _same_prices(last.conditions, conditions):
            last.winner, last.against = best, []
            last.conditions = conditions
            return last
        self.chapters.append(Chapter(best, best.statement.said, conditions))
        return self.chapters[-1]

    def positions(self) -> list[Position]:
        """Each chapter as a position."""
        return [self._position(chapter) for chapter in self.chapters]

    def position(self) -> Position | None:
        """The last chapter as a position; None where nothing was told."""
        return self._position(self.chapters[-1]) if self.chapters else None

    def _position(self, chapter: Chapter) -> Position:
        party, provision = self.key
        return Position(
            party=party,
            provision=provision,
            stance=chapter.winner.stance,
            firm=chapter.winner.firm,
            conditions=chapter.conditions,
            since=chapter.since,
            statements=tuple(dict.fromkeys(chapter.statements)),
            contradicted_by=tuple(dict.fromkeys(chapter.against)),
        )


def most_telling(same_date: Sequence[Evidence]) -> Evidence:
    """What counts most of what was said on one date."""
    return max(same_date, key=_weight) if len(same_date) > 1 else same_date[0]


def stands_by_itself(one: Evidence) -> bool:
    """Whether it changes the position whatever that was: see `_displaces`."""
    return one.firm and not one.denial and one.stance != "has proposed"


def _weight(one: Evidence) -> tuple[object, ...]:
    """What counts most of one date.

    Firm before hedged; a price before a decision, a decision before a proposal; own words before claims;
    then what comes later in the text.
    """
    return (one.firm, COUNTS.get(one.stance, 2), not one.claim, *in_text(one.statement))


def _displaces(new: Evidence, old: Evidence) -> bool:
    """Whether a later act changes the position.

    A hedged act or a claim does not change a firm one. A proposal takes back no acceptance: it asks
    again for what the party has accepted. A denial takes back what others claimed, not the party's own words.
    """
    if old.firm and not new.firm:
        return False
    if new.stance == "has proposed" and old.stance in ("accepts", "accepts on condition"):
        return False
    return not (new.denial and old.firm and not old.denial)


def _prices(asked: Sequence[Condition]) -> tuple[Condition, ...]:
    """Each provision asked for once, in order, in the words that come first in the alphabet."""
    if not asked:
        return ()
    wanted = {(price.provision, price.wanted): price for price in sorted(asked, key=_by_provision, reverse=True)}
    return tuple(wanted[key] for key in sorted(wanted))


def _same_prices(one: Sequence[Condition], other: Sequence[Condition]) -> bool:
    return one == other or {(price.provision, price.wanted) for price in one} == {
        (price.provision, price.wanted) for price in other
    }


def _by_provision(condition: Condition) -> tuple[str, bool, str]:
    return (condition.provision, condition.wanted, condition.words)
