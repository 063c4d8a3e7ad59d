"""Invented incidents and terms for measuring counts: some kinds are frequent and most are rare, as in real data."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random

from ceasefire.coding.statement import Scope
from ceasefire.monitoring.counting.kinds import Kind, Kinds
from ceasefire.monitoring.counting.spans import Span
from ceasefire.monitoring.counting.tables import INCIDENTS, Terms
from ceasefire.monitoring.places import Named
from ceasefire.monitoring.version import Version
from ceasefire.record.terms import Except

FIRST, DAYS = date(2031, 1, 1), 1461
KINDS, VERSIONS = 3000, 20
PART = 1_000_000

REGIONS = tuple(
    f"{one}{two}" for one in ("Al", "Ber", "Cor", "Dun", "Es") for two in ("mar", "nia", "ve", "tor", "ska")
)
PARTIES = ("Maru", "Osele", "Quell", "")
TARGETS = (
    *(("power-plants",), ("ports",), ("hospitals",), ("dams",), (), ("infrastructure",), ("energy-infrastructure",)),
    *(("railways",), ("housing",), ("ports", "power-plants"), ("military",), ("refineries",)),
)
ASKED = (("energy-infrastructure",), ("energy-and-infrastructure",), (), ("ports",), ("infrastructure",))
SURE = ("alleged", "corroborated", "disputed")


def terms() -> Terms:
    """Three thousand kinds, twenty versions of terms, the regions named."""
    chance = Random(1)
    attacks, domains = ("yes", "yes", "unknown", "no"), ("air", "land", "sea", "")
    every = list(dict.fromkeys(product(attacks, TARGETS, domains, PARTIES, REGIONS, ("",), (False, True))))
    kinds = Kinds(of={Kind(*one): number for number, one in enumerate(chance.sample(every, KINDS))})
    return Terms([_version(number, chance) for number in range(VERSIONS)], kinds, Named.of(REGIONS))


def _version(number: int, chance: Random) -> Version:
    first = FIRST + timedelta(chance.randrange(DAYS - 200))
    after = first + timedelta(chance.choice((7, 30, 90, 180))) if number % 4 else None
    halt = first + timedelta(3)
    scope = Scope(
        targets=ASKED[number % len(ASKED)],
        domains=chance.choice(((), ("air",), ("sea",), ("air", "land"))),
        area=tuple(sorted(chance.sample(REGIONS, chance.choice((0, 1, 3))))),
        between=chance.choice(((), PARTIES[:2])),
    )
    exceptions = (Except(("dams",)),) if number % 3 == 0 else ()
    suspended = ((halt, halt + timedelta(2)),) if number % 5 == 0 else ()
    return Version(f"pause-{number}", f"Pause {number}", ("case file",), scope, first, after, suspended, exceptions)


def spans() -> list[Span]:
    """Every day, every week and every thirty days of four years."""
    days = [FIRST + timedelta(number) for number in range(DAYS)]
    weeks, months = ((day, day + timedelta(6)) for day in days[::7]), ((day, day + timedelta(29)) for day in days[::30])
    return [*(Span(day, day) for day in days), *(Span(*one) for one in weeks), *(Span(*one) for one in months)]


def write(path: Path, incidents: int) -> None:
    """So many incidents as a Parquet file: three in a hundred within a week or thirty days, the others on a day."""
    import numpy as np
    import pyarrow as pa
    from pyarrow import parquet

    chance, known = np.random.default_rng(1), spans()
    first, last = (np.array([one[side] for one in known], "datetime64[D]") for side in (0, 1))
    with parquet.ParquetWriter(path, INCIDENTS) as file:
        for begun in range(0, incidents, PART):
            number = min(PART, incidents - begun)
            kind = (KINDS * chance.random(number) ** 3).astype("int32")
            coarse = chance.random(number) < 0.03
            at = np.where(coarse, chance.integers(DAYS, len(known), number), chance.integers(0, DAYS, number))
            sure = np.array(SURE)[chance.choice(len(SURE), number, p=(0.7, 0.25, 0.05))]
            columns = [pa.array(kind), pa.array(first[at]), pa.array(last[at]), pa.array(sure)]
            file.write_table(pa.table(columns, INCIDENTS))
