"""The command answers at once: what is heavy is imported where it is used."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = ("numpy", "spacy", "trafilatura", "pysat", "typst", "datasketch", "pypdfium2", "httpx", "lxml", "feedparser")
NUMBERS = ("pandas", "scipy", "statsmodels")
RUSSIAN = ("natasha", "navec", "pymorphy3", "razdel", "slovnet")
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
    assert not loaded & {*HEAVY, *NUMBERS, *RUSSIAN}


def test_coding_english_loads_nothing_that_russian_needs(tmp_path):
    text = tmp_path / "a.txt"
    text.write_text("Peru proposed a ceasefire to Chile, and Chile rejected the proposal on Monday.", encoding="utf-8")
    ran = subprocess.run([sys.executable, "-c", ASK, "code", str(text)], capture_output=True, text=True, check=True)
    assert not set(json.loads(ran.stdout.splitlines()[-1])) & set(RUSSIAN)
