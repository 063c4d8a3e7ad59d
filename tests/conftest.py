"""What every test shares: where the tree and the third-party texts are, and one command in one process.

spaCy's pipeline is loaded once a process, so commands run in this process unless the process itself is
what is tested.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from click.testing import CliRunner

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that read ../shared are skipped, saying so, where it is absent."""
    if SHARED.is_dir():
        return
    skip = pytest.mark.skip(reason=f"third-party text is not there: {SHARED}")
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(skip)


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of third-party texts, beside the project."""
    return SHARED


@dataclass(frozen=True)
class Result:
    """What a command printed, and the exit status that it ended with."""

    exit_code: int
    stdout: str
    stderr: str


@cache
def run_once(*words: str) -> Result:
    """`ceasefire WORDS…` in this process; the same words give the same answer, so they run once."""
    return run_now(*words)


def run_now(*words: str) -> Result:
    """`ceasefire WORDS…` in this process, for commands that change something."""
    from ceasefire.cli import main

    with CliRunner().isolation() as (out, err, _), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["ceasefire", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        sys.stdout.flush()
        sys.stderr.flush()
        code = ended.value.code
        return Result(code if isinstance(code, int) else int(code is not None), *map(decoded, (out, err)))


def decoded(stream: Any) -> str:
    """What was written to a stream, as text."""
    return str(stream.getvalue().decode("utf-8"))


@pytest.fixture(autouse=True)
def _records_are_kept_on_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """With CEASEFIRE_TEST_ON=postgresql each test keeps the records of its cases on the server, in its own schemas."""
    if os.environ.get("CEASEFIRE_TEST_ON") == "postgresql":
        server = os.environ["CEASEFIRE_TEST_POSTGRESQL"]
        monkeypatch.setenv("CEASEFIRE_RECORD", f"{server}&schema=s{uuid4().hex[:12]}_{{case}}")


@pytest.fixture(scope="session")
def run() -> Callable[..., Result]:
    """Runs `ceasefire WORDS…` in this process, each time anew."""
    return run_now


@pytest.fixture(scope="session")
def ceasefire() -> Callable[..., Result]:
    """Runs `ceasefire WORDS…` in this process and gives its result."""
    return run_once


@pytest.fixture(scope="session")
def answer() -> Callable[..., Any]:
    """Runs `ceasefire WORDS… --format json`, expects success, and gives the JSON."""

    def ask(*words: str) -> Any:
        result = run_once(*words, "--format", "json")
        assert result.exit_code == 0, result.stderr
        return json.loads(result.stdout)

    return ask
