"""What stands again once the last decision on a statement is taken back."""

from __future__ import annotations

from ceasefire.coding.statement import Statement
from ceasefire.record.database import Database
from ceasefire.record.decision import WITHDRAW, Decision, in_force
from ceasefire.record.lookup import View


def in_force_on(view: View, statement: str) -> Decision | None:
    """The decision on a statement that holds; None where there is nothing to take back."""
    return next((one for one in in_force(view.decisions) if one.statement == statement), None)


def stands_again(database: Database, withdrawal: Decision) -> Statement | None:
    """The statement as it stands after a withdrawal that is not on record yet.

    As it was decided before or as a machine reads it; None where neither has it.
    """
    assert withdrawal.verdict == WITHDRAW
    view = View(database)
    view.decisions = [*view.decisions, withdrawal]
    try:
        return view.light.statement(withdrawal.statement)
    except KeyError:
        return None
