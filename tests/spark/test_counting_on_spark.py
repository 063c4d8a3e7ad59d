"""Counts from a Spark cluster are those from DuckDB."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from tests.monitoring.invented import REGIONS, day
from tests.monitoring.test_counting import VERSIONS, incident

from ceasefire.monitoring.counting.counts import COUNTED, DAILY
from ceasefire.monitoring.counting.engine import SPARK, connected
from ceasefire.monitoring.counting.kinds import Kinds
from ceasefire.monitoring.counting.tables import Terms, count, count_parquet, counted_by, incidents_table

pytestmark = pytest.mark.spark


def test_the_cluster_counts_as_duckdb_does(master: str, tmp_path: Path) -> None:
    from pyarrow import parquet

    chance, kinds = Random(3), Kinds.under(VERSIONS)
    given = [incident(chance) for _ in range(3000)]
    sure = ("alleged", "corroborated")
    table = incidents_table((kinds.number(one.what, one.where), one.when, chance.choice(sure)) for one in given)
    path = str(tmp_path / "incidents.parquet")
    parquet.write_table(table, path)
    terms = Terms(VERSIONS, kinds, REGIONS)
    with connected(SPARK, master) as connection:
        assert connection._session.conf.get("spark.sql.session.timeZone") == "UTC"
        found = count(table, VERSIONS, kinds, REGIONS, connection)
        there = {by: counted_by(connection, connection.read_parquet(path), terms, by) for by in (DAILY, COUNTED)}
    assert found == count(table, VERSIONS, kinds, REGIONS)
    assert {one.first for one in found} > {day("0001-01-01"), day("2031-06-12")}
    for by, counts in there.items():
        assert counts.num_rows > 100
        assert counts == count_parquet(path, terms, by)
