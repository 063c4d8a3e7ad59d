"""Reports as columns of numbers, sorted by their ids, so that the order in which they come cannot matter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise

import numpy as np

from ceasefire.monitoring.happened import NO, YES, Happened
from ceasefire.monitoring.linking.arrays import NONE, Bools, Floats, Ints, codes, floats
from ceasefire.monitoring.report import Report
from ceasefire.vocabulary import load

Row = tuple[Report, Happened]
SPACES = re.compile(r"\s+")
JOIN = "\x1f"
ATTACK = {YES: 1, NO: 0}


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """What is compared of each report; a code is a place in the tuple of names beside it, NONE where not given.

    `first` and `last` are ordinals of days (0 unknown), `minute` counts minutes since year 1 (NaN unknown), `zoned`
    whether its zone was given. `radius` is in kilometres and always given. `twice` counts rows whose id came before.
    """

    ids: tuple[str, ...]
    source: Ints
    sources: tuple[str, ...]
    first: Ints
    last: Ints
    minute: Floats
    zoned: Bools
    lon: Floats
    lat: Floats
    radius: Floats
    region: Ints
    place: Ints
    target: Ints
    targets: tuple[tuple[str, ...], ...]
    means: Ints
    meanses: tuple[tuple[str, ...], ...]
    attack: Ints
    text: Ints
    texts: tuple[str, ...]
    deaths: Floats
    twice: int = 0

    def __len__(self) -> int:
        return len(self.ids)


def columns(rows: Iterable[Row]) -> Columns:
    """The columns of reports and what each says happened."""
    ordered = sorted(rows, key=lambda row: (row[0].id, row[0].source, row[0].number))
    taken = [*ordered[:1], *(later for earlier, later in pairwise(ordered) if earlier[0].id != later[0].id)]
    reports, happened = [row[0] for row in taken], [row[1] for row in taken]
    source, sources = codes([report.source for report in reports])
    target, targets = _sets(one.targets for one in happened)
    means, meanses = _sets(one.means for one in happened)
    text, texts = codes([SPACES.sub(" ", report.text).strip().casefold() for report in reports])
    moments = [_minute(report.happened.instant) for report in reports]
    return Columns(
        ids=tuple(report.id for report in reports),
        source=source,
        sources=sources,
        first=np.array([_ordinal(report.happened.first) for report in reports], dtype=np.int64),
        last=np.array([_ordinal(report.happened.last or report.happened.first) for report in reports], dtype=np.int64),
        minute=floats(moment[0] for moment in moments),
        zoned=np.array([moment[1] for moment in moments], dtype=np.bool_),
        lon=floats(report.place.lon for report in reports),
        lat=floats(report.place.lat for report in reports),
        radius=np.array([_radius(report) for report in reports], dtype=np.float64),
        region=codes([report.place.region for report in reports])[0],
        place=codes([report.place.name.casefold() for report in reports])[0],
        target=target,
        targets=targets,
        means=means,
        meanses=meanses,
        attack=np.array([ATTACK.get(one.attack, NONE) for one in happened], dtype=np.int64),
        text=text,
        texts=texts,
        deaths=floats(report.deaths for report in reports),
        twice=len(ordered) - len(taken),
    )


def _ordinal(day: object) -> int:
    return day.toordinal() if hasattr(day, "toordinal") else 0


def _radius(report: Report) -> float:
    if report.place.radius_km is not None:
        return report.place.radius_km
    usual: dict[str, float] = load("linking")["radius_km"]
    return usual.get(report.place.precision, usual["unknown"])


def _sets(values: Iterable[tuple[str, ...]]) -> tuple[Ints, tuple[tuple[str, ...], ...]]:
    numbers, names = codes([JOIN.join(sorted(set(value))) for value in values])
    return numbers, tuple(tuple(name.split(JOIN)) for name in names)


def _minute(instant: str) -> tuple[float | None, bool]:
    """Minutes since year 1 (in UTC where a zone is given), and whether one was; None for what is no time."""
    try:
        moment = datetime.fromisoformat(instant)
    except ValueError:
        return None, False
    zoned = moment.tzinfo is not None
    plain = moment.astimezone(UTC).replace(tzinfo=None) if zoned else moment
    return (plain - datetime.min).total_seconds() / 60, zoned
