"""Who may read a case and not write to it gets the same answers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.record.conftest import coded, document

from ceasefire.record.address import AGENDA, STANDING, address_of
from ceasefire.record.lasting import LastingRecord

AS_NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
"""Permissions do not bind root, who runs the question as somebody else."""

SOURCES = Path(__file__).parents[2] / "src"


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that everybody can reach, unlike those that pytest makes."""
    made = Path(tempfile.mkdtemp())
    made.chmod(0o755)
    (made / "case.yaml").write_text("title: Pause\n")
    record = LastingRecord(address_of(made), made, create=True)
    record.add(coded(document("a")))
    record.close()
    yield made
    made.chmod(0o755)
    shutil.rmtree(made)


def ask(folder: Path, *, writing: bool) -> tuple[str, str]:
    """The answer and the complaints; without `writing`, in the name of somebody who may write nothing there."""
    folder.chmod(0o755 if writing else 0o555)
    run = subprocess.run(
        [
            *(AS_NOBODY if not writing and os.geteuid() == 0 else ()),
            sys.executable,
            "-m",
            "ceasefire",
            "positions",
            str(folder),
            "--format",
            "json",
        ],
        env={"PYTHONPATH": str(SOURCES), "PYTHONDONTWRITEBYTECODE": "1", "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    folder.chmod(0o755)
    return run.stdout, run.stderr


@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which(AS_NOBODY[0]), reason="root can drop no privileges here")
@pytest.mark.parametrize("kept", [True, False])
def test_a_case_in_which_one_may_not_write_answers(folder: Path, kept: bool) -> None:
    expected = ask(folder, writing=True)
    assert '"positions": [' in expected[0]
    if not kept:
        for name in (STANDING, AGENDA):
            (folder / name).unlink()
    assert ask(folder, writing=False) == expected
    assert (folder / STANDING).exists() == kept
