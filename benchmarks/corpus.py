"""A corpus of any size from our own texts: paragraphs of the examples, journeys and gold, recombined.

Document i takes paragraphs i*step, i*step+stride, … of the pool; the stride grows by one each time that
the pool has been gone round. So the same number of documents is always the same corpus, neighbours differ,
and no document is a copy of a dispatch.
"""

from __future__ import annotations

import json
from pathlib import Path

ROOT = Path(__file__).parent.parent
PARAGRAPHS = 6
STEP, STRIDE = 5, 17


def pool() -> list[str]:
    """Every paragraph of our own news-like texts, in a steady order."""
    articles = sorted(ROOT.glob("examples/*/dispatches/*.txt")) + sorted(ROOT.glob("tests/journeys/articles/*.txt"))
    texts = [path.read_text(encoding="utf-8").split("---\n", 2)[-1] for path in articles]
    for name in ("statements.jsonl", "attributions.jsonl"):
        lines = (ROOT / "evaluation" / "gold" / name).read_text(encoding="utf-8").splitlines()
        texts += [json.loads(line)["text"] for line in lines]
    return [paragraph.strip() for text in texts for paragraph in text.split("\n\n") if paragraph.strip()]


def corpus(documents: int) -> list[str]:
    """That many texts of six paragraphs each."""
    paragraphs = pool()
    size = len(paragraphs)
    return [
        "\n\n".join(paragraphs[(i * STEP + j * (STRIDE + i // size)) % size] for j in range(PARAGRAPHS))
        for i in range(documents)
    ]
