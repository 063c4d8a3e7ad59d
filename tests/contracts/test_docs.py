"""The docs name every command, and every page that they point to is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.contracts.tree import ROOT, name

LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)(?:#[^)]*)?\)")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "evaluation").rglob("*.md"))]


def commands() -> list[str]:
    from ceasefire.cli import cli

    return sorted(cli.commands)


def test_there_are_commands():
    assert {"brief", "code", "positions", "blockers"} <= set(commands())


def test_the_readme_names_every_command():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [command for command in commands() if f"ceasefire {command}" not in readme] == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_page_points_only_to_what_is_there(page: Path):
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


JOURNEY = ROOT / "docs" / "one-sentence-journey.md"
NAMED = re.compile(r"`((?:src|examples|tests)/[\w./-]+|vocabulary/[\w./]+)`")


def test_the_journey_names_only_files_that_exist():
    named = NAMED.findall(JOURNEY.read_text(encoding="utf-8"))
    assert len(named) > 15
    missing = [path for path in named if not any((base / path).exists() for base in (ROOT, ROOT / "src" / "ceasefire"))]
    assert missing == []


def test_the_quote_of_the_journey_stands_where_the_page_says(answer):
    quote = "Putin rejected the full ceasefire"
    [coded] = answer("code", str(ROOT / "examples/energy-pause/dispatches/2025-03-18-call.txt"))
    [statement] = [s for s in coded["statements"] if s["quote"] == quote]
    assert (statement["actor"], statement["act"], statement["provision"]) == ("Russia", "reject", "ceasefire")
    page = JOURNEY.read_text(encoding="utf-8")
    assert f"text[{statement['start']}:{statement['end']}]" in page
    assert f"start {statement['start']} · end {statement['end']}" in page
