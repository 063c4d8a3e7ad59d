"""What governs a provision in its clause: the nouns that it hangs from, outwards, and the verb above them.

A Russian noun phrase grows to the right, so what stands before the topic in its clause, up to the verb, is what it
hangs from; of things joined by "и" or commas, those beside it are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ceasefire.coding.russian.clauses import Clause, is_predicate
from ceasefire.coding.russian.phrases import group
from ceasefire.coding.russian.scene import View
from ceasefire.coding.russian.topics import OTHER, TALKS, Topic
from ceasefire.coding.russian.word import Word


def is_of_another(view: View, topic: Topic, above: Governed) -> bool:
    """The topic only says which of another there is: "контроль за *прекращением огня*"."""
    if not above.nouns or view.words[topic.head].verbal:
        return False
    passed = group("topics", "carriers")
    nearest = next((i for i in above.nouns if view.words[i].lemma not in passed), above.nouns[0])
    between = view.words[nearest + 1 : topic.start]
    if any(word.sign or word.verbal or word.pos == "CCONJ" for word in between):
        return False
    if not any(word.pos == "ADP" for word in between) and view.words[topic.head].case in {"Nom", "Acc"}:
        return False
    return any(
        other.start <= nearest < other.end and other.category not in {TALKS, OTHER, topic.category}
        for other in view.topics
        if not other.pointed
    )


@dataclass(frozen=True, slots=True)
class Governed:
    """The words above a topic: `nouns` from the nearest outwards, `verbs` likewise, by index.

    `predicate` is the clause's own verb; `after` says that the topic stands after it.
    """

    nouns: tuple[int, ...]
    verbs: tuple[int, ...]
    predicate: int | None
    after: bool


def governed(view: View, topic: Topic) -> Governed:
    """Climb from a topic through its clause."""
    clause = view.clause(topic.head)
    nouns: list[int] = []
    verbs: list[int] = []
    if topic.action is not None and topic.action == topic.head and view.words[topic.head].verbal:
        verbs.append(topic.head)
    for i in _leftwards(view, clause, topic.start):
        word = view.words[i]
        if word.verbal or is_predicate(word):
            verbs.append(i)
            if is_predicate(word):
                break
        elif word.nominal:
            nouns.append(i)
    predicate = next((i for i in verbs if is_predicate(view.words[i])), None)
    after = predicate is not None
    if predicate is None:
        predicate = next((i for i in clause.predicates if i >= topic.start), _inherited(view, clause))
        if predicate is not None and predicate not in verbs:
            verbs.append(predicate)
    return Governed(tuple(nouns), tuple(verbs), predicate, after)


def _inherited(view: View, clause: Clause) -> int | None:
    """A stretch without a predicate under a relative that describes a noun has none to inherit."""
    if clause.predicates:
        return clause.predicates[0]
    return None


def _leftwards(view: View, clause: Clause, start: int) -> Iterator[int]:
    """The words of the clause before the topic, nearest first, past what is only coordinated with it."""
    inside = [i for i in clause.words if i < start]
    words = view.words
    inner = start
    at = len(inside) - 1
    while at >= 0:
        i = inside[at]
        word = words[i]
        if _joins(word) and _same_kind(words, inside[:at], inner):
            sibling = _same_kind(words, inside[:at], inner)
            at = inside.index(sibling[0]) - 1 if sibling else at - 1
            continue
        if word.pos == "VERB" and not word.verbal and not is_predicate(word):
            at -= 1  # a participle before its noun, or one that links a noun to what it is about
            if at >= 0 and words[inside[at]].text == ",":
                at -= 1
            continue
        yield i
        if word.nominal:
            inner = i
        at -= 1


def _joins(word: Word) -> bool:
    return word.text == "," or (word.pos == "CCONJ" and word.lemma in group("grammar", "joining"))


def _same_kind(words: list[Word], before: list[int], inner: int) -> list[int]:
    """The noun that words[inner] is coordinated with: the parser's, or the nearest in the same case."""
    head = words[inner]
    if not head.nominal:
        head = next((word for word in words[inner : inner + 4] if word.nominal), head)
    if head.rel == "conj" and head.head in before and words[head.head].nominal:
        return [head.head]
    for i in reversed(before):
        if words[i].verbal or is_predicate(words[i]):
            return []
        if words[i].nominal and words[i].case == head.case and head.case:
            return [i]
    return []
