"""The labelled headlines with what is read of them."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from ceasefire.monitoring.happening import Reader
from ceasefire.monitoring.report import Report
from evaluation.incidents.figures import Pair, labels, shares
from evaluation.incidents.headlines import Headline, files, rows
from evaluation.incidents.sample import AGAIN, PARTS

FLOORED = "attack on energy infrastructure"


def headlines(shared: Path) -> Mapping[str, Headline]:
    """The labelled headlines by id.

    Raises SystemExit when a label's row is not there or holds another headline.
    """
    asked = {label["id"] for label in labels()}
    found = {one.id: one for one in rows(shared) if one.id in asked}
    if missing := sorted(asked - set(found)):
        sys.exit(f"{len(missing)} labelled rows are not there or have another headline, the first is {missing[0]}")
    return found


def pairs(shared: Path, part: str, with_codes: bool = False) -> list[Pair]:
    """The labels of one part with what is read."""
    texts, reader = headlines(shared), Reader()
    chosen = [label for label in labels() if label["part"] == part]
    codes = {label["id"]: texts[label["id"]].codes if with_codes else {} for label in chosen}
    reports = (Report(i, "viina", texts[i].row, text=texts[i].text, codes=codes[i]) for i in codes)
    return [Pair(label, read) for label, read in zip(chosen, reader.all(reports), strict=True)]


def measured(shared: Path) -> dict[str, float]:
    """The figures that have floors, from the words alone; none where the incident data is absent."""
    found: dict[str, float] = {}
    for part in (*PARTS, AGAIN) if files(shared) else ():
        precision, recall = shares(pairs(shared, part), FLOORED)
        name = f"incidents_{part.replace('-', '_')}"
        found |= {f"{name}/energy_precision": precision.value, f"{name}/energy_recall": recall.value}
    return found
