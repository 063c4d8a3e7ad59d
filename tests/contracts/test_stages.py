"""One package a stage, and a stage imports only stages before it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from tests.contracts.tree import PACKAGE, imported, modules, name, parsed

COMMON = ("errors", "when", "settings", "spark")
STAGES = ("vocabulary", "reading", "coding", "record", "reasoning", "monitoring", "pipeline", "publishing", "cli")


def rank(part: str) -> int:
    """The place of a stage in the way of the data; what all share comes first."""
    return -1 if part in COMMON or part == "__init__" else STAGES.index(part)


def stage(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def test_every_part_of_the_package_has_its_place_in_the_way_of_the_data():
    parts = {stage(path) for path in modules()} - {"__init__", "__main__"}
    assert parts <= {*COMMON, *STAGES}


@pytest.mark.parametrize("path", modules(), ids=name)
def test_a_stage_imports_only_stages_before_it(path):
    own = stage(path)
    if own == "__main__":
        pytest.skip("the door to the command line stands outside the stages")
    ours = {dotted.split(".")[1] for dotted in imported(path) if dotted.startswith("ceasefire.")}
    later = sorted(part for part in ours if (part in COMMON or part in STAGES) and rank(part) > rank(own))
    assert not later, f"{own} must not know {', '.join(later)}"


@pytest.mark.parametrize("path", modules(), ids=name)
def test_the_package_is_imported_by_its_full_name(path):
    relative = [n.lineno for n in ast.walk(parsed(path)) if isinstance(n, ast.ImportFrom) and n.level]
    assert not relative, f"relative imports in lines {relative}"
