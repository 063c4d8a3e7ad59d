"""All that changed on record between two dates: who moved, prices, how far it all reaches, what is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ceasefire.coding.statement import Statement
from ceasefire.reasoning.changes import Shift, shifts
from ceasefire.reasoning.compared import Compared, compare
from ceasefire.reasoning.prices import Price, dropped_prices, new_prices
from ceasefire.reasoning.reach import Reach, reaches
from ceasefire.reasoning.steps import Step, steps
from ceasefire.record.case import Case
from ceasefire.record.order import told
from ceasefire.record.view import Record


@dataclass(frozen=True, slots=True)
class NewProvision:
    """A provision that nobody had spoken of by the earlier date, with the first words that do."""

    provision: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moves:
    """What changed after one date, up to another, and the record at the two dates."""

    compared: Compared
    reaches: tuple[Reach, ...]
    shifts: tuple[Shift, ...]
    new_prices: tuple[Price, ...]
    dropped_prices: tuple[Price, ...]
    new_provisions: tuple[NewProvision, ...]
    steps: tuple[Step, ...]


def moves(
    record: Record,
    since: date,
    until: date | None = None,
    known_at: date | None = None,
    case: Case | None = None,
) -> Moves:
    """Everything that changed after `since`, up to `until`. Raises QuestionError when the dates are reversed."""
    compared = compare(record, since, until, known_at, case)
    return Moves(
        compared,
        tuple(reaches(compared)),
        tuple(shifts(compared)),
        tuple(new_prices(compared)),
        tuple(dropped_prices(compared)),
        tuple(_new_provisions(compared)),
        tuple(steps(compared, until)),
    )


def _new_provisions(compared: Compared) -> list[NewProvision]:
    about = compared.on.about
    since = [one for name, one in compared.said.items() if name not in compared.then]
    fresh = {about[one.id] for one in since}.difference(provision for _, provision in compared.before)
    if fresh:
        fresh.difference_update(map(about.__getitem__, compared.then))
    first: dict[str, Statement] = {}
    for one in since if fresh else ():
        if (name := about[one.id]) in fresh:
            first[name] = min(first.get(name, one), one, key=told)
    return [NewProvision(name, (first[name].id,)) for name in sorted(first)]
