"""Every text in the project is our own: none shares a run of eight words with a third party's text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from tests.contracts.tree import ROOT, name

pytestmark = pytest.mark.shared
RUN = 8
WORD = re.compile(r"\w+")
TEXTS = {".py", ".md", ".txt", ".yaml", ".yml", ".json", ".jsonl", ".html", ".toml", ".typ", ".jinja", ".j2", ".sh"}
NOT_OURS = {".venv", ".git", "out", "dist", "build", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis"}


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of eight words, in lower case, punctuation apart."""
    words = [word.lower() for word in WORD.findall(text)]
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def third_party(shared: Path) -> Iterator[str]:
    """The texts beside the project that others wrote."""
    for path in sorted((shared / "data" / "texts").glob("*.txt")) + sorted((shared / "data" / "seed").glob("*.txt")):
        yield path.read_text(encoding="utf-8")
    for path in sorted((shared / "gold").glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)


@cache
def forbidden(shared: Path) -> frozenset[tuple[str, ...]]:
    return frozenset(run for text in third_party(shared) for run in runs(text))


def ours() -> list[Path]:
    """The project's own text files."""
    found = [p for p in ROOT.rglob("*") if p.suffix in TEXTS or p.name in ("Makefile", "run")]
    return sorted(p for p in found if p.is_file() and not NOT_OURS & set(p.relative_to(ROOT).parts))


def test_no_text_of_the_project_was_taken_from_a_third_party(shared):
    taken = {
        name(path): sorted(" ".join(run) for run in common)[:3]
        for path in ours()
        if (common := runs(path.read_text(encoding="utf-8", errors="replace")) & forbidden(shared))
    }
    assert not taken
