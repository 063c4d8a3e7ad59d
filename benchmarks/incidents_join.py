"""Ten million incidents against twenty versions of terms, counted by version, verdict and day: ours beside others.

`python -m benchmarks.incidents_join [--incidents N] [--rounds N]` writes invented incidents to a Parquet file, has
each contender count them in a process of its own, in turns, and prints a table: the least seconds of all rounds, how
many times the join written by hand in DuckDB's SQL that is, and the peak of resident memory. All must count the same;
a difference is an error. By hand means: somebody has made the keys already and writes the join alone. Ours is timed
with making the keys; importing the libraries is timed apart for all.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import importlib
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.incidents_world import terms, write
from ceasefire.cli import SELDOM

OURS, REST, MERGED, PLAIN = (
    "ours, keys included",
    "DuckDB SQL",
    "DuckDB SQL, keys merged",
    "DuckDB SQL, all rows joined",
)

VERDICT = """CASE WHEN k.state = 'outside' OR s.state = 'outside' THEN 'outside'
    WHEN k.state = 'too coarse' OR s.state = 'too coarse' THEN 'unverifiable'
    WHEN k.state = 'not told' OR s.state = 'not told' THEN 'not yet checked' ELSE i.sure END"""
PLAIN_SQL = f"""SELECT k.version, i.first, i.last, {VERDICT} AS verdict, count(*) AS n
    FROM incidents i JOIN kinds k USING (kind) JOIN spans s USING (version, first, last) GROUP BY ALL ORDER BY ALL"""
REST_SQL = f"""WITH attacks AS (SELECT DISTINCT kind FROM kinds),
    totals AS (SELECT first, last, count(*) AS n FROM incidents SEMI JOIN attacks USING (kind) GROUP BY ALL),
    inside AS (SELECT k.version, i.first, i.last, {VERDICT} AS verdict, count(*) AS n
        FROM incidents i JOIN (FROM kinds WHERE state <> 'outside') k USING (kind)
        JOIN (FROM spans WHERE state <> 'outside') s USING (version, first, last) GROUP BY ALL),
    known AS (SELECT version, first, last, sum(n) AS n FROM inside GROUP BY ALL),
    rest AS (SELECT s.version, first, last, 'outside' AS verdict, (t.n - coalesce(k.n, 0))::BIGINT AS n
        FROM spans s JOIN totals t USING (first, last) LEFT JOIN known k USING (version, first, last))
    SELECT * FROM inside UNION ALL SELECT * FROM rest WHERE n > 0 ORDER BY ALL"""
MERGED_SQL = (
    REST_SQL.replace("FROM incidents i JOIN (FROM kinds", "FROM grouped i JOIN (FROM merged")
    .replace("count(*) AS n\n        FROM grouped", "sum(n)::BIGINT AS n\n        FROM grouped")
    .replace(
        "WITH ",
        """WITH grouped AS (SELECT c.kind, first, last, sure, count(*) AS n
        FROM incidents i JOIN classes c ON i.kind = c.of GROUP BY ALL), """,
    )
)

COLUMNS = ("version", "first", "last", "verdict")

Counted = Any
Took = tuple[float, float]
Timed = tuple[Took, Counted]


def clock() -> Took:
    """Seconds by the clock, and seconds that all cores have worked for this process."""
    return time.perf_counter(), time.process_time()


def since(began: Took) -> Took:
    """What both clocks show more than then."""
    now = clock()
    return now[0] - began[0], now[1] - began[1]


def ours(path: str) -> Timed:
    """All of `count_parquet`: connecting, making the keys, joining, sorting."""
    from ceasefire.monitoring.counting.tables import count_parquet

    given, began = terms(), clock()
    found = count_parquet(path, given)
    return since(began), found


def by_hand(path: str, sql: str) -> Timed:
    """The join in DuckDB's SQL over keys that are there."""
    import duckdb

    tables = keys()
    began = clock()
    with duckdb.connect() as connection:
        connection.execute(f"CREATE VIEW incidents AS FROM read_parquet('{path}')")
        for name, held in tables.items():
            connection.register(name, held)
        found = connection.sql(sql).to_arrow_table()
    return since(began), found


