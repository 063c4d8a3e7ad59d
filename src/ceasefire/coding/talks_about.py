"""What talks are about, where their subject stands further on: "talks with Iran in Doha *to end the war*"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ceasefire.coding.anchors import Anchor
from ceasefire.coding.clauses import FINITE
from ceasefire.coding.phrases import lemma
from ceasefire.coding.words import words

_FARTHEST = 16  # tokens between the talks and their subject
#: What may stand between the linking word and the subject: "on *the full implementation of* the ceasefire".
_INSIDE = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "VB", "VBG", "PRP$", "CD", "RB", "POS", "HYPH", "RP"})


def with_subjects(found: Iterable[Anchor]) -> list[Anchor]:
    """The anchors, with each talk joined to the subject that follows it; who only goes to talks is left to them."""
    kept = _without_delegations(list(found))
    taken: set[int] = set()
    for index, one in enumerate(kept):
        if one.topic.category != "talks" or index in taken:
            continue
        about = next((other for other in range(index + 1, len(kept)) if _is_subject(one, kept[other])), None)
        if about is not None:
            subject = kept[about]
            carriers = (*subject.carriers, *one.carriers, *((one.topic.head,) if one.topic.head != one.token else ()))
            kept[index] = replace(one, topic=subject.topic, kind="talks", carriers=carriers)
            taken.add(about)
    return [one for index, one in enumerate(kept) if index not in taken]


def _is_subject(talks: Anchor, other: Anchor) -> bool:
    """It follows in the same clause, behind "on", "about", "to" …, and is no talk itself."""
    if other.topic.category == "talks" or other.kind == "talks":
        return False
    start, first = talks.topic.end, other.topic.start
    if not 0 <= first - start <= _FARTHEST or other.topic.head.sent.start != talks.topic.head.sent.start:
        return False
    if talks.topic.verbal and other.token.dep_ == "dobj" and other.token.head == talks.topic.head:
        return True  # "to *negotiate* a truce"
    if any(token.tag_ in FINITE for token in talks.topic.head.doc[start:first]):
        return False
    return _is_linked(other, start)


def _is_linked(other: Anchor, start: int) -> bool:
    doc = other.topic.head.doc
    for i in range(other.topic.start - 1, start - 1, -1):
        token = doc[i]
        if token.lower_ in words("topics", "carriers", "subject_of_talks"):
            return True
        if token.tag_ not in _INSIDE and token.lower_ != "of":
            return False
    return False


def _without_delegations(found: list[Anchor]) -> list[Anchor]:
    """Those who go to talks are no talks of their own where the sentence names the talks."""
    named = {one.token.sent.start for one in found if one.kind == "talks" and not _is_delegation(one)}
    return [one for one in found if not (_is_delegation(one) and one.token.sent.start in named)]


def _is_delegation(one: Anchor) -> bool:
    return one.topic.category == "talks" and lemma(one.token) in words("topics", "carriers", "delegations")
