"""Runs the coder once over all gold, prints how good it is, and fails under the floors.

1. `ceasefire code` reads every gold file as a user's file, in one command.
2. The scorers in SHARED/gold score all sets as they are; where they are absent, evaluation.score does
   for our own gold, and the shared sets are named as not there.
3. The figures are held against floors.json; a broken floor is named with its reason, and the exit status is 1.

`--write-floors` raises the floors to what was measured; it lowers one only with `--because "a sentence"`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation import floors, russian, score
from evaluation.incidents import reading as incidents

OWN = Path(__file__).parent / "gold"
SCORERS = {"statements": "score_statements.py", "attributions": "score_attributions.py"}
ROWS = {"statements": ("statement", "stance", "topic", "condition", "texts"), "attributions": ("linked",)}
SOME_UNREAD = 3
LINKED = "linked/src+cont/all"
ASKED = ("id", "date", "text", "title", "url")


@dataclass(frozen=True)
class GoldSet:
    """A gold file: its name in the floors, what it holds, and where it is."""

    name: str
    kind: str
    path: Path


def gold_sets(shared: Path) -> list[GoldSet]:
    """Every gold set that there could be, ours last."""
    return [
        GoldSet("statements_dev", "statements", shared / "gold" / "statements_dev.jsonl"),
        GoldSet("attributions_dev", "attributions", shared / "gold" / "attributions_dev.jsonl"),
        GoldSet("own_statements", "statements", OWN / "statements.jsonl"),
        GoldSet("own_attributions", "attributions", OWN / "attributions.jsonl"),
    ]


def russian_sets(shared: Path, folder: Path) -> list[GoldSet]:
    """The Russian gold put together with its texts in a folder that is not kept; none where the texts are absent."""
    if not russian.there(shared):
        print(f"russian: not measured, its texts are not in {shared / 'data' / 'texts'}")
        return []
    names = ((part, f"russian_{part.replace('-', '_')}") for part in russian.PARTS)
    return [GoldSet(name, "statements", russian.write(shared, part, folder)) for part, name in names]


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def coded(sets: list[GoldSet], folder: Path) -> dict[str, dict[str, Any]]:
    """What the coder makes of every gold text, by id: one command over texts without their gold."""
    questions = []
    for gold in sets:
        questions.append(folder / f"{gold.name}.jsonl")
        rows = ({key: row[key] for key in ASKED if key in row} for row in rows_of(gold.path))
        questions[-1].write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    command = [str(Path(sys.executable).with_name("ceasefire")), "code", "--quiet", *map(str, questions)]
    ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if ran.returncode not in (0, SOME_UNREAD):
        sys.exit(f"the gate cannot score: `ceasefire code` ended with status {ran.returncode}")
    return {row["id"]: row for row in map(json.loads, ran.stdout.splitlines())}


def answers_for(gold: GoldSet, answers: Mapping[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """The coder's lines for one set; a text that it left out counts as coded with nothing."""
    empty: dict[str, list[Any]] = {"statements": [], "attributions": []}
    return [{**empty, **answers.get(row["id"], {}), "id": row["id"]} for row in rows_of(gold.path)]


def figures(gold: GoldSet, answers: Mapping[str, dict[str, Any]], shared: Path, folder: Path) -> dict[str, Any]:
    """The figures of one set, from the shared scorer where it is, else from ours."""
    scorer = shared / "gold" / SCORERS[gold.kind]
    if not scorer.exists():
        ours = score.statements if gold.kind == "statements" else score.attributions
        return ours(rows_of(gold.path), answers_for(gold, answers))
    predicted = folder / f"{gold.name}.predicted.jsonl"
    predicted.write_text("".join(json.dumps(row) + "\n" for row in answers_for(gold, answers)), encoding="utf-8")
    command = [sys.executable, str(scorer), str(gold.path), str(predicted), "--json"]
    found: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return found if gold.kind == "statements" else {"linked": found.get(LINKED, score.Count().figures)}


def table(gold: GoldSet, found: Mapping[str, Any]) -> str:
    """The figures of one set as lines to print."""
    lines = [f"{gold.name:20}{'P':>7}{'R':>7}{'F1':>7}"]
    for row in ROWS[gold.kind]:
        if row in found:
            v = found[row]
            lines.append(f"  {row:18}{v['precision']:7.1f}{v['recall']:7.1f}{v['f1']:7.1f}   of {v['gold']}")
    if "verbatim" in found:
        lines.append(f"  {'verbatim':18}{'':14}{found['verbatim']:7.1f}")
    return "\n".join(lines)


def measure(shared: Path) -> dict[str, float]:
    """Every figure by its name in the floors, printed on the way."""
    there = [gold for gold in gold_sets(shared) if gold.path.exists()]
    for gold in gold_sets(shared):
        if gold not in there:
            print(f"{gold.name}: not measured, {gold.path} is not there")
    measured: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        there += russian_sets(shared, Path(name))
        answers = coded(there, Path(name))
        for gold in there:
            found = figures(gold, answers, shared, Path(name))
            print(table(gold, found), end="\n\n")
            for row, value in found.items():
                measured[f"{gold.name}/{row}"] = value["f1"] if isinstance(value, dict) else value
    return measured | incidents.measured(shared)


def main(words: list[str] | None = None) -> int:
    """The gate: 0 when every floor holds, 1 when one is broken or may not be lowered."""
    ask = argparse.ArgumentParser(description="How good the coding is, held against its floors.")
    ask.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with gold/ (default: ../shared)")
    ask.add_argument("--write-floors", action="store_true", help="set the floors to what is measured")
    ask.add_argument("--because", default="", metavar="SENTENCE", help="why a floor may be lowered")
    options = ask.parse_args(words)
    measured = measure(options.shared)
    if options.write_floors:
        return floors.write(measured, options.because)
    return floors.hold(measured)


if __name__ == "__main__":
    sys.exit(main())
