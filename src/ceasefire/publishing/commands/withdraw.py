"""`ceasefire withdraw`: a person takes back what was decided last about a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasefire.errors import QuestionError
from ceasefire.publishing.deciding import AskedDecision, answered
from ceasefire.record.decision import Decision

if TYPE_CHECKING:
    from ceasefire.record.lasting import LastingRecord

ASKED = AskedDecision


def answer(asked: AskedDecision) -> int:
    """Records it, with who and why; what was decided before, or what the machine read, stands again."""
    return answered(asked, _withdrawn)


def _withdrawn(record: LastingRecord, names: list[str], by: str, reason: str) -> list[Decision]:
    from ceasefire.record.taking_back import in_force_on

    view = record.view()
    for name in names:
        if in_force_on(view, name) is None:
            raise QuestionError(
                f"nothing is decided about statement {name}, so there is nothing to withdraw: what the machine read "
                "stands; to change that: ceasefire correct, or ceasefire reject"
            )
    return [record.withdraw(name, by, reason) for name in names]
