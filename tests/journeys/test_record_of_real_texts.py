"""A case put on record from real texts in English and Russian: what is said of it, and the way out and back in."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
DATE_OF_THE_SEED = "2025-03-19"


@pytest.mark.shared
def test_a_case_of_real_texts_lasts(tmp_path: Path, shared: Path, run: Run) -> None:
    """One test, for the texts are read once."""

    def asked(*words: str) -> Any:
        result = run(*words, "--format", "json")
        assert result.exit_code == 0, result.stderr
        return json.loads(result.stdout)

    case = str(tmp_path / "pause")
    assert run("init", case, "--title", "The limited pause").exit_code == 0
    seed = tmp_path / "seed.txt"
    dated = f"---\ndate: {DATE_OF_THE_SEED}\n---\n"
    seed.write_text(dated + (shared / "data/seed/limited-pause.txt").read_text(encoding="utf-8"), encoding="utf-8")
    sources = [str(one) for one in sorted((shared / "data/texts").glob("*.txt"))] + [str(seed)]
    read = asked("read", case, *sources)
    assert read["added"]["new"] == len(sources)
    assert asked("read", case, *sources)["entries"] == read["entries"]

    calls = [one for one in asked("events", case)["events"] if (one["kind"], one["when"]) == ("call", "2025-03-18")]
    [call] = [one for one in calls if set(one["accounts"]) == {"Russia", "United States"}]
    [compared] = asked("compare", case, "--event", call["id"])["comparisons"]
    assert (compared["first"]["party"], compared["second"]["party"]) == ("Russia", "United States")
    assert {verdict for verdict, count in compared["counts"].items() if count} >= {"different", "only first"}

    [reach] = asked("changes", case, "--since", "2025-03-12", "--until", DATE_OF_THE_SEED)["reach"]
    assert (reach["direction"], reach["wide"], reach["narrow"]) == (
        "away", "ceasefire-30-days", "energy-infrastructure-halt-30-days",
    )  # fmt: skip
    assert {one["party"] for one in reach["against"]} == {"Russia"}

    out, again = str(tmp_path / "out"), str(tmp_path / "again")
    assert run("export", case, "--to", out, "--quiet").exit_code == 0
    assert run("init", again, "--title", "The limited pause").exit_code == 0
    assert asked("import", again, out)["end"] == asked("verify", case)["end"] == asked("verify", again)["end"]
    assert asked("positions", again) == asked("positions", case)
