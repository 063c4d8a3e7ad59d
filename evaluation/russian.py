"""The Russian gold: ids, offsets and labels here, the texts in SHARED; put together for the gate.

`gold/russian.jsonl` holds for each text its file name, date, part ("develop": the coder was mended with it, or
"set-aside": scored and looked at once) and statements by the codebook, each with the span of its quote.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parent / "gold" / "russian.jsonl"
PARTS = ("develop", "set-aside")


def rows(shared: Path, part: str, gold: Path = GOLD) -> list[dict[str, Any]]:
    """The gold rows of one part with their texts, titles and addresses, as the coder is asked and scored."""
    found = []
    for line in gold.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        if row["part"] == part:
            found.append(_whole(row, shared / "data" / "texts" / row["id"]))
    return found


def write(shared: Path, part: str, folder: Path) -> Path:
    """A gold file of one part, whole, in a folder that will not be kept."""
    path = folder / f"russian-{part}.gold.jsonl"
    lines = (json.dumps(row, ensure_ascii=False) for row in rows(shared, part))
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path


def there(shared: Path) -> bool:
    """Whether every text of the gold is there."""
    lines = GOLD.read_text(encoding="utf-8").splitlines()
    return all((shared / "data" / "texts" / json.loads(line)["id"]).is_file() for line in lines)


def _whole(row: dict[str, Any], path: Path) -> dict[str, Any]:
    head, _, text = path.read_text(encoding="utf-8").partition("\n---\n")
    header = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    statements = [{**one, "quote": text[one["start"] : one["end"]]} for one in row["statements"]]
    return {**row, "text": text, "title": header["TITLE"], "url": header["URL"], "statements": statements}
