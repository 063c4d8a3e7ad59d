"""The same documents give the same output, to the byte, whatever order Python's sets come in."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from benchmarks.corpus import corpus
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


@pytest.fixture(scope="module")
def many(tmp_path_factory) -> Path:
    """More documents than one process codes by itself."""
    path = tmp_path_factory.mktemp("many") / "many.jsonl"
    lines = [json.dumps({"id": f"d{at}", "text": text}) for at, text in enumerate(corpus(140, "mixed"))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.mark.slow
def test_one_process_and_two_print_the_same(many):
    one, two = (run(1, "code", "--quiet", "--jobs", jobs, str(many)) for jobs in ("1", "2"))
    assert one == two
    assert [json.loads(line)["id"] for line in one.splitlines()] == [f"d{at}" for at in range(140)]


@pytest.mark.slow
def test_ctrl_c_ends_all_processes_without_a_word(many):
    command = [str(Path(sys.executable).with_name("ceasefire")), "code", "--quiet", "--jobs", "2", *[str(many)] * 40]
    ran = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    assert ran.stdout.readline()
    os.killpg(ran.pid, signal.SIGINT)
    _, said = ran.communicate(timeout=60)
    assert (ran.returncode, said) == (130, b"")
    for _ in range(100):  # the helper of multiprocessing goes a moment after them
        if not alive(ran.pid):
            return
        time.sleep(0.1)
    pytest.fail("a process is left")


def alive(group: int) -> bool:
    """A process of the group is still there."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
