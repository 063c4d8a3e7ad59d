"""Where a sentence speaks of a provision: names, and actions put together with a thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ceasefire.coding.russian.phrases import Phrases, group
from ceasefire.coding.russian.word import Word
from ceasefire.vocabulary import load

OTHER = "other"
TALKS = "talks"
HALTS = frozenset({"ceasefire", "limited-ceasefire"})
_FARTHEST = 12  # words between an action and its thing


@dataclass(frozen=True, slots=True)
class Topic:
    """words[start:end] speak of a provision of this category; `head` is its noun or verb.

    `action` is the word of an action that is put together with a thing. `term` is the English name of a term that
    belongs to no category. `pointed` says that pointing words take up an earlier topic, which the scene knows.
    """

    start: int
    end: int
    head: int
    category: str
    action: int | None = None
    term: str = ""
    pointed: bool = False


def topics(words: Sequence[Word], clause_of: Sequence[int]) -> list[Topic]:
    """The topics of a sentence in order; of overlapping ones the name, then the first, is kept."""
    found: list[Topic] = []
    for topic in (*_named(words), *_done(words, clause_of), *_alone(words)):
        if all(topic.end <= other.start or other.end <= topic.start for other in found):
            found.append(topic)
    return sorted(found, key=lambda topic: (topic.start, topic.end))


def _named(words: Sequence[Word]) -> Iterator[Topic]:
    for match in _names().all(words):
        category, _, term = match.label.partition(":")
        yield Topic(match.start, match.end, _head(words, match.start, match.end), category, None, term)


def _head(words: Sequence[Word], start: int, end: int) -> int:
    """The first noun, which the rest of a Russian noun phrase hangs from."""
    return next((i for i in range(start, end) if words[i].nominal or words[i].verbal), end - 1)


def _done(words: Sequence[Word], clause_of: Sequence[int]) -> Iterator[Topic]:
    for category, acts, things in _doings():
        for i, word in enumerate(words):
            if word.lemma in acts and (word.nominal or word.pos == "VERB"):
                thing = _thing(words, clause_of, i, things)
                if thing is not None:
                    start, end = thing
                    yield Topic(min(i, start), max(end, i + 1), i if i < start else start, category, i)


def _thing(words: Sequence[Word], clause_of: Sequence[int], i: int, things: Phrases[str]) -> tuple[int, int] | None:
    """What the action at i is done to: the thing after it with no verb between, else its subject before it."""
    for j in range(i + 1, min(len(words), i + _FARTHEST)):
        if clause_of[j] != clause_of[i] or words[j].verbal:
            break
        match = things.at(words, j)
        if match is not None and not _of_another_thing(words, i, j):
            return match.start, match.end
    if not words[i].verbal or words[i].infinitive:
        return None
    for j in range(i - 1, max(-1, i - _FARTHEST), -1):
        if clause_of[j] != clause_of[i] or words[j].finite:
            break
        match = things.at(words, j)
        if match is not None and match.end <= i and words[match.end - 1].case == "Nom" and words[i].rel != "amod":
            return match.start, match.end
    return None


def _of_another_thing(words: Sequence[Word], action: int, i: int) -> bool:
    """ "обменялись *списками* пленных": the verb is done to the noun that the thing only describes."""
    before = words[i - 1]
    described = words[i].case == "Gen" and before.pos == "NOUN" and i - 1 > action
    return words[action].verbal and described and before.lemma not in group("topics", "carriers")


def _alone(words: Sequence[Word]) -> Iterator[Topic]:
    for category, entry in load("russian/topics").items():
        if isinstance(entry, dict) and "alone" in entry:
            known = group("topics", category, "alone")
            for i, word in enumerate(words):
                if word.pos == "VERB" and word.lemma in known:
                    yield Topic(i, i + 1, i, category, i)


@cache
def _names() -> Phrases[str]:
    entries: list[tuple[str, str]] = []
    for category, entry in load("russian/topics").items():
        if isinstance(entry, dict):
            entries += ((name, category) for name in entry.get("names", ()))
            entries += (
                (name, f"{category}:{term}") for term, names in entry.get("terms", {}).items() for name in names
            )
    return Phrases(entries)


@cache
def _doings() -> tuple[tuple[str, frozenset[str], Phrases[str]], ...]:
    return tuple(
        (category, group("topics", category, "doing", n, "acts"), Phrases((thing, thing) for thing in doing["things"]))
        for category, entry in load("russian/topics").items()
        if isinstance(entry, dict)
        for n, doing in enumerate(entry.get("doing", ()))
    )
