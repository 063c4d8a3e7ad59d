"""How fast a Spark cluster counts incidents and codes documents, beside this process, and whether the answers agree.

`tools/with_spark.sh python -m benchmarks.on_spark [--incidents N] [--documents N]` uses the cluster whose address is in
CEASEFIRE_TEST_SPARK. Each job is done twice within one session for incidents, since the first start of Spark's own code
is slow; coding is timed with and without starting the session.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.incidents_world import terms, write


def timed(job: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds by the clock, and what came of it."""
    began = time.perf_counter()
    made = job()
    return time.perf_counter() - began, made


def counting(master: str, folder: Path, incidents: int) -> None:
    """Prints the seconds of counting incidents by day."""
    from ceasefire.monitoring.counting.counts import DAILY
    from ceasefire.monitoring.counting.engine import SPARK, connected
    from ceasefire.monitoring.counting.tables import count_parquet, counted_by

    path, given = str(folder / "incidents.parquet"), terms()
    write(Path(path), incidents)
    alone, here = timed(lambda: count_parquet(path, given))
    with connected(SPARK, master) as connection:
        job = lambda: counted_by(connection, connection.read_parquet(path), given, DAILY)  # noqa: E731
        (first, there), (second, again) = timed(job), timed(job)
    same = "the same" if here == there == again else "DIFFERENT"
    print(f"{incidents} incidents: DuckDB {alone:.1f} s; Spark {first:.1f} s, again {second:.1f} s; counts {same}")


def coding(master: str, folder: Path, documents: int) -> None:
    """Prints the seconds of coding documents."""
    import pyarrow as pa
    from pyarrow import parquet

    from benchmarks.memory_curve import texts
    from ceasefire.pipeline import Options, coded
    from ceasefire.publishing.coded_table import write_coded
    from ceasefire.publishing.coding_on_spark import code_on_spark

    source = str(folder / "documents.parquet")
    rows = [{"id": f"d{at}", "text": text} for at, text in enumerate(texts(documents))]
    parquet.write_table(pa.Table.from_pylist(rows), source)
    for _ in coded([source], options=Options(copies=False), progress=lambda stage, name: None):
        break  # the model is loaded
    alone, _ = timed(lambda: list(write_coded(coded([source], options=Options(copies=False)), folder / "here")))
    there, _ = timed(lambda: code_on_spark([source], folder / "there", master))
    same = parquet.read_table(folder / "here").to_pylist() == parquet.read_table(folder / "there").to_pylist()
    rates = f"one process {documents / alone:.0f} a second, Spark {documents / there:.0f}"
    print(f"{documents} documents: {rates}, session included; rows {'the same' if same else 'DIFFERENT'}")


def main() -> None:
    """Counts and codes, and prints a line on each."""
    ask = argparse.ArgumentParser(description="A Spark cluster beside this process.")
    ask.add_argument("--incidents", type=int, default=10_000_000, help="how many (default: 10000000)")
    ask.add_argument("--documents", type=int, default=2000, help="how many (default: 2000)")
    options, master = ask.parse_args(), os.environ["CEASEFIRE_TEST_SPARK"]
    with tempfile.TemporaryDirectory() as folder:
        if options.incidents:
            counting(master, Path(folder), options.incidents)
        if options.documents:
            coding(master, Path(folder), options.documents)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
