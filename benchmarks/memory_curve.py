"""How much memory `ceasefire code` takes while it reads many documents: a table, and a figure for the docs.

`python -m benchmarks.memory_curve [--documents N] [--svg FILE]` writes N short documents of our own words into a
temporary folder, a thousand a file, each with a name that no other has; runs the command over it; and notes, each
time that another twentieth of the answers has come, what the parent and its workers hold (resident set, from
/proc, so on Linux alone).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import ONE_IN, plain_pool, talks_pool

A_FILE = 1000
SAMPLES = 20
WIDTH, HEIGHT, LEFT, BOTTOM = 640, 240, 60, 30

Sample = tuple[int, int, int]


def texts(documents: int) -> Iterator[str]:
    """Three sentences each, one document in ten about negotiations; two words of each occur nowhere else."""
    for at in range(documents):
        pool = plain_pool() if at % ONE_IN else talks_pool()
        lead = ". ".join(pool[at % len(pool)].split(". ")[:2]).rstrip(".")
        yield f"{lead}.\n\nThe {_name(at)} bridge was shut, said {_name(at + documents)} Lind."


def _name(number: int) -> str:
    """A word for a number: every letter pair a digit."""
    word = ""
    while number or not word:
        number, digit = divmod(number, 20)
        word += "bcdfghjklmnpqrstvwxz"[digit] + "aeiou"[digit % 5]
    return word.capitalize()


def write(folder: Path, documents: int) -> None:
    """The documents as JSON lines, a thousand a file."""
    rows = (json.dumps({"id": f"d{at}", "text": text}) for at, text in enumerate(texts(documents)))
    for first in range(0, documents, A_FILE):
        some = [next(rows) for _ in range(min(A_FILE, documents - first))]
        (folder / f"{first:09}.jsonl").write_text("\n".join(some) + "\n", encoding="utf-8")


def measured(folder: Path, documents: int, jobs: int) -> Iterator[Sample]:
    """(documents answered, MB of the parent, MB of all workers), in the order of time."""
    command = [sys.executable, "-m", "ceasefire", "code", "--quiet", "--jobs", str(jobs), str(folder)]
    ran = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert ran.stdout is not None
    for done, _ in enumerate(ran.stdout, start=1):
        if done % max(1, documents // SAMPLES) == 0 and done < documents:  # at the end the workers go
            yield done, resident(ran.pid), sum(map(resident, children(ran.pid)))
    if ran.wait() != 0:
        sys.exit(f"`ceasefire code` ended with status {ran.returncode}")


def resident(process: int) -> int:
    """The megabytes that a process holds."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20


def children(process: int) -> list[int]:
    """The processes that a process has started."""
    return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def figure(samples: list[Sample]) -> str:
    """The two curves as an SVG, from zero."""
    most_documents, most = samples[-1][0], max(max(parent, workers) for _, parent, workers in samples) * 1.1
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12"'
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" {size}>']
    lines.append(f"<title>Memory over {most_documents} documents</title>")
    for part in range(5):
        y = _y(most * part / 4, most)
        lines.append(f'<path d="M{LEFT} {y}H{WIDTH - 10}" stroke="#ddd"/>')
        lines.append(f'<text x="{LEFT - 6}" y="{y + 4}" text-anchor="end">{most * part / 4:.0f} MB</text>')
    for name, column, colour in (("parent", 1, "#1b6ca8"), ("workers together", 2, "#b5541c")):
        points = " ".join(f"{_x(one[0], most_documents)},{_y(one[column], most)}" for one in samples)
        lines.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        at = _y(samples[-1][column], most) - 8
        lines.append(f'<text x="{WIDTH - 12}" y="{at}" text-anchor="end" fill="{colour}">{name}</text>')
    lines.append(f'<text x="{WIDTH - 10}" y="{HEIGHT - 8}" text-anchor="end">{most_documents} documents</text>')
    return "\n".join([*lines, "</svg>\n"])


def _x(documents: int, most: int) -> float:
    return round(LEFT + (WIDTH - LEFT - 10) * documents / most, 1)


def _y(megabytes: float, most: float) -> float:
    return round(HEIGHT - BOTTOM - (HEIGHT - BOTTOM - 10) * megabytes / most, 1)


def main() -> None:
    """Prints the table and, where asked, writes the figure."""
    ask = argparse.ArgumentParser(description="Memory while many documents are coded.")
    ask.add_argument("--documents", type=int, default=100_000, help="how many documents (default: 100000)")
    ask.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many processes (default: one a core)")
    ask.add_argument("--svg", type=Path, help="write the curve here")
    options = ask.parse_args()
    with tempfile.TemporaryDirectory() as name:
        write(Path(name), options.documents)
        began, samples = time.perf_counter(), []
        print("| documents | parent, MB | workers together, MB |\n|---:|---:|---:|")
        for sample in measured(Path(name), options.documents, options.jobs):
            samples.append(sample)
            print("| {} | {} | {} |".format(*sample), flush=True)
    print(f"\n{options.jobs} processes, {time.perf_counter() - began:.0f} seconds.")
    if options.svg:
        options.svg.write_text(figure(samples), encoding="utf-8")


if __name__ == "__main__":
    main()
