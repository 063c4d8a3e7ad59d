"""What an attack was aimed at, what it did, by what means, and whether it got through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ceasefire.monitoring.happened import BOTH, HIT, INTERCEPTED
from ceasefire.monitoring.happening.lexicon import Found
from ceasefire.monitoring.happening.sentence import Sentence
from ceasefire.monitoring.happening.vocabulary import meaning
from ceasefire.reasoning.words import included

UNCLEAR = "explosion"  # a means only where no other is named


def effects(sentences: Iterable[Sentence]) -> tuple[str, ...]:
    """What the words say that it did."""
    return tuple(sorted({one.name for sentence in sentences for one in sentence.of("effect")}))


def targets(sentences: Sequence[Sentence], done: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The classes that the words name, with those that the effects imply, and why."""
    named = [(one.name, s.words(one)) for s in sentences for one in s.of("target") if not a_place_is_called_so(s, one)]
    by_words = frozenset(name for name, _ in named)
    classes = set(by_words)
    because = [f"{name} is named: {words}" for name, words in named]
    for effect in done:
        implied = meaning("effects")[effect].get("implies", "")
        if implied and not included(implied) & by_words:
            classes.add(implied)
            because.append(f"{implied} must have been struck: {effect}")
    return tuple(sorted(classes)), tuple(because)


def a_place_is_called_so(sentence: Sentence, one: Found) -> bool:
    """One word of a Cyrillic text, written large inside a sentence, is a name and no target."""
    word = sentence.written[one.start]
    return one.end - one.start == 1 and one.start > 0 and not word.isascii() and word.istitle()


def means(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """By what arms; "explosion" where nobody says what exploded."""
    named = {one.name for sentence in sentences for one in sentence.of("means")}
    return tuple(sorted(named - {UNCLEAR} or named))


def domain(named: Iterable[str]) -> str:
    """Air, land or sea, where the means leave no doubt."""
    domains = {meaning("means")[one]["domain"] for one in named} - {""}
    return domains.pop() if len(domains) == 1 else ""


def outcome(sentences: Sequence[Sentence], done: Iterable[str]) -> str:
    """Whether it got through, was stopped, or both: what falls from a drone that was shot down does harm too."""
    hit = any(meaning("effects")[one]["hit"] for one in done)
    stopped = any(sentence.of("interception") or (sentence.of("debris") and hit) for sentence in sentences)
    if hit and stopped:
        return BOTH
    return HIT if hit else INTERCEPTED if stopped else ""
