"""What a Spark cluster codes is what one process codes, also when a worker dies half way."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
import pytest
from benchmarks.memory_curve import texts
from pyarrow import parquet
from tests.conftest import run_now

from ceasefire.publishing.coding_on_spark import code_on_spark

pytestmark = pytest.mark.spark

DOCUMENTS = 400
BAD = (
    "no JSON at all",
    '{"id": "n", "text": 7}',
    '{"id": "e", "text": " "}',
    '{"id": "z", "text": "Привіт, як справи у вас?"}',
)


def rows(documents: int = DOCUMENTS) -> list[dict[str, str]]:
    given = enumerate(texts(documents))
    return [{"id": f"d{at}", "date": f"2031-0{at % 9 + 1}-11", "text": text} for at, text in given]


def here(source: Path, out: Path) -> pa.Table:
    """What one process makes of it."""
    run_now("code", str(source), "--out", str(out), "--quiet", "--jobs", "1")
    return parquet.read_table(out)


def same(one: pa.Table, other: pa.Table) -> bool:
    assert one.column_names == other.column_names
    return bool(one.to_pylist() == other.to_pylist())


def test_rows_of_json_that_cannot_be_read_are_told_and_the_others_coded_in_order(master: str, tmp_path: Path) -> None:
    lines = [json.dumps(one) for one in rows(120)]
    for at, line in enumerate(BAD):
        lines.insert(20 * at + 3, line)
    source = tmp_path / "given.jsonl"
    source.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    counts = code_on_spark([str(source)], tmp_path / "there", master, a_part=30)
    expected = here(source, tmp_path / "here")
    assert same(parquet.read_table(tmp_path / "there"), expected)
    assert counts[None] == 120
    assert sum(counts.values()) == 120 + len(BAD)
    assert any(expected["statements"].to_pylist())


def test_a_worker_that_is_killed_half_way_changes_nothing(master: str, tmp_path: Path) -> None:
    source = tmp_path / "given.parquet"
    parquet.write_table(pa.Table.from_pylist(rows()), source, row_group_size=50)
    expected = here(source, tmp_path / "here")
    killed: list[float] = []
    killer = threading.Thread(target=_kill_one, args=(killed,))
    killer.start()
    ran = run_now("code", str(source), "--engine", "spark", "--master", master, "--out", str(tmp_path / "there"))
    ended = time.monotonic()
    killer.join()
    assert ran.exit_code == 0, ran.stderr
    assert killed, "no executor was met at work"
    assert ended - killed[0] > 2, "the work was done before the worker died"
    assert same(parquet.read_table(tmp_path / "there"), expected)


def _kill_one(killed: list[float]) -> None:
    """Ends one worker and its executor, once some process of Python codes there."""
    until = time.monotonic() + 120
    while time.monotonic() < until and not killed:
        for executor in _executors():
            if _of(executor, "children"):
                time.sleep(2)
                worker = int(Path(f"/proc/{executor}/stat").read_text().rpartition(")")[2].split()[1])
                for one in (worker, executor):
                    os.kill(one, signal.SIGKILL)
                killed.append(time.monotonic())
                return
        time.sleep(0.2)


def _executors() -> list[int]:
    """The executors of the tests' own cluster: those that run in its folder."""
    home, found = os.environ["SPARK_WORKER_DIR"], []
    for one in Path("/proc").iterdir():
        with suppress(OSError):
            if one.name.isdecimal() and str((one / "cwd").readlink()).startswith(home):
                command = (one / "cmdline").read_bytes()
                found += [int(one.name)] if b"CoarseGrainedExecutorBackend" in command else []
    return sorted(found)


def _of(process: int, what: str) -> list[str]:
    """What the system says of all threads of a process."""
    with suppress(OSError):
        return [word for task in Path(f"/proc/{process}/task").iterdir() for word in (task / what).read_text().split()]
    return []
