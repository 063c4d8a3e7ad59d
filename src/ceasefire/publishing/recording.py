"""The lasting record of a case that a command names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from ceasefire.errors import CaseError
from ceasefire.publishing.asked import Asked
from ceasefire.record.address import Address, address_of
from ceasefire.record.case import Case, is_case, load_case
from ceasefire.record.standing import standing, standing_of
from ceasefire.record.view import Record

if TYPE_CHECKING:
    from ceasefire.record.lasting import LastingRecord


def case_named(name: str) -> Case:
    """The case in a folder. Raises CaseError when the folder is none."""
    path = Path(name)
    if not is_case(path):
        what = "has no case.yaml" if path.is_dir() else "is no folder with a case.yaml"
        raise CaseError(f"{name} {what}; make a case with: ceasefire init {name}")
    return load_case(path)


def opened(case: Case, *, create: bool = False) -> LastingRecord:
    """The record of a case. Raises RecordError when there is none and none is to be made."""
    from ceasefire.record.lasting import LastingRecord

    return LastingRecord(_address(case), case.folder, create=create)


def opened_if_there(case: Case, asked: Asked) -> Record | None:
    """The record of a case as of the date asked, or None when the case has none yet."""
    address, known_at = _address(case), asked.dates()[1]
    if address.file is not None and not address.file.is_file():
        return None
    if (found := standing(address, case.folder, known_at)) is not None:
        return found
    from ceasefire.record.database import has_record
    from ceasefire.record.lasting import LastingRecord

    if not has_record(address):
        return None
    lasting = LastingRecord(address, case.folder, known_at=known_at)
    return standing_of(lasting, known_at) or lasting


def _address(case: Case) -> Address:
    return address_of(case.folder, case.record, os.environ)
