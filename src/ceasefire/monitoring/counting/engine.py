"""Where counting runs: in this process on DuckDB, or on a Spark cluster; the same expressions on both."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ceasefire.errors import QuestionError
from ceasefire.spark import session

DUCKDB, SPARK = "duckdb", "spark"
ENGINES = (DUCKDB, SPARK)


@contextmanager
def connected(engine: str = DUCKDB, master: str = "") -> Iterator[Any]:
    """A backend of Ibis, in UTC, closed at the end.

    `master` is the address of the Spark cluster. Raises QuestionError where there is no such engine or no address,
    and `ceasefire.spark` says what is missing where Spark cannot be used.
    """
    import ibis

    if engine == SPARK:
        with session(master) as spark:
            yield ibis.pyspark.connect(spark)
    elif engine == DUCKDB:
        connection = ibis.duckdb.connect()
        try:
            connection.raw_sql("SET TimeZone = 'UTC'")
            yield connection
        finally:
            connection.disconnect()
    else:
        raise QuestionError(f"no engine is called {engine!r}; the engines: {', '.join(ENGINES)}")
