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
AGAIN = "after"


def part(text: str) -> str:
    """Half of the headlines are set aside, by the parity of their hash."""
    return PARTS[int(digest(text), 16) % 2]


def drawn(headlines: list[Headline]) -> Iterator[dict[str, Any]]:
    """What is drawn of these headlines, stratum by stratum."""
    asked = yaml.safe_load(STRATA.read_text(encoding="utf-8"))
    draw = {stratum["name"]: stratum["draw"] for stratum in asked["strata"]}
    for name, inside in strata(headlines, asked["strata"]):
        chosen = _first(inside, asked["seed"], draw[name])
        yield from (_row(one, name, len(inside) / len(chosen), part(one.text)) for one in chosen)


def drawn_again(headlines: list[Headline]) -> Iterator[dict[str, Any]]:
    """The second draw: none of the first, and only of the half that is set aside."""
    asked = yaml.safe_load(STRATA.read_text(encoding="utf-8"))
    before = {row["id"] for row in drawn(headlines)}
    for name, inside in strata(headlines, asked["strata"]):
        left = [one for one in inside if part(one.text) == PARTS[1] and one.id not in before]
        chosen = _first(left, asked["again"]["seed"], asked["again"]["draw"][name])
        yield from (_row(one, name, len(inside) / len(chosen), AGAIN) for one in chosen)


def strata(headlines: list[Headline], asked: list[dict[str, Any]]) -> Iterator[tuple[str, list[Headline]]]:
    """Each stratum's name with its headlines; a headline belongs to the first stratum that it fits."""
    left = headlines
    for stratum in asked:
        holds = re.compile("|".join(rf"\b{word}" for word in stratum["words"]), re.IGNORECASE).search
        yield stratum["name"], [one for one in left if holds(one.text)]
        left = [one for one in left if not holds(one.text)]


def _first(inside: list[Headline], seed: str, number: int) -> list[Headline]:
    return sorted(inside, key=lambda one: hashlib.sha256((seed + one.text).encode()).digest())[:number]


def _row(one: Headline, stratum: str, weight: float, part_of: str) -> dict[str, Any]:
    return {"id": one.id, "stratum": stratum, "weight": round(weight, 3), "part": part_of, "headline": one.text}


def main() -> None:
    """Prints what is drawn."""
    ask = argparse.ArgumentParser(description="Draw the headlines to be labelled.")
    ask.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with data/ (default: ../shared)")
    ask.add_argument("--again", action="store_true", help="the second draw")
    options = ask.parse_args()
    for row in (drawn_again if options.again else drawn)(distinct(options.shared)):
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
