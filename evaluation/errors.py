"""Which kinds of error remain: misses and false alarms by act and by provision, as a Markdown table.

    python -m evaluation.errors --shared ../shared

Reads the shared gold bullets (training and development half) and our own; says so where one is not there.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from pathlib import Path

from evaluation.bullets import bullet_sets
from evaluation.gate import GoldSet, answers_for, coded, rows_of
from evaluation.score import keys

FIELDS = ("actor", "act", "provision")


Statements = list[tuple[str, ...]]


def errors(gold: GoldSet) -> tuple[Statements, Statements]:
    """The statements that were missed in one set, and those that were false alarms; the coder runs once."""
    missed: Statements = []
    false: Statements = []
    with tempfile.TemporaryDirectory() as folder:
        answers = answers_for(gold, coded([gold], Path(folder)))
    for row, answer in zip(rows_of(gold.path), answers, strict=True):
        true, said = keys(row["statements"], FIELDS), keys(answer["statements"], FIELDS)
        missed += true - said
        false += said - true
    return missed, false


def table(found: dict[str, tuple[Statements, Statements]], field: int) -> str:
    """One line a value of the field, most errors first: misses / false alarms in each set."""
    counts = [[Counter(one[field] for one in kind) for kind in kinds] for kinds in found.values()]
    total = sum((count for kinds in counts for count in kinds), Counter[str]())
    lines = [f"| {FIELDS[field]} | " + " | ".join(found) + " |", "|---" * (len(found) + 1) + "|"]
    for value in sorted(total, key=lambda value: (-total[value], value)):
        lines.append(
            f"| {value} | " + " | ".join(f"{missed[value]} / {false[value]}" for missed, false in counts) + " |"
        )
    return "\n".join(lines)


def main() -> None:
    """Prints the two tables for every set that is there."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    ask.add_argument("--shared", type=Path, default=Path("../shared"))
    sets = bullet_sets(ask.parse_args().shared)
    found = {name: errors(GoldSet(name, "statements", path)) for name, path in sets.items()}
    print(table(found, FIELDS.index("act")), table(found, FIELDS.index("provision")), sep="\n\n")


if __name__ == "__main__":
    main()
