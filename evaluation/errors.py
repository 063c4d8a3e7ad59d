"""Which kinds of error remain: misses and false alarms by act and by provision, as a Markdown table.

    python -m evaluation.errors --shared ../shared

Reads the shared gold bullets (training and development half) and our own; says so where one is not there.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from pathlib import Path

from evaluation.gate import OWN, GoldSet, answers_for, coded, rows_of
from evaluation.score import keys

FIELDS = ("actor", "act", "provision")


def counted(gold: GoldSet, field: int) -> tuple[Counter[str], Counter[str]]:
    """Misses and false alarms of one set, by the value of a field of the statement."""
    missed: Counter[str] = Counter()
    false: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        answers = answers_for(gold, coded([gold], Path(folder)))
    for row, answer in zip(rows_of(gold.path), answers, strict=True):
        true, said = keys(row["statements"], FIELDS), keys(answer["statements"], FIELDS)
        missed.update(one[field] for one in true - said)
        false.update(one[field] for one in said - true)
    return missed, false


def table(sets: list[GoldSet], field: int) -> str:
    """One line a value, most errors first: misses / false alarms in each set."""
    found = [counted(gold, field) for gold in sets]
    total = Counter[str]()
    for missed, false in found:
        total += missed + false
    lines = [f"| {FIELDS[field]} | " + " | ".join(gold.name for gold in sets) + " |", "|---" * (len(sets) + 1) + "|"]
    for value in sorted(total, key=lambda value: (-total[value], value)):
        lines.append(
            f"| {value} | " + " | ".join(f"{missed[value]} / {false[value]}" for missed, false in found) + " |"
        )
    return "\n".join(lines)


def main() -> None:
    """Prints the two tables for every set that is there."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    ask.add_argument("--shared", type=Path, default=Path("../shared"))
    shared: Path = ask.parse_args().shared
    places = {
        "train": shared / "gold" / "statements_train.jsonl",
        "dev": shared / "gold" / "statements_dev.jsonl",
        "own": OWN / "statements.jsonl",
    }
    for name in [name for name, path in places.items() if not path.is_file()]:
        print(f"not counted, because it is not there: {places.pop(name)} ({name})")
    sets = [GoldSet(name, "statements", path) for name, path in places.items()]
    print(table(sets, FIELDS.index("act")), table(sets, FIELDS.index("provision")), sep="\n\n")


if __name__ == "__main__":
    main()
