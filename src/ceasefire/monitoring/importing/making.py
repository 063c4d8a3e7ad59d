"""A row and a mapping → a report, or the reason why there is none."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from ceasefire.monitoring.importing.dates import Order, Unread
from ceasefire.monitoring.importing.mapping import Judged, Mapping, Values
from ceasefire.monitoring.importing.moments import CODE_UNKNOWN, moment, received
from ceasefire.monitoring.importing.places import Unplaced, place
from ceasefire.monitoring.importing.rows import Row, Spoilt
from ceasefire.monitoring.report import UNGRADED_CREDIBILITY, UNGRADED_RELIABILITY, Grade, Report, Unusable

UTC = ZoneInfo("UTC")
REPORTERS = "; "
"""What stands between several reporters of one report."""


@dataclass(slots=True)
class Maker:
    """Makes reports of the rows of one file: its mapping, its order of day and month, the time zone of its days."""

    mapping: Mapping
    order: Order = field(default_factory=Order)
    received_order: Order = field(default_factory=Order)
    zone: ZoneInfo = UTC
    swap: bool = False

    def made(self, row: Row | Spoilt) -> Report | Unusable:
        """The report of a row, or the row with the reason why it cannot be used."""
        if isinstance(row, Spoilt):
            return Unusable(self.mapping.source, row.number, row.reason, row.detail, row.raw)
        mapping, values = self.mapping, row.values
        try:
            when = moment(values, mapping.date, self.order, self.zone)
            where = place(values, mapping, swap=self.swap)
            grade = Grade(
                _judged(mapping.reliability, values) or UNGRADED_RELIABILITY,
                _judged(mapping.credibility, values) or UNGRADED_CREDIBILITY,
            )
        except Unread as problem:
            dates = (mapping.date.first, mapping.date.last, mapping.date.precision)
            there = ", ".join(f"{one} {values.get(one, '')!r}" for one in dates if one)
            return Unusable(mapping.source, row.number, str(problem), there, row.raw)
        except Unplaced as problem:
            return Unusable(mapping.source, row.number, problem.reason, problem.detail, row.raw)
        key = values.get(mapping.key, "").strip()
        return Report(
            id=_hash(mapping.source, "key", key) if key else _hash(mapping.source, "row", *_cells(values)),
            source=mapping.source,
            number=row.number,
            key=key,
            reporter=REPORTERS.join(each(values, mapping.reporter)),
            grade=grade,
            happened=when,
            received=received(values, mapping.received, self.received_order, self.zone),
            place=where,
            text="\n".join(words for one in mapping.text if (words := values.get(one, "").strip())),
            actors=tuple(dict.fromkeys(words for one in mapping.actors if (words := values.get(one, "").strip()))),
            deaths=_whole(values.get(mapping.deaths, "")),
            codes={name: value for name, value in values.items() if value != ""},
        )


def each(values: Map[str, str], how: Values) -> list[str]:
    """Every value that a column names, each once, in its order."""
    if how.constant:
        return [how.constant]
    words = str(values.get(how.column, ""))
    parts = words.split(how.separator) if how.separator else [words]
    cut = [one.partition(how.until)[0] if how.until else one for one in parts]
    return list(dict.fromkeys(one.strip().strip('"').strip() for one in cut if one.strip().strip('"').strip()))


def content(report: Report) -> int:
    """What a row says, as 32 bits of its hash, to tell rows with the same key apart."""
    return int.from_bytes(hashlib.sha256("\x1f".join(_cells(report.codes)).encode("utf-8", "replace")).digest()[:4])


def _cells(values: Map[str, str]) -> list[str]:
    return [f"{name}\x1e{value}" for name, value in values.items() if value != ""]


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:16]


def _judged(how: Judged, values: Map[str, str]) -> str:
    if not how.column:
        return how.constant
    code = str(values.get(how.column, "")).strip()
    if code and code not in how.codes:
        raise Unplaced(CODE_UNKNOWN, f"{how.column} {code}")
    return how.codes.get(code, how.constant)


def _whole(words: str) -> int | None:
    try:
        found = float(words)
    except ValueError:
        return None
    return int(found) if found == int(found) and 0 <= found < 1 << 31 else None