def with_polars(path: str) -> Timed:
    """The same, grouped first, as a lazy query of polars on its streaming engine."""
    import polars as pl

    kinds, spans = (pl.from_arrow(keys()[name]) for name in ("kinds", "spans"))
    began = clock()
    by = ["kind", "first", "last", "sure"]
    i = pl.scan_parquet(path).group_by(by).agg(pl.len().alias("n"))
    joined = i.join(kinds.lazy(), on="kind").join(spans.lazy(), on=["version", "first", "last"], suffix="_in_time")

    def either(state: str) -> Any:
        return (pl.col("state") == state) | (pl.col("state_in_time") == state)

    verdict = pl.when(either("outside")).then(pl.lit("outside")).when(either("too coarse"))
    verdict = verdict.then(pl.lit("unverifiable")).when(either("not told")).then(pl.lit("not yet checked"))
    summed = joined.with_columns(verdict=verdict.otherwise(pl.col("sure"))).group_by(COLUMNS).agg(pl.col("n").sum())
    found = summed.sort(COLUMNS).collect(engine="streaming").to_arrow()
    return since(began), found


def with_pandas(path: str) -> Timed:
    """The same, grouped first, version after version: all versions at once would not fit into memory."""
    import numpy as np
    import pandas as pd
    import pyarrow as pa

    kinds, spans = (keys()[name].to_pandas() for name in ("kinds", "spans"))
    began = clock()
    i = pd.read_parquet(path).groupby(["kind", "first", "last", "sure"]).size().reset_index(name="n")
    parts = []
    for version, some in kinds.groupby("version"):
        joined = i.merge(some[["kind", "state"]], on="kind")
        joined = joined.merge(
            spans[spans["version"] == version].rename(columns={"state": "in_time"}), on=["first", "last"]
        )
        asked = ("outside", "outside"), ("too coarse", "unverifiable"), ("not told", "not yet checked")
        states = [(joined["state"] == state) | (joined["in_time"] == state) for state, _ in asked]
        joined["verdict"] = np.select(states, [verdict for _, verdict in asked], joined["sure"])
        parts.append(joined.groupby(list(COLUMNS), as_index=False)["n"].sum())
    found = pd.concat(parts).sort_values(list(COLUMNS))
    return since(began), pa.Table.from_pandas(found, preserve_index=False)


@cache
def keys() -> dict[str, Any]:
    """The rows of keys as Arrow tables: kinds and spans of days by version, and kinds merged that none tells apart."""
    from benchmarks.incidents_world import spans
    from ceasefire.monitoring.counting.alike import Answers, merged
    from ceasefire.monitoring.counting.columns import schema, table

    given = terms()
    answers = Answers.under(given.versions, given.kinds.listed(), given.named, spans())
    fewer = merged(answers, fields=False)
    rows: dict[str, Any] = {
        "kinds": answers.kinds,
        "spans": answers.spans,
        "classes": fewer.classes,
        "merged": fewer.kinds,
    }
    return {name: table(schema(*some[0]._fields), some) for name, some in rows.items()}


CONTENDERS: dict[str, tuple[str, Callable[[str], Timed]]] = {
    OURS: ("ibis duckdb pandas pyarrow.compute", ours),
    REST: ("duckdb", lambda path: by_hand(path, REST_SQL)),
    MERGED: ("duckdb", lambda path: by_hand(path, MERGED_SQL)),
    PLAIN: ("duckdb", lambda path: by_hand(path, PLAIN_SQL)),
    "polars": ("polars", with_polars),
    "pandas": ("pandas", with_pandas),
}


