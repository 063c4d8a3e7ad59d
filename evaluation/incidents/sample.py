"""Draws the headlines that were labelled: `python -m evaluation.incidents.sample --shared ../shared`.

Distinct headlines are put into strata by broad words (strata.yaml); from each as many are drawn as it says, in the
order of a hash that is seeded. Prints one JSON object a line: id, stratum, how many headlines each drawn one
stands for, part, and the headline, which is for the labeller's eyes and is not kept.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from evaluation.incidents.headlines import Headline, digest, distinct

STRATA = Path(__file__).parent / "strata.yaml"
PARTS = ("develop", "set-aside")


def part(text: str) -> str:
    """Half of the headlines are set aside, by the parity of their hash."""
    return PARTS[int(digest(text), 16) % 2]


def drawn(headlines: list[Headline]) -> Iterator[dict[str, Any]]:
    """What is drawn of these headlines, stratum by stratum."""
    asked = yaml.safe_load(STRATA.read_text(encoding="utf-8"))
    left = headlines
    for stratum in asked["strata"]:
        holds = re.compile("|".join(rf"\b{word}" for word in stratum["words"]), re.IGNORECASE).search
        inside = [one for one in left if holds(one.text)]
        left = [one for one in left if not holds(one.text)]
        inside.sort(key=lambda one: hashlib.sha256((asked["seed"] + one.text).encode()).digest())
        chosen = inside[: stratum["draw"]]
        for one in chosen:
            weight = round(len(inside) / len(chosen), 3)
            yield {
                "id": one.id,
                "stratum": stratum["name"],
                "weight": weight,
                "part": part(one.text),
                "headline": one.text,
            }


def main() -> None:
    """Prints what is drawn."""
    ask = argparse.ArgumentParser(description="Draw the headlines to be labelled.")
    ask.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with data/ (default: ../shared)")
    for row in drawn(distinct(ask.parse_args().shared)):
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
