"""How answers and additions slow as a case grows: seconds and memory for cases of several sizes.

`python -m benchmarks.record_scale [--statements N]... [--rounds N] [--record ADDRESS]` makes a case of each size
(`big_case.py`) in a temporary folder and puts it on record. Then it runs each command as a user would, start of the
process and loading included, and takes the fastest of several rounds; "reasoning" is the same question put to a record
that is in memory already. Adding is of 100 further documents that have been coded, each recorded and looked up among
all others for near-copies. ADDRESS is where records are kept, such as "postgresql://user@host/db?schema={case}"; a file
without it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from benchmarks.big_case import case, coded
from ceasefire.coding.statement import Coded
from ceasefire.reasoning.answers import blockers_answer, positions_answer
from ceasefire.reasoning.changes import changes
from ceasefire.record.address import address_of
from ceasefire.record.case import Case
from ceasefire.record.lasting import LastingRecord
from ceasefire.record.undisturbed import undisturbed

SIZES = (1_000, 10_000, 100_000)
ADDED = 100
SINCE = date(2030, 6, 1)
COMMANDS = {
    "positions": ("positions", "--format", "json"),
    "blockers of one": ("blockers", "--format", "json", "--provision", "ceasefire"),
    "blockers of all": ("blockers", "--format", "json"),
    "changes": ("changes", "--format", "json", "--since", SINCE.isoformat()),
}


@dataclass(frozen=True, slots=True)
class Run:
    """What one command took; `seconds` is None where there is no such command."""

    name: str
    seconds: float | None
    megabytes: float
    reasoning: float


def filled(folder: Path, statements: int, address: str) -> LastingRecord:
    """A record with a case of this size, but for its last documents, which are added by `added`."""
    given = case(folder)
    record = LastingRecord(address_of(folder, address), given.folder, create=True)
    for made in _all_but_the_last(coded(statements)):
        record.add(made)
    return record


def added(record: LastingRecord, statements: int) -> float:
    """The seconds that recording the last documents takes."""
    last = list(coded(statements))[-ADDED:]
    began = time.perf_counter()
    for made in last:
        record.add(made)
    return time.perf_counter() - began


def _all_but_the_last(documents: Iterator[Coded]) -> Iterator[Coded]:
    ahead = list(islice(documents, ADDED))
    for one in documents:
        yield ahead.pop(0)
        ahead.append(one)


def runs(record: LastingRecord, given: Case, rounds: int) -> Iterator[Run]:
    """Each command as a process of its own, and its reasoning alone."""
    record.statements()
    questions: dict[str, Callable[[], object]] = {
        "positions": lambda: positions_answer(record, case=given),
        "blockers of one": lambda: blockers_answer(record, "ceasefire", case=given),
        "blockers of all": lambda: blockers_answer(record, case=given),
        "changes": lambda: changes(record, SINCE, case=given),
    }
    for name, words in COMMANDS.items():
        took = [_command(given.folder, words) for _ in range(rounds)]
        seconds = [one for one, _ in took if one is not None]
        with undisturbed():
            reasoning = min(_timed(questions[name]) for _ in range(rounds))
        yield Run(name, min(seconds, default=None), max(peak for _, peak in took), reasoning)


def _timed(question: Callable[[], object]) -> float:
    began = time.perf_counter()
    question()
    return time.perf_counter() - began


ASK = """
import atexit, sys
from pathlib import Path
from ceasefire.cli import main
held = lambda: Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]
atexit.register(lambda: print("\\n" + held(), file=sys.stderr))
main()
"""
"""The command, and at its end the most kilobytes that it held (from /proc, so on Linux alone)."""


def _command(folder: Path, words: Sequence[str]) -> tuple[float | None, float]:
    """The seconds and megabytes of one command; no seconds when it is refused."""
    command, *options = words
    asked = [sys.executable, "-c", ASK, command, str(folder), *options]
    began = time.perf_counter()
    ran = subprocess.run(asked, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    seconds = time.perf_counter() - began
    return (seconds if ran.returncode == 0 else None), int(ran.stderr.split()[-1]) / 1024


def main() -> None:
    """Prints a Markdown table for each size."""
    ask = argparse.ArgumentParser(description="How answers and additions slow as a case grows.")
    ask.add_argument("--statements", type=int, action="append", help="a size (default: 1000, 10000 and 100000)")
    ask.add_argument("--rounds", type=int, default=3, help="how often; the fastest counts (default: 3)")
    ask.add_argument("--record", default="", help="the address of a database (default: a file)")
    options = ask.parse_args()
    print("| statements | question | command, s | of it reasoning, s | peak memory, MB |\n|---:|---|---:|---:|---:|")
    additions = []
    for statements in options.statements or SIZES:
        with tempfile.TemporaryDirectory(prefix="big-case-") as name:
            record = filled(Path(name), statements, options.record)
            additions.append((statements, added(record, statements)))
            for one in runs(record, case(Path(name)), options.rounds):
                seconds = "no such command" if one.seconds is None else f"{one.seconds:.2f}"
                print(
                    f"| {statements} | {one.name} | {seconds} | {one.reasoning:.2f} | {one.megabytes:.0f} |", flush=True
                )
            record.close()
    print(f"\n| statements on record | recording {ADDED} documents, s |\n|---:|---:|")
    for statements, took in additions:
        print(f"| {statements} | {took:.2f} |")
    print(f"\n{os.cpu_count()} cores, Python {sys.version.split()[0]}.")


if __name__ == "__main__":
    main()
