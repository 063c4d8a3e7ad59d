"""Corpora of any size from our own texts: paragraphs recombined, six to a document.

Document i takes paragraphs i*step, i*step+stride, … of a pool; the stride grows by one each time that
the pool has been gone round. So the same number of documents is always the same corpus, neighbours differ,
and no document is a copy of a dispatch.

- "talks": every document is about negotiations; the pool are the examples, the journeys and the gold.
- "plain": everyday news of sport, weather, trade, culture, towns, science and the like (`plain_news.txt`).
- "mixed": one document in ten from "talks", the others from "plain".
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
KINDS = ("mixed", "talks", "plain")
PARAGRAPHS = 6
STEP, STRIDE = 5, 17
ONE_IN = 10


@cache
def talks_pool() -> list[str]:
    """Every paragraph of our own texts about negotiations, in a steady order."""
    articles = sorted(ROOT.glob("examples/*/dispatches/*.txt")) + sorted(ROOT.glob("tests/journeys/articles/*.txt"))
    texts = [path.read_text(encoding="utf-8").split("---\n", 2)[-1] for path in articles]
    for name in ("statements.jsonl", "attributions.jsonl"):
        lines = (ROOT / "evaluation" / "gold" / name).read_text(encoding="utf-8").splitlines()
        texts += [json.loads(line)["text"] for line in lines]
    return _paragraphs(texts)


@cache
def plain_pool() -> list[str]:
    """Every paragraph of everyday news."""
    return _paragraphs([(ROOT / "benchmarks" / "plain_news.txt").read_text(encoding="utf-8")])


def corpus(documents: int, kind: str = "talks") -> list[str]:
    """That many texts of six paragraphs each, of one of `KINDS`."""
    pools = {"talks": talks_pool(), "plain": plain_pool()}
    if kind != "mixed":
        return [_text(pools[kind], at) for at in range(documents)]
    return [_text(pools["plain" if at % ONE_IN else "talks"], at) for at in range(documents)]


def _text(pool: list[str], at: int) -> str:
    size = len(pool)
    return "\n\n".join(pool[(at * STEP + j * (STRIDE + at // size)) % size] for j in range(PARAGRAPHS))


def _paragraphs(texts: list[str]) -> list[str]:
    return [paragraph.strip() for text in texts for paragraph in text.split("\n\n") if paragraph.strip()]
