"""Words that take up a provision named before: "эту инициативу", "такой договорённости", "мораторий"."""

from __future__ import annotations

from collections.abc import Sequence

from ceasefire.coding.russian.phrases import group
from ceasefire.coding.russian.scene import View
from ceasefire.coding.russian.topics import HALTS, TALKS, Topic


def pointed(view: View, earlier: Sequence[Topic]) -> list[Topic]:
    """The topics that pointing words of the sentence take up, and a bare "перемирие" that takes up a narrower halt.

    `earlier` are the topics of the sentences before, in order.
    """
    found: list[Topic] = []
    taken = {i for topic in view.topics for i in range(topic.start, topic.end)}
    for i, word in enumerate(view.words):
        if i in taken or not word.nominal or word.lemma not in group("topics", "pointing"):
            continue
        start = _pointer(view, i)
        halts = word.lemma in group("topics", "standing")
        if start is None and not halts:
            continue
        before = [*earlier, *(t for t in view.topics if t.end <= i)]
        referred = _last(before, halts and start is None)
        if referred is not None:
            found.append(
                Topic(start if start is not None else i, i + 1, i, referred.category, None, referred.term, referred.pointed or referred)
            )
    return found


def _pointer(view: View, i: int) -> int | None:
    """The index of "этот", "такой", "наш" before the noun."""
    for j in range(i - 1, max(-1, i - 4), -1):
        word = view.words[j]
        if not word.lemmas.isdisjoint(group("topics", "pointers")) and word.pos in {"DET", "ADJ", "PRON"}:
            return j
        if word.pos not in {"ADJ", "DET"}:
            return None
    return None


def _last(before: Sequence[Topic], halts: bool) -> Topic | None:
    kept = [t for t in before if t.category != TALKS and (t.category in HALTS or not halts)]
    return kept[-1] if kept else None
