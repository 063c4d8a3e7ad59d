"""The gold bullets that measures of the statements run over: the shared halves where they are, and our own."""

from __future__ import annotations

from pathlib import Path

from evaluation.gate import OWN


def bullet_sets(shared: Path) -> dict[str, Path]:
    """Each set that is there, by name; says which is not."""
    places = {
        "train": shared / "gold" / "statements_train.jsonl",
        "dev": shared / "gold" / "statements_dev.jsonl",
        "own": OWN / "statements.jsonl",
    }
    for name, path in places.items():
        if not path.is_file():
            print(f"not there, and left out: {path} ({name})")
    return {name: path for name, path in places.items() if path.is_file()}
