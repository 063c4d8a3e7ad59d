"""Counts by joins on keys are those that the rules give one by one."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from random import Random

import pyarrow as pa
import pytest
from tests.monitoring.invented import REGIONS, circumstances, day, version

from ceasefire.coding.statement import Scope
from ceasefire.monitoring.assessing import Evidence, Telling, assess
from ceasefire.monitoring.assessment import ALLEGED, NOT_YET_CHECKED, OUTSIDE, UNVERIFIABLE
from ceasefire.monitoring.counting.kinds import Kinds
from ceasefire.monitoring.counting.tables import count
from ceasefire.monitoring.report import Moment, Place
from ceasefire.monitoring.scope_rules import Circumstances
from ceasefire.record.terms import Except, Window
from ceasefire.when import When

VERSIONS = [
    version(),
    version(first=day("2031-06-08"), after=day("2031-07-08")),
    version(scope=Scope(targets=("energy-and-infrastructure",), area=("Kesso",))),
    version(scope=Scope(domains=("sea",)), exceptions=(Except(("ports",)),)),
    version(exceptions=(Except(window=Window(When("2031-06-10"), "P3D")), Except(("dams",), ("Ruk",)))),
    version(after=None, suspended=((day("2031-06-15"), day("2031-06-20")),)),
]
ALONE = Evidence((Telling("r1", "news", "The Wire"),))

FIRST = day("2031-05-25")
MOMENTS = [
    Moment(),
    *(
        Moment(FIRST + timedelta(start), FIRST + timedelta(start + more))
        for start in range(0, 50, 3)
        for more in (0, 6)
    ),
]
PLACES = [
    Place(name, precision=precision, region=region)
    for name in ("Kesso", "Port Alma", "")
    for region in ("Kesso Region", "Ruk", "")
    for precision in ("settlement", "region")
]
TARGETS = [("power-plants",), ("ports",), ("hospitals",), ("dams",), (), ("infrastructure",)]


def incident(chance: Random) -> Circumstances:
    return circumstances(
        chance.choice(MOMENTS),
        chance.choice(PLACES),
        attack=chance.choice(["yes", "yes", "unknown", "no"]),
        targets=chance.choice(TARGETS),
        domain=chance.choice(["air", "sea", ""]),
        by=chance.choice(["Maru", "Quell", ""]),
    )


def counted(given: list[Circumstances]) -> Counter[tuple[object, ...]]:
    kinds = Kinds.under(VERSIONS)
    rows = [(kinds.number(one.what, one.where), one.when) for one in given]
    found = count(
        pa.table(
            {
                "kind": pa.array([kind for kind, _ in rows], pa.int32()),
                "first": pa.array([when.first or day("0001-01-01") for _, when in rows], pa.date32()),
                "last": pa.array([when.last or day("0001-01-01") for _, when in rows], pa.date32()),
                "sure": pa.array(["alleged" for _ in rows], pa.string()),
            }
        ),
        VERSIONS,
        kinds,
        REGIONS,
    )
    total: Counter[tuple[object, ...]] = Counter()
    for one in found:
        total[one.version, one.verdict, one.outside_by] += one.n
    return total


@pytest.mark.parametrize("number", [0, 1, 4000])
def test_counting_by_keys_is_counting_one_by_one(number: int) -> None:
    chance = Random(number)
    given = [incident(chance) for _ in range(number)]
    one_by_one: Counter[tuple[object, ...]] = Counter()
    for terms_number, terms in enumerate(VERSIONS):
        for one in given:
            if one.what.attack != "no":
                made = assess("i", one, ALONE, terms)
                one_by_one[terms_number, made.verdict, made.outside_by] += 1
    assert counted(given) == one_by_one
    assert number < 4000 or {verdict for _, verdict, _ in one_by_one} == {
        ALLEGED,
        OUTSIDE,
        UNVERIFIABLE,
        NOT_YET_CHECKED,
    }
