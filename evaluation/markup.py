"""Attributions marked up by hand → texts with offsets.

`python -m evaluation.markup` writes gold/attributions.jsonl from gold/attributions.txt. Tags are
<s1>source</s1>, <c1>cue</c1>, <t1>content</t1>; the number joins the parts of one attribution.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parent / "gold"
TAG = re.compile(r"<(/?)([sct])(\d+)>")
ROLE = {"s": "source", "c": "cue", "t": "content"}


def unmark(marked: str) -> tuple[str, list[dict[str, list[list[int]]]]]:
    """The plain text, and one attribution a number with the spans of its parts in that text."""
    plain: list[str] = []
    length = done = 0
    opened: dict[str, int] = {}
    found: dict[int, dict[str, list[list[int]]]] = {}
    for tag in TAG.finditer(marked):
        plain.append(marked[done : tag.start()])
        length += tag.start() - done
        done = tag.end()
        closing, kind, number = tag.groups()
        if not closing:
            opened[kind + number] = length
            continue
        parts = found.setdefault(int(number), {role: [] for role in ROLE.values()})
        parts[ROLE[kind]].append([opened.pop(kind + number), length])
    if opened:
        raise ValueError(f"tags that are never closed: {', '.join(sorted(opened))}")
    return "".join(plain) + marked[done:], [found[number] for number in sorted(found)]


def build(path: Path = GOLD / "attributions.txt") -> list[dict[str, Any]]:
    """Every text of the marked-up file as {"id", "text", "attributions"}."""
    rows = []
    for block in re.split(r"^== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, marked = block.split("\n", 1)
        text, attributions = unmark(marked.strip())
        rows.append({"id": f"own-{name.strip()}", "text": text, "attributions": attributions})
    return rows


def as_lines(rows: list[dict[str, Any]]) -> str:
    """JSON lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


if __name__ == "__main__":
    (GOLD / "attributions.jsonl").write_text(as_lines(build()), encoding="utf-8")
