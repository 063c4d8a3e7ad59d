"""What a provision covers, as far as the words of its phrase say: targets, domains, area, length, start, terms."""

from __future__ import annotations

from dataclasses import replace

from ceasefire.coding.russian.lengths import duration, start
from ceasefire.coding.russian.phrases import Phrases, group, phrases
from ceasefire.coding.russian.scene import View
from ceasefire.coding.russian.terms import ends_if, extendable
from ceasefire.coding.russian.topics import HALTS, OTHER, TALKS, Topic
from ceasefire.coding.russian.word import Word
from ceasefire.coding.statement import Scope
from ceasefire.vocabulary import load
from ceasefire.when import When

_FARTHEST = 30


def scope_of(view: View, topic: Topic, published: When, between: tuple[str, ...] = ()) -> Scope:
    """The scope that the words around a topic state, up to the next verb; nothing is taken from other sentences."""
    if topic in view.refers:
        return replace(scope_of(*view.refers[topic], published), between=between)
    words = phrase(view, topic)
    if topic.category in HALTS:
        return Scope(
            targets=_labels(words, phrases("scopes", "targets")),
            domains=_labels(words, phrases("scopes", "domains")),
            area=_labels(words, phrases("scopes", "areas")),
            duration=duration(words),
            start=start(words, published),
            between=between,
            occasion=_occasion(view, topic, words),
            extendable=extendable(words),
            ends_if=ends_if(words),
        )
    if topic.category == OTHER:
        return Scope(targets=(topic.term,) if topic.term else (), between=between)
    kinds = load("russian/scopes")["kinds"].get(topic.category)
    return Scope(
        targets=_labels(words, phrases("scopes", "kinds", topic.category)) if kinds else (),
        domains=(),
        area=_labels(words, phrases("scopes", "areas")) if topic.category not in {TALKS} else (),
        direction="end" if _is_ended(view, topic) else "",
        between=between,
    )


def phrase(view: View, topic: Topic) -> list[Word]:
    """The topic with what stands before it in its noun phrase and after it up to the next verb or the clause's end."""
    words = view.words
    first = topic.start
    while first > 0 and words[first - 1].pos in {"ADJ", "DET", "NUM"} and not words[first - 1].short:
        first -= 1
    if topic.action is not None:
        first = min(first, topic.action)
    last = topic.end
    limit = min(len(words), topic.end + _FARTHEST)
    others = {t.start for t in view.topics if t is not topic and t.start >= topic.end and t.category not in HALTS}
    while last < limit and last not in others:
        word = words[last]
        ends = (
            (word.verbal and word.feats.get("VerbForm") != "Conv")
            or word.text in ";:"
            or word.lemma in group("grammar", "opening")
        )
        if ends:
            break
        last += 1
    return words[first:last]


def last_limit(view: View, topic: Topic) -> Word | None:
    """The word of the topic's phrase with which its limits are all said, for the quote: "ударов *на 30 дней*"."""
    words = phrase(view, topic) if topic.category in HALTS and topic not in view.refers else []
    said = _said(words)
    if not any(said):
        return None
    return next(word for place, word in enumerate(words) if _said(words[: place + 1]) == said)


def _said(words: list[Word]) -> tuple[object, ...]:
    return _labels(words, phrases("scopes", "targets")), duration(words), _labels(words, phrases("scopes", "areas"))


def _labels(words: list[Word], known: Phrases[str]) -> tuple[str, ...]:
    return tuple(sorted({match.label for match in known.all(words)}))


def _occasion(view: View, topic: Topic, words: list[Word]) -> str:
    """The holiday in the phrase, or else in its clause: "в дни праздника … объявляет"."""
    known = phrases("scopes", "occasions")
    here = [match.label for match in known.all(words)]
    clause = [view.words[i] for i in view.clause(topic.head).words]
    fronted = [match.label for match in known.all(clause)]
    return next(iter(here or fronted), "")


def _is_ended(view: View, topic: Topic) -> bool:
    """The words are about ending the thing; ending an end restores it."""
    before: list[Word] = []
    i = topic.start - 1
    while i >= 0 and topic.start - i <= 6:
        word = view.words[i]
        if word.pos == "CCONJ" or word.text == ",":
            i -= 1
            continue
        if word.nominal or word.verbal:
            before.append(word)
        if word.verbal or word.sign:
            break
        i -= 1
    inside = [view.words[j] for j in range(topic.start, topic.end)]
    return sum(word.lemma in group("scopes", "ending") for word in (*before, *inside)) % 2 == 1
