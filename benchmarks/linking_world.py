"""Incidents whose truth is known, and three sources that report them, each in its way, for `benchmarks.linking`.

Places are towns of very different sizes, most incidents in few of them. The first source is quick and gives the clock
and often the very class, the second is a coded data set, the third gives wide classes, seldom the clock, and sometimes
a week.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

import numpy as np
import numpy.typing as npt

from ceasefire.monitoring.happened import Happened
from ceasefire.monitoring.report import Moment, Place, Report

Floats = npt.NDArray[np.float64]

KM_A_DEGREE = 111.2
START = date(2031, 1, 1)
GROUPS, KINDS, CLASSES = 3, 3, 3
"""Groups of targets, kinds in a group, classes in a kind."""

MEANS = 6
GENERAL_WORDS, WORDS_OF_CLASS = 2000, 25
TOLD, TOLD_OF_CLASS, BESIDE = 8, 4, 3
TELLS = 0.4
"""The chance that a report tells one of the things that there are to tell."""

RADIUS = {"exact": 1.0, "near": 3.0, "settlement": 5.0, "district": 20.0}


@dataclass(frozen=True)
class Teller:
    """How a source reports: how much, how exactly, how finely, and whether it has several rows an incident.

    `precision` are the shares of exact, near, settlement and district, `depth` those of class, kind and group; `words`
    is the share of rows that have a text, `rows_more` that of incidents with a second row.
    """

    name: str
    coverage: float
    precision: tuple[float, float, float, float]
    depth: tuple[float, float, float]
    clock: float
    means: float
    deaths: float
    words: float = 1.0
    week: float = 0.0
    rows_more: float = 0.0


TELLERS = (
    Teller("quick", 0.70, (0.20, 0.30, 0.40, 0.10), (0.80, 0.15, 0.05), 0.6, 0.9, 0.7),
    Teller("coded", 0.60, (0.30, 0.30, 0.30, 0.10), (0.55, 0.35, 0.10), 0.4, 0.9, 0.9),
    Teller("wide", 0.50, (0.15, 0.30, 0.40, 0.15), (0.30, 0.50, 0.20), 0.2, 0.8, 0.9, words=0.6, week=0.05),
)


@dataclass(frozen=True)
class World:
    """What to simulate; `jitter` multiplies every distance, `miscoded` is the share of wrong classes, and means."""

    seed: int = 1
    incidents: int = 2400
    days: int = 150
    towns: int = 150
    size_km: float = 300.0
    skew: float = 1.0
    jitter: float = 1.0
    miscoded: float = 0.15
    tellers: tuple[Teller, ...] = field(default=TELLERS)


@dataclass(frozen=True)
class Truth:
    """The reports, with what each says happened, and which incident each is of."""

    rows: list[tuple[Report, Happened]]
    incident: dict[str, int]


def includes() -> dict[str, list[str]]:
    """Which class of targets includes which directly."""
    found: dict[str, list[str]] = {}
    for group in range(GROUPS):
        found[f"g{group}"] = [f"g{group}k{kind}" for kind in range(KINDS)]
        for kind in range(KINDS):
            found[f"g{group}k{kind}"] = [f"g{group}k{kind}c{one}" for one in range(CLASSES)]
    return found


def shares(count: int, skew: float) -> Floats:
    """Shares that fall with the rank (Zipf)."""
    weight = np.arange(1, count + 1, dtype=np.float64) ** -skew
    share: Floats = weight / weight.sum()
    return share


def simulate(world: World) -> Truth:
    """The reports of one world; the same seed gives the same reports."""
    rng = np.random.default_rng(world.seed)
    towns = rng.uniform(0, world.size_km, (world.towns, 2))
    town = rng.choice(world.towns, world.incidents, p=shares(world.towns, world.skew))
    where = towns[town] + rng.normal(0, 1.8 * world.jitter, (world.incidents, 2))
    minute = rng.uniform(0, world.days * 1440, world.incidents)
    leaves = [f"g{g}k{k}c{c}" for g in range(GROUPS) for k in range(KINDS) for c in range(CLASSES)]
    leaf = rng.choice(len(leaves), world.incidents, p=shares(len(leaves), 0.7))
    means = rng.choice(MEANS, world.incidents, p=shares(MEANS, 1.0))
    deaths = np.where(rng.random(world.incidents) < 0.35, rng.geometric(0.35, world.incidents), 0)
    stories = _stories(rng, leaf)
    truth = Truth([], {})
    for teller in world.tellers:
        for one in np.flatnonzero(rng.random(world.incidents) < teller.coverage).tolist():
            for row in range(2 if rng.random() < teller.rows_more else 1):
                what = _what(rng, world, teller, leaves, int(leaf[one]), int(means[one]))
                report = _report(rng, world, teller, f"{one}-{row}", towns[town[one]], where[one], minute[one])
                told = int(max(0, deaths[one] + (rng.integers(-1, 2) if deaths[one] and rng.random() < 0.3 else 0)))
                report = replace(report, deaths=told if rng.random() < teller.deaths else None)
                if rng.random() < teller.words:
                    report = replace(report, text=_text(rng, stories[one], int(leaf[one])))
                truth.rows.append((report, what))
                truth.incident[report.id] = one
    return truth


def _stories(rng: np.random.Generator, leaf: npt.NDArray[np.int64]) -> list[list[str]]:
    """What there is to tell of each incident, as stems of words: some of its class of target, some of anything."""
    general = shares(GENERAL_WORDS, 1.0)
    return [
        [*_of_class(rng, int(one), TOLD_OF_CLASS), *(_word(int(w)) for w in rng.choice(GENERAL_WORDS, TOLD, p=general))]
        for one in leaf
    ]


def _text(rng: np.random.Generator, story: list[str], leaf: int) -> str:
    """Each thing there is to tell is told or not, with words that say nothing of this incident between."""
    told = [word for word in story if rng.random() < TELLS]
    said = [_word(int(w)) for w in rng.choice(GENERAL_WORDS, BESIDE, p=shares(GENERAL_WORDS, 1.0))]
    return " ".join([*told, *said, *_of_class(rng, leaf, 1)])


def _of_class(rng: np.random.Generator, leaf: int, count: int) -> list[str]:
    return [_word(GENERAL_WORDS + leaf * WORDS_OF_CLASS + int(w)) for w in rng.integers(WORDS_OF_CLASS, size=count)]


def _word(number: int) -> str:
    return f"w{number:05d}"


def _what(rng: np.random.Generator, world: World, teller: Teller, leaves: list[str], leaf: int, means: int) -> Happened:
    said = int(rng.integers(len(leaves))) if rng.random() < world.miscoded else leaf
    by = int(rng.integers(MEANS)) if rng.random() < world.miscoded else means
    cut = (6, 4, 2)[int(rng.choice(3, p=teller.depth))]
    given = (f"m{by}",) if rng.random() < teller.means else ()
    return Happened(attack="yes", targets=(leaves[said][:cut],), means=given)


def _report(
    rng: np.random.Generator, world: World, teller: Teller, name: str, town: Floats, where: Floats, minute: float
) -> Report:
    """Its id says nothing of the incident: it is drawn, so that no order can help."""
    kind = list(RADIUS)[int(rng.choice(4, p=teller.precision))]
    off = {"exact": 0.3, "near": 1.1, "settlement": 0.7, "district": 6.5}[kind] * world.jitter
    east, north = (town if kind in ("settlement", "district") else where) + rng.normal(0, off, 2)
    lat = 48.0 + north / KM_A_DEGREE
    lon = 36.0 + east / (KM_A_DEGREE * np.cos(np.radians(49.3)))
    moment = datetime(START.year, START.month, START.day) + timedelta(minutes=float(minute))
    exact = rng.random() < teller.clock
    late = int(rng.choice([-2, -1, 0, 1, 2], p=[0.01, 0.06, 0.78, 0.12, 0.03]))
    day = (moment + timedelta(days=late)).date()
    if rng.random() < teller.week and not exact:
        first = day - timedelta(days=int(rng.integers(7)))
        happened = Moment(first, first + timedelta(days=6))
    else:
        shown = moment + timedelta(minutes=float(rng.normal(0, 45)))
        happened = (
            Moment(shown.date(), shown.date(), shown.isoformat(timespec="minutes")) if exact else Moment(day, day)
        )
    number = int(rng.integers(2**62))
    place = Place(lon=round(lon, 5), lat=round(lat, 5), precision=kind, radius_km=RADIUS[kind])
    return Report(f"{number:016x}", teller.name, number, happened=happened, place=place)