def measured(name: str, path: str) -> dict[str, Any]:
    """One contender in this process: seconds to import, seconds to count, peak memory in MB, what it counted."""
    libraries, run = CONTENDERS[name]
    gc.set_threshold(*SELDOM)  # as the command does
    began = time.perf_counter()
    for library in libraries.split():
        importlib.import_module(library)
    if name == OURS:
        importlib.import_module("ibis.backends.duckdb")
    imported = time.perf_counter() - began
    (seconds, work), found = run(path)
    status = Path("/proc/self/status").read_text()
    peak = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    told = {"rows": len(found), "found": digest(found)}
    return {"import": imported, "seconds": seconds, "work": work, "peak": peak / 1024, **told}


def digest(found: Any) -> str:
    """What was counted, whatever types a library has for it."""
    rows = zip(*(found[name].to_pylist() for name in (*COLUMNS, "n")), strict=True)
    said = hashlib.sha256()
    for version, first, last, verdict, n in rows:
        said.update(f"{version} {str(first)[:10]} {str(last)[:10]} {verdict} {n}\n".encode())
    return said.hexdigest()[:16]


def contended(path: str, rounds: int, left_out: set[str]) -> dict[str, list[dict[str, Any]]]:
    """Every contender that is installed, in turns, each time in a process of its own."""
    results: dict[str, list[dict[str, Any]]] = {}
    for _ in range(rounds):
        for name, (libraries, _run) in CONTENDERS.items():
            if name in left_out:
                continue
            if importlib.util.find_spec(libraries.split()[0]) is None:
                print(f"{name} is not installed: left out", file=sys.stderr)
                continue
            words = [sys.executable, "-m", __spec__.name, "--only", name, "--file", path]
            ran = subprocess.run(words, stdout=subprocess.PIPE, check=True)
            results.setdefault(name, []).append(json.loads(ran.stdout))
    return results


def table(results: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    """The figures as the lines of a Markdown table."""
    fastest = {name: min(one["seconds"] for one in some) for name, some in results.items()}
    hand = min(fastest[one] for one in (REST, MERGED, PLAIN) if one in fastest)
    worked = {name: min(one["work"] for one in some) for name, some in results.items()}
    least = min(worked[one] for one in (REST, MERGED, PLAIN) if one in worked)
    yield "| | seconds | times SQL by hand | work of all cores, s | times SQL by hand | peak memory, MB | import, s |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for name, some in results.items():
        peak, imported = max(one["peak"] for one in some), min(one["import"] for one in some)
        clocked = f"{fastest[name]:.2f} | {fastest[name] / hand:.2f}"
        yield f"| {name} | {clocked} | {worked[name]:.2f} | {worked[name] / least:.2f} | {peak:.0f} | {imported:.2f} |"


def main() -> int:
    """Prints the table; 1 where two contenders count differently."""
    ask = argparse.ArgumentParser(description="Incidents counted under versions of terms: ours beside others.")
    ask.add_argument("--incidents", type=int, default=10_000_000, help="how many (default: 10000000)")
    ask.add_argument("--rounds", type=int, default=3, help="how often; the fastest counts (default: 3)")
    ask.add_argument("--duckdb", action="store_true", help="leave out polars and pandas")
    ask.add_argument("--all-rows", action="store_true", help=f"also {PLAIN}, which takes 7 GB and long")
    ask.add_argument("--only", choices=sorted(CONTENDERS), help="measure one contender and print JSON")
    ask.add_argument("--file", help="the Parquet file to count, instead of a new one")
    options = ask.parse_args()
    if options.only:
        print(json.dumps(measured(options.only, options.file)))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path = options.file or str(Path(folder) / "incidents.parquet")
        if not options.file:
            write(Path(path), options.incidents)
        left_out = {*(("polars", "pandas") if options.duckdb else ()), *(() if options.all_rows else (PLAIN,))}
        results = contended(path, options.rounds, left_out)
    print(*table(results), sep="\n")
    different = len({one["found"] for some in results.values() for one in some}) != 1
    rows = results[OURS][0]["rows"]
    print(f"\n{options.incidents} incidents, {rows} counts; the counts are {'DIFFERENT' if different else 'the same'}.")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {sys.version.split()[0]}.")
    return int(different)


if __name__ == "__main__":
    sys.exit(main())
