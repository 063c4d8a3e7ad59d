"""How incident data is read, as options and case.yaml say: mapping, outlines, time zone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ceasefire.errors import InputError

if TYPE_CHECKING:
    from ceasefire.monitoring.importing.running import How
    from ceasefire.record.case import Case


def outlines_named(case: Case | None, given: str | None) -> Path | None:
    """The file of outlines: that given, else that of the case."""
    if given:
        return Path(given)
    return case.folder / case.outlines if case is not None and case.outlines else None


def how_to_import(
    case: Case | None, mapping: str | None, outlines: Path | None, region_name: str | None, *, swap: bool
) -> How:
    """How files are read. Raises InputError when a region's name is asked for and there are no outlines."""
    from ceasefire.monitoring.importing.mapping_file import mapping_of
    from ceasefire.monitoring.importing.outlines import outlines_of
    from ceasefire.monitoring.importing.running import How

    if region_name and outlines is None:
        raise InputError("--region-name names a property of outlines: give them with --outlines FILE")
    named = region_name or (case.region_name if case else "")
    path = Path(mapping) if mapping else None
    return How(
        mapping_of(path) if path else None,
        path.read_text(encoding="utf-8-sig") if path else "",
        outlines_of(outlines, named) if outlines else None,
        ZoneInfo(case.time_zone if case else "UTC"),
        swap,
    )
