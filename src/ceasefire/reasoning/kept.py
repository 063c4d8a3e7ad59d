"""What is kept beside a record of what follows from it: brought up to date, and compared with what the log says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ceasefire.reasoning.kept_agenda import agenda_differs, agenda_of
from ceasefire.record.address import AGENDA
from ceasefire.record.case import Case
from ceasefire.record.kept_present import differs, path_of
from ceasefire.record.present import present_of
from ceasefire.record.standing import StandingRecord, standing_of
from ceasefire.record.undisturbed import undisturbed
from ceasefire.record.verify import Finding

if TYPE_CHECKING:
    from ceasefire.record.lasting import LastingRecord

CHANGED = "it does not say what the log says; remove it, and it is made anew"


@undisturbed()
def bring_up_to_date(lasting: LastingRecord, case: Case) -> None:
    """Works out what stands and what it is about, where the log has grown, so that the next question need not."""
    record = standing_of(lasting)
    if record is not None:
        agenda_of(record, record.statements(), case=case)


def changed(lasting: LastingRecord, case: Case) -> Iterator[Finding]:
    """Files that a question would believe and that say something else than a sound log."""
    address, view = lasting.database.address, lasting.view()
    if not (path_of(address).exists() or (address.kept.parent / AGENDA).exists()):
        return
    present = present_of(view)
    if differs(address, view.end, present):
        yield Finding("file", str(path_of(address)), CHANGED)
    record = StandingRecord(address, lasting.folder, view.end, present)
    if agenda_differs(record, case):
        yield Finding("file", str(record.beside(AGENDA)), CHANGED)
