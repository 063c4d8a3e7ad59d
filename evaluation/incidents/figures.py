"""Precision and recall of what reports say happened, plain and as they would be over all headlines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any

from ceasefire.monitoring.happened import YES, Happened
from ceasefire.reasoning.words import included

LABELS = Path(__file__).parent / "labels.jsonl"
ENERGY = "energy-infrastructure"
Z = 1.959964  # of a 95 % interval


@dataclass(frozen=True)
class Pair:
    """A label and what was read of its headline."""

    label: Mapping[str, Any]
    read: Happened


@dataclass(frozen=True)
class Share:
    """A share of so many, with its Wilson interval; `weighted` as over all headlines."""

    part: int
    whole: int
    weighted: float

    @property
    def value(self) -> float:
        """In per cent; 0 of nothing."""
        return 100 * self.part / self.whole if self.whole else 0.0

    def __str__(self) -> str:
        if not self.whole:
            return "      –"
        low, high = wilson(self.part, self.whole)
        return f"{self.value:5.1f} [{low:5.1f}–{high:5.1f}] of {self.whole:3}, weighted {self.weighted:5.1f}"


def labels() -> list[dict[str, Any]]:
    """Every label, in the order of the file."""
    return [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]


def wilson(part: int, whole: int) -> tuple[float, float]:
    """The 95 % score interval of a share, in per cent (Wilson 1927)."""
    share = part / whole
    middle = (share + Z * Z / (2 * whole)) / (1 + Z * Z / whole)
    reach = Z * sqrt(share * (1 - share) / whole + Z * Z / (4 * whole * whole)) / (1 + Z * Z / whole)
    return max(0.0, 100 * (middle - reach)), min(100.0, 100 * (middle + reach))


def attack(pair: Pair) -> tuple[set[str], set[str]]:
    """Labelled and read: whether there was an attack."""
    return ({"attack"} if pair.label["attack"] else set()), ({"attack"} if pair.read.attack == YES else set())


def energy(pair: Pair) -> tuple[set[str], set[str]]:
    """Labelled and read: whether energy infrastructure was attacked."""
    read = pair.read.attack == YES and not included(ENERGY).isdisjoint(pair.read.targets)
    return ({ENERGY} if pair.label["energy"] else set()), ({ENERGY} if read else set())


def targets(pair: Pair) -> tuple[set[str], set[str]]:
    """Labelled and read: every class of targets."""
    return set(pair.label["targets"]), set(pair.read.targets)


def outcome(pair: Pair) -> tuple[set[str], set[str]]:
    """Labelled and read: hit, intercepted, both."""
    return set(filter(None, [pair.label["outcome"]])), set(filter(None, [pair.read.outcome]))


def doer(pair: Pair) -> tuple[set[str], set[str]]:
    """Labelled and read: the party to which it is attributed."""
    return set(filter(None, [pair.label["by"]])), set(filter(None, [pair.read.by]))


QUESTIONS: dict[str, Callable[[Pair], tuple[set[str], set[str]]]] = {
    "attack on energy infrastructure": energy,
    "attack": attack,
    "target classes": targets,
    "hit or intercepted": outcome,
    "attributed to": doer,
}


def shares(pairs: list[Pair], question: str) -> tuple[Share, Share]:
    """Precision and recall of one question."""
    asked = [(pair.label["weight"], *QUESTIONS[question](pair)) for pair in pairs]
    right = [(weight, len(gold & read)) for weight, gold, read in asked]
    both = sum(number for _, number in right)
    heavy = sum(weight * number for weight, number in right)
    given = sum(weight * len(read) for weight, _, read in asked)
    there = sum(weight * len(gold) for weight, gold, _ in asked)
    precision = Share(both, sum(len(read) for _, _, read in asked), 100 * heavy / given if given else 0.0)
    recall = Share(both, sum(len(gold) for _, gold, _ in asked), 100 * heavy / there if there else 0.0)
    return precision, recall


def table(pairs: list[Pair], part: str) -> Iterator[str]:
    """The figures of one part as lines to print."""
    yield f"{part}: {len(pairs)} headlines"
    for question in QUESTIONS:
        precision, recall = shares(pairs, question)
        yield f"  {question:32} precision {precision}"
        yield f"  {'':32} recall    {recall}"
