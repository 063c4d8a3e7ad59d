"""What was on record at one date beside what is on record at a later one: the ground of every change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ceasefire.coding.statement import Statement
from ceasefire.errors import QuestionError
from ceasefire.reasoning.evidence import STANCE_OF
from ceasefire.reasoning.kept_agenda import agenda_of
from ceasefire.reasoning.positions import stood_and_stand
from ceasefire.reasoning.provisions import Agenda
from ceasefire.reasoning.shown import Key
from ceasefire.reasoning.state import Position, Provision
from ceasefire.record.case import Case
from ceasefire.record.view import Record


@dataclass(frozen=True, slots=True)
class Compared:
    """Everything said by the later date, in order of time, and which of it had been said by the earlier one.

    `before` and `after` hold the positions at the two dates by (party, provision), `provisions` those on the table by
    id. Both are read with the
    provisions that the later date knows, so that they speak of the same things.
    """

    said: Mapping[str, Statement]
    then: frozenset[str]
    on: Agenda
    before: Mapping[Key, Position]
    after: Mapping[Key, Position]
    provisions: Mapping[str, Provision]

    def last_before(self, position: Position) -> tuple[str, ...]:
        """The last words by the earlier date that show this stance; none where there are no words."""
        return self._showing(position, [one for one in position.statements if one in self.then])[-1:]

    def first_after(self, position: Position) -> tuple[str, ...]:
        """The first words after the earlier date that show this stance, or the first ones where all are older."""
        new = [one for one in position.statements if one not in self.then]
        return self._showing(position, new or list(position.statements))[:1]

    def _showing(self, position: Position, words: list[str]) -> tuple[str, ...]:
        """Those that show the stance, in words rather than deeds, and of these the ones that name its present price."""
        shown = [one for one in words if STANCE_OF.get(self.said[one].act) == position.stance] or words
        told = [one for one in shown if self.said[one].act != "implement"] or shown
        prices = {price.words for price in position.conditions}
        return tuple([one for one in told if self.said[one].condition in prices] or told)


def compare(
    record: Record,
    since: date,
    until: date | None = None,
    known_at: date | None = None,
    case: Case | None = None,
) -> Compared:
    """The record at two dates. Raises QuestionError when the first lies after the second."""
    if until is not None and since > until:
        raise QuestionError(f"cannot look from {since} to {until}: the first date must not be the later one")
    now = record.statements(until, known_at)
    on = agenda_of(record, now, until, known_at, case)
    said = {one.id: one for one in now}
    then = frozenset(one.id for one in record.statements(since, known_at) if one.id in said)
    before, after = stood_and_stand(now, then, on)
    return Compared(said, then, on, before, after, {one.id: one for one in on.provisions})
