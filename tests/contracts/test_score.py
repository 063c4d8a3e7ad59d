"""Our scorer measures what the shared one does, and a floor is not lowered without a reason."""

from __future__ import annotations

import json
import random
import subprocess
import sys

import pytest
from evaluation import floors, score
from tests.contracts.tree import ROOT

GOLD = ROOT / "evaluation" / "gold"


def rows(name: str) -> list[dict]:
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


def worse(row: dict, kind: str, dice: random.Random) -> dict:
    """An answer that gets some of a text's gold wrong: parts dropped, doubled, changed or cut short."""
    said = [dict(found) for found in row[kind] if dice.random() < 0.8]
    for found in said:
        if kind == "statements":
            found["act"] = dice.choice([found["act"], found["act"], "reject"])
            found["provision"] = dice.choice([found["provision"], found["provision"], "talks"])
            found["quote"] = dice.choice([found["quote"], found["quote"].upper()])
            found["modality"] = dice.choice(["actual", "actual", "negated"])
        else:
            found["content"] = [
                [start, start + (end - start) // dice.choice([1, 1, 2, 3])] for start, end in found["content"]
            ]
            found["source"] = dice.choice([found["source"], found["source"], []])
    return {"id": row["id"], kind: said + said[: dice.choice([0, 1])]}


def by_the_shared_scorer(shared, name: str, gold: str, predicted: list[dict], folder) -> dict:
    (folder / "predicted.jsonl").write_text("".join(json.dumps(row) + "\n" for row in predicted), encoding="utf-8")
    command = [sys.executable, shared / "gold" / name, GOLD / gold, folder / "predicted.jsonl", "--json"]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


@pytest.mark.shared
@pytest.mark.parametrize("seed", [1, 2])
def test_both_scorers_agree_on_statements(shared, tmp_path, seed):
    gold = rows("statements.jsonl")
    predicted = [worse(row, "statements", random.Random(f"{seed} {row['id']}")) for row in gold]
    theirs = by_the_shared_scorer(shared, "score_statements.py", "statements.jsonl", predicted, tmp_path)
    ours = score.statements(gold, predicted)
    assert ours == {row: theirs[row] for row in ours}
    assert 0 < ours["statement"]["f1"] < 100


@pytest.mark.shared
@pytest.mark.parametrize("seed", [1, 2])
def test_both_scorers_agree_on_attributions(shared, tmp_path, seed):
    gold = rows("attributions.jsonl")
    predicted = [worse(row, "attributions", random.Random(f"{seed} {row['id']}")) for row in gold]
    theirs = by_the_shared_scorer(shared, "score_attributions.py", "attributions.jsonl", predicted, tmp_path)
    ours = score.attributions(gold, predicted)["linked"]
    compared = ("precision", "recall", "f1", "predicted", "gold")
    assert {row: ours[row] for row in compared} == {row: theirs["linked/src+cont/all"][row] for row in compared}
    assert 0 < ours["f1"] < 100


def test_the_gold_itself_scores_a_hundred():
    gold = rows("statements.jsonl")
    assert score.statements(gold, gold)["statement"]["f1"] == 100.0
    gold = rows("attributions.jsonl")
    assert score.attributions(gold, gold)["linked"]["f1"] == 100.0


FLOORS = {"bullets/statement": {"floor": 45.0, "because": "less is no use"}}


def test_a_figure_under_its_floor_is_named_with_the_reason_for_the_floor():
    [sentence] = floors.broken({"bullets/statement": 44.9}, FLOORS)
    assert "bullets/statement" in sentence
    assert "less is no use" in sentence
    assert floors.broken({"bullets/statement": 45.0}, FLOORS) == []


def test_a_broken_floor_fails_the_gate(tmp_path, capsys):
    path = tmp_path / "floors.json"
    path.write_text(json.dumps(FLOORS))
    assert floors.hold({"bullets/statement": 44.9}, path) == 1
    assert "BROKEN: bullets/statement" in capsys.readouterr().out
    assert floors.hold({"bullets/statement": 45.1}, path) == 0


def test_a_floor_is_not_lowered_without_a_sentence_why(tmp_path, capsys):
    path = tmp_path / "floors.json"
    path.write_text(json.dumps(FLOORS))
    assert floors.write({"bullets/statement": 40.0}, "", path) == 1
    assert floors.load(path) == FLOORS
    assert "--because" in capsys.readouterr().out
    assert floors.write({"bullets/statement": 40.0}, "the gold was corrected", path) == 0
    assert floors.load(path) == {"bullets/statement": {"floor": 40.0, "because": "the gold was corrected"}}


def test_a_floor_is_raised_freely_and_keeps_its_reason(tmp_path):
    path = tmp_path / "floors.json"
    path.write_text(json.dumps(FLOORS))
    assert floors.write({"bullets/statement": 51.5}, "", path) == 0
    assert floors.load(path) == {"bullets/statement": {"floor": 51.5, "because": "less is no use"}}


def test_every_floor_says_why_it_stands_where_it_does():
    for name, entry in floors.load().items():
        assert 0 < entry["floor"] <= 100, name
        assert len(entry["because"].split()) >= 4, name
