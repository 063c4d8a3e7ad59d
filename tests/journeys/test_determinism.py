"""The same documents give the same output, to the byte, whatever order Python's sets come in."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.contracts.tree import ROOT

CASES = ("examples/energy-pause", "examples/river-ceasefire")


def run(seed: int, *words: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    command = [str(Path(sys.executable).with_name("ceasefire")), *words]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
    return ran.stdout


def hashes(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def briefs(tmp_path_factory) -> list[tuple[bytes, dict[str, str]]]:
    """The demo's brief, printed and written, under two hash seeds."""
    out = []
    for seed in (1, 2):
        folder = tmp_path_factory.mktemp("brief") / "out"
        printed = run(seed, "brief", *CASES, "--out", str(folder)).replace(str(folder).encode(), b"OUT")
        out.append((printed, hashes(folder)))
    return out


def test_two_runs_print_the_same_brief(briefs):
    assert briefs[0][0] == briefs[1][0]


def test_two_runs_write_the_same_files(briefs):
    assert briefs[0][1] == briefs[1][1]


def test_the_demo_writes_html_markdown_json_and_pdf(briefs):
    assert {Path(name).suffix for name in briefs[0][1]} >= {".html", ".md", ".json", ".pdf"}


@pytest.mark.parametrize("command", ["code", "positions", "blockers"])
def test_two_runs_give_the_same_json(command):
    first, second = (run(seed, command, CASES[1], "--format", "json") for seed in (3, 4))
    assert first == second
    assert first.strip()
