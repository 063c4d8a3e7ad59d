"""How a halt may be made longer, and what releases the sides from it."""

from __future__ import annotations

from collections.abc import Sequence

from ceasefire.coding.russian.phrases import group, phrases
from ceasefire.coding.russian.word import Word
from ceasefire.coding.statement import BREACH, BY_AGREEMENT, EXTENDABLE


def extendable(words: Sequence[Word]) -> str:
    """ "может быть продлён по взаимной договорённости", "с возможностью продления"."""
    if not any(word.lemma in group("scopes", "extending") for word in words):
        return ""
    return BY_AGREEMENT if phrases("scopes", "by_agreement").all(list(words)) else EXTENDABLE


def ends_if(words: Sequence[Word]) -> str:
    """ "в случае нарушения одной из сторон другая вправе считать себя свободной": a breach releases the other side."""
    breaking = group("acts", "nouns", "violate") | group("acts", "verbs", "violate")
    broken = any(word.lemma in breaking for word in words)
    released = any(word.lemma in group("scopes", "releasing") for word in words)
    return BREACH if broken and released else ""
