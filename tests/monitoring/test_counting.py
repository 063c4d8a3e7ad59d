"""Counts by joins on keys are those that the rules give one by one."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from pathlib import Path
from random import Random

import pyarrow as pa
import pytest
from pyarrow import parquet
from tests.monitoring.invented import REGIONS, circumstances, day, version

from ceasefire.coding.statement import Scope
from ceasefire.errors import QuestionError
from ceasefire.monitoring.assessing import Evidence, Telling, assess
from ceasefire.monitoring.assessment import ALLEGED, NOT_YET_CHECKED, OUTSIDE, UNVERIFIABLE
from ceasefire.monitoring.counting.counts import DAILY
from ceasefire.monitoring.counting.engine import SPARK, connected
from ceasefire.monitoring.counting.kinds import Kinds
from ceasefire.monitoring.counting.tables import Count, Terms, count, count_parquet, incidents_table
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


def tabled(given: list[Circumstances], kinds: Kinds) -> pa.Table:
    return incidents_table((kinds.number(one.what, one.where), one.when, "alleged") for one in given)


def counted(given: list[Circumstances]) -> Counter[tuple[object, ...]]:
    kinds = Kinds.under(VERSIONS)
    found = count(tabled(given, kinds), VERSIONS, kinds, REGIONS)
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


@pytest.mark.parametrize("by", [DAILY, ("version", "verdict"), ("version", "verdict", "outside_by")], ids=" ".join)
def test_incidents_in_parquet_are_counted_alike_whatever_is_told_apart(by: tuple[str, ...], tmp_path: Path) -> None:
    chance, kinds = Random(5), Kinds.under(VERSIONS)
    given = tabled([incident(chance) for _ in range(2000)], kinds)
    parquet.write_table(given, tmp_path / "incidents.parquet")
    found = count_parquet(str(tmp_path / "incidents.parquet"), Terms(VERSIONS, kinds, REGIONS), by)
    expected: Counter[tuple[object, ...]] = Counter()
    for one in count(given, VERSIONS, kinds, REGIONS):
        expected[tuple(_plain(one, name) for name in by)] += one.n
    rows = [tuple(row.values()) for row in found.to_pylist()]
    assert {row[:-1]: row[-1] for row in rows} == expected
    assert rows == sorted(rows)


def _plain(one: Count, name: str) -> object:
    return " ".join(one.outside_by) if name == "outside_by" else getattr(one, name)


def test_an_engine_that_is_none_is_refused_and_a_cluster_that_is_none_says_what_to_do() -> None:
    with pytest.raises(QuestionError, match="duckdb, spark"), connected("abacus"):
        pass
    with pytest.raises(QuestionError, match="--master spark://HOST:7077"), connected(SPARK):
        pass


def test_what_is_missing_for_spark_is_named_before_it_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ceasefire.spark.find_spec", lambda name: None)
    with (
        pytest.raises(QuestionError, match=r"pip install 'ceasefire\[spark\]'"),
        connected(SPARK, "spark://localhost:1"),
    ):
        pass
    monkeypatch.setattr("ceasefire.spark.find_spec", lambda name: name)
    monkeypatch.setattr("ceasefire.spark.shutil.which", lambda name: None)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(QuestionError, match="default-jre-headless"), connected(SPARK, "spark://localhost:1"):
        pass
    monkeypatch.setattr("ceasefire.spark.shutil.which", lambda name: name)
    with pytest.raises(QuestionError, match="no Spark master can be reached"), connected(SPARK, "spark://127.0.0.1:1"):
        pass
    with pytest.raises(QuestionError, match="spark://HOST:7077"), connected(SPARK, "spark://nowhere"):
        pass
