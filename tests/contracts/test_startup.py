"""The command answers at once: what is heavy is imported where it is used."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = ("numpy", "spacy", "trafilatura", "pysat", "typst", "datasketch", "pypdfium2", "httpx", "lxml", "feedparser")
ASK = """
import json, sys
from ceasefire.cli import main
try:
    main()
except SystemExit:
    pass
print("\\n" + json.dumps(sorted(sys.modules)))
"""


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["brief", "--help"]], ids=" ".join)
def test_asking_for_help_loads_nothing_heavy(words):
    ran = subprocess.run([sys.executable, "-c", ASK, *words], capture_output=True, text=True, check=True)
    loaded = set(json.loads(ran.stdout.splitlines()[-1]))
    assert not loaded & set(HEAVY)
