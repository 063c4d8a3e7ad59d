"""Whenever the process is killed while it reads, the record is sound, and reading again completes it.

Fifty times on each database, at random moments: `ceasefire read` reads 500 documents in a process of its own, which is
killed; what is on record is verified; and it is read again, to be killed again. After five times the reader is left
alone, and the record then holds what one that was never disturbed holds, nothing lost and nothing doubled.
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
from ceasefire.record.custody import Custody
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


def read(case: Path, around: dict[str, str]) -> None:
    subprocess.run(command(case), env=around, check=True, capture_output=True)


def killed(case: Path, around: dict[str, str], entries: int, more: float) -> None:
    """Kills the reader once there are so many entries, and a moment later."""
    process = subprocess.Popen(command(case), env=around, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    custody = Custody(case / "kept")
    while process.poll() is None and (custody.noted_end() or (0, ""))[0] < entries:
        time.sleep(0.002)
    time.sleep(more)
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
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Counter[tuple[str, str]]:
    """What reading gives when nobody interferes."""
    case = new_case(tmp_path_factory.mktemp("whole") / "case")
    around = environment("sqlite", "")
    read(case, around)
    return held(case, around)[1]


@pytest.mark.slow
@pytest.mark.parametrize("number", range(ROUNDS))
@pytest.mark.parametrize("place", ["sqlite", pytest.param("postgresql", marks=SERVER)])
def test_killed_at_any_moment_nothing_is_lost_or_doubled(
    tmp_path: Path, undisturbed: Counter[tuple[str, str]], place: str, number: int
) -> None:
    chance = random.Random(f"{place} {number}")
    case = new_case(tmp_path / "case")
    around = environment(place, f"kill_{os.getpid()}_{number}")
    broken_off = []
    for entries in sorted(chance.sample(range(2 * DOCUMENTS - 20), KILLS_A_ROUND)):
        killed(case, around, entries, chance.uniform(0, 0.03))
        broken_off.append(held(case, around)[0])
    read(case, around)
    assert held(case, around)[1] == undisturbed
    assert broken_off[0] < 2 * DOCUMENTS
    print(f"{place}, round {number}: killed after {broken_off} of {2 * DOCUMENTS} entries")
