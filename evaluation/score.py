"""The figures of coding against gold, for where the shared scorers are not at hand.

Statements, compared as sets a text: `statement` (actor, act and provision right), `stance` (actor and
act), `topic` (act and provision), `texts` (at least one statement, yes or no), `verbatim` (quotes that
are an exact run of the text, per cent). Attributions: `linked`, source and content both overlapping
by Jaccard >= 0.5 of their words in one attribution. Per cent; statements that say something did not
happen (modality "negated") count on neither side. Tests show that the shared scorers agree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]
Rows = Iterable[Row]
FIELDS = {"statement": ("actor", "act", "provision"), "stance": ("actor", "act"), "topic": ("act", "provision")}
WORD = re.compile(r"\w+(?:['’]\w+)*")
HALF = 0.5


@dataclass
class Count:
    """How many were right, how many were predicted, and how many there are."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def add(self, right: int, predicted: int, gold: int) -> None:
        """One more text."""
        self.right += right
        self.predicted += predicted
        self.gold += gold

    @property
    def figures(self) -> dict[str, float]:
        """Precision, recall and F1 in per cent, and the counts."""
        precision = self.right / self.predicted if self.predicted else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        rounded = {"precision": round(100 * precision, 1), "recall": round(100 * recall, 1), "f1": round(100 * f1, 1)}
        return rounded | {"right": self.right, "predicted": self.predicted, "gold": self.gold}


def same_name(actor: str | None) -> str:
    """A party's name without case and article."""
    return (actor or "").strip().lower().removeprefix("the ")


def keys(statements: Rows, fields: tuple[str, ...]) -> set[tuple[str, ...]]:
    """What is compared of those statements that say something happened."""
    happened = [s for s in statements if s.get("modality") != "negated"]
    return {tuple(same_name(s.get(f)) if f == "actor" else (s.get(f) or "") for f in fields) for s in happened}


def statements(gold: Rows, predicted: Rows, name: Callable[[str], str] = lambda actor: actor) -> dict[str, Any]:
    """The figures for statements; `name` maps other names of a party to the gold's."""
    answers = {row["id"]: row["statements"] for row in predicted}
    counts = {row: Count() for row in (*FIELDS, "texts")}
    quotes = verbatim = 0
    for row in gold:
        true = row["statements"]
        said = [{**s, "actor": name(s["actor"])} for s in answers[row["id"]]]
        for figure, fields in FIELDS.items():
            a, b = keys(true, fields), keys(said, fields)
            counts[figure].add(len(a & b), len(b), len(a))
        counts["texts"].add(bool(true) and bool(said), bool(said), bool(true))
        quotes += len(said)
        verbatim += sum(bool(s.get("quote")) and s["quote"] in row["text"] for s in said)
    share = round(100 * verbatim / quotes, 1) if quotes else 100.0
    return {figure: count.figures for figure, count in counts.items()} | {"verbatim": share}


def words_of(text: str, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The words of the text that a part's spans touch, by their place."""
    places = [match.span() for match in WORD.finditer(text)]
    return frozenset(
        i for start, end in spans for i, (first, last) in enumerate(places) if first < end and last > start
    )


def jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    """The share of words that both hold; two empty parts are the same."""
    return len(a & b) / len(a | b) if a | b else 1.0


def likeness(a: Mapping[str, frozenset[int]], b: Mapping[str, frozenset[int]]) -> float:
    """How alike two attributions are: 0 unless content and source each overlap by half."""
    content = jaccard(a["content"], b["content"]) if a["content"] | b["content"] else 0.0
    source = jaccard(a["source"], b["source"])
    return content + source if content >= HALF and source >= HALF else 0.0


def matched(true: list[dict[str, frozenset[int]]], said: list[dict[str, frozenset[int]]]) -> int:
    """How many pairs match one to one, the most alike first."""
    alike = [(likeness(a, b), i, j) for i, a in enumerate(true) for j, b in enumerate(said)]
    left: set[int] = set()
    right: set[int] = set()
    for score, i, j in sorted(alike, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if score > 0 and i not in left and j not in right:
            left.add(i)
            right.add(j)
    return len(left)


def attributions(gold: Rows, predicted: Rows) -> dict[str, Any]:
    """The figures for attributions."""
    answers = {row["id"]: row["attributions"] for row in predicted}
    linked = Count()
    for row in gold:
        sides = [
            [{part: words_of(row["text"], a[part]) for part in ("source", "cue", "content")} for a in side]
            for side in (row["attributions"], answers.get(row["id"], []))
        ]
        said = [a for a in sides[1] if a["content"]]
        linked.add(matched(sides[0], said), len(said), len(sides[0]))
    return {"linked": linked.figures}
