"""Whenever the process is killed while it reads, the record is sound, and reading again completes it.

Fifty times on each database, at random moments: each time 500 documents are read by `ceasefire read` in a process
of its own, which is killed; what is on record is verified; it is read again; and the record then holds what one
that was never disturbed holds, nothing lost and nothing doubled.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.record.conftest import POSTGRESQL, SERVER

from ceasefire.record.address import address_of
from ceasefire.record.lasting import LastingRecord
from ceasefire.record.verify import Checked, verify

DOCUMENTS = 500
ROUNDS, KILLS_A_ROUND = 10, 5
NEWS = ("accepts the ceasefire", "opened a bakery", "has had rain", "mended a bridge", "sold a tram")


def rows() -> Iterator[str]:
    """Short reports on invented places, each unlike the others."""
    for number in range(DOCUMENTS):
        what = NEWS[number // 3 % len(NEWS)]
        words = " ".join(f"w{number}x{part}" for part in range(20))
        text = f"Maru {what}, the council of district {number} said on Monday. {words}."
        yield json.dumps({"id": f"row-{number}", "date": "2031-05-01", "text": text}) + "\n"


def command(case: Path) -> list[str]:
    return [sys.executable, "-m", "ceasefire", "read", str(case), str(case / "rows.jsonl"), "--quiet", "--jobs", "1"]


def environment(place: str, name: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key != "CEASEFIRE_RECORD"}
    return {**kept, "CEASEFIRE_RECORD": f"{POSTGRESQL}&schema={name}"} if place == "postgresql" else kept


def new_case(folder: Path) -> Path:
    folder.mkdir()
    (folder / "case.yaml").write_text("title: Maru\nparties:\n  Maru: []\n", encoding="utf-8")
    (folder / "rows.jsonl").write_text("".join(rows()), encoding="utf-8")
    return folder


def read(case: Path, around: dict[str, str]) -> float:
    began = time.monotonic()
    subprocess.run(command(case), env=around, check=True, capture_output=True)
    return time.monotonic() - began


def killed(case: Path, around: dict[str, str], after: float) -> None:
    process = subprocess.Popen(command(case), env=around, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()


def opened(case: Path, around: dict[str, str]) -> LastingRecord:
    return LastingRecord(address_of(case, "", around), case, create=True)


def held(case: Path, around: dict[str, str]) -> tuple[int, Counter[tuple[str, str]]]:
    """How many entries there are, and each document and statement with how often it is there; all of it sound."""
    record = opened(case, around)
    try:
        assert list(verify(record.database, record.custody, Checked())) == []
        entries = record.end()[0]
        found = Counter((entry.kind, entry.subject) for entry in record.log())
        found.update(("statement", one.id) for one in record.statements())
        return entries, found
    finally:
        record.close()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[float, Counter[tuple[str, str]]]:
    """How long it takes and what it gives when nobody interferes."""
    case = new_case(tmp_path_factory.mktemp("whole") / "case")
    around = environment("sqlite", "")
    seconds = read(case, around)
    return seconds, held(case, around)[1]


@pytest.mark.slow
@pytest.mark.parametrize("number", range(ROUNDS))
@pytest.mark.parametrize("place", ["sqlite", pytest.param("postgresql", marks=SERVER)])
def test_killed_at_any_moment_nothing_is_lost_or_doubled(
    tmp_path: Path, undisturbed: tuple[float, Counter[tuple[str, str]]], place: str, number: int
) -> None:
    seconds, whole = undisturbed
    chance = random.Random(f"{place} {number}")
    broken_off = []
    for kill in range(KILLS_A_ROUND):
        case = new_case(tmp_path / f"case{kill}")
        around = environment(place, f"kill_{os.getpid()}_{number}_{kill}")
        killed(case, around, chance.uniform(0.3, 1.0) * seconds)
        broken_off.append(held(case, around)[0])
        read(case, around)
        assert held(case, around)[1] == whole
    print(f"{place}, round {number}: killed after {broken_off} of {2 * DOCUMENTS} entries")
