"""The words of vocabulary/happened as phrases, each in its group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ceasefire.monitoring.happening.lexicon import MASK
from ceasefire.monitoring.happening.patterns import Phrase, phrase
from ceasefire.vocabulary import load

LANGUAGES = ("en", "uk", "ru")
GROUPS = {"background": "background", "means": "means", "effects": "effect", "targets": "target", "masks": MASK}


@cache
def meaning(file: str) -> Mapping[str, Any]:
    """vocabulary/happened/<file>.yaml."""
    found: Mapping[str, Any] = load(f"happened/{file}")
    return found


def phrases() -> Iterator[Phrase]:
    """All but the names of parties."""
    for group, entry in meaning("deeds").items():
        yield from _of(group, group, entry)
    for file, group in GROUPS.items():
        for name, entry in meaning(file).items():
            yield from _of(group, name, entry)
    speakers = meaning("speakers")
    yield from _of("speaking", "speaking", speakers["speaking"])
    for name, entry in speakers["offices"].items():
        yield from _of("office", name, entry)
    parties = meaning("parties")
    yield from _of("forces", "forces", parties["forces"])
    yield from _of("passive", "passive", parties["passive"])


def _of(group: str, name: str, entry: Mapping[str, Any]) -> Iterator[Phrase]:
    for language in LANGUAGES:
        yield from (phrase(group, name, written, language) for written in entry.get(language, ()))
