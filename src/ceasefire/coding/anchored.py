"""Which mentions of provisions stand for themselves: one a head word, none that only says which of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container

from spacy.tokens import Doc

from ceasefire.coding.anchors import Anchor, anchor
from ceasefire.coding.phrases import stems
from ceasefire.coding.pointing import recalled
from ceasefire.coding.topic import Topic
from ceasefire.coding.topics import topics
from ceasefire.coding.words import words

_MODIFIERS = frozenset({"compound", "amod", "nmod"})


def anchored(doc: Doc, in_names: Container[int] = ()) -> list[Anchor]:
    """One anchor a topic; a topic that only carries another ("ceasefire *talks*") is left to that one.

    `in_names` are the tokens inside the names of parties: "the *Ceasefire* Monitoring Group" is no provision.
    """
    found = _telling([anchor(topic) for topic in topics(doc) if topic.verbal or topic.head.i not in in_names])
    plans = {one.topic.head.i for one in found if one.topic.category == "peace-agreement" and not one.topic.doing}
    found = [one for one in found if not _only_says_what_for(one, plans)]
    carriers = {carrier.i for one in found if not _is_one_of_several(one) for carrier in one.carriers}
    names: dict[int, set[str]] = defaultdict(set)
    for one in found:
        for position in range(one.topic.start, one.topic.end) if not one.topic.doing else ():
            names[position].add(one.topic.category)
    kept = [one for one in found if one.topic.verbal or not _is_left_to_another(one, carriers, names)]
    return recalled(_one_a_head(kept), kept)


def _is_one_of_several(one: Anchor) -> bool:
    """ "A plan *including* the release of hostages" is a plan, too."""
    word = one.topic.head
    while word.dep_ == "conj":
        word = word.head
    return word.dep_ == "pobj" and word.head.lower_ in words("grammar", "beside")


def _only_says_what_for(one: Anchor, plans: set[int]) -> bool:
    """ "A peace plan *to end the war*" is the plan: what every such plan is for adds nothing."""
    return one.topic.verbal and one.topic.category == "ceasefire" and any(noun.i in plans for noun in one.carriers)


def _is_left_to_another(one: Anchor, carriers: set[int], names: dict[int, set[str]]) -> bool:
    """Its word carries another topic, or is an action's noun inside the name of another provision."""
    position = one.topic.head.i
    return position in carriers or (one.topic.doing and bool(names.get(position, set()) - {one.topic.category}))


def _telling(found: list[Anchor]) -> list[Anchor]:
    """Without the topics that only say which: a "ceasefire monitoring mission" is monitoring."""
    at: dict[int, list[Anchor]] = defaultdict(list)
    for one in found:
        if one.topic.category != "talks" and not (one.topic.doing and one.topic.verbal):
            at[one.topic.head.i].append(one)
    withdrawn = {
        position
        for one in found
        if one.topic.category == "withdrawal" and one.topic.verbal
        for position in range(one.topic.start + 1, one.topic.end)
    }
    return [one for one in found if not _only_describes(one, at) and not _is_withdrawn(one, withdrawn)]


def _is_withdrawn(one: Anchor, withdrawn: set[int]) -> bool:
    """ "withdraw its *peacekeeping mission*" is a withdrawal, and nothing about the mission."""
    return one.topic.category != "withdrawal" and not one.topic.doing and one.topic.head.i in withdrawn


def _only_describes(one: Anchor, at: dict[int, list[Anchor]]) -> bool:
    """The topic is the object of another's word of doing, modifies another's noun, or is talks that another holds."""
    head = one.topic.head
    if one.token.dep_ == "dobj" and one.token.head != head and at.get(one.token.head.i):
        return True
    modifies = head.dep_ in _MODIFIERS
    for carrier in one.carriers:
        others = at.get(carrier.i, ()) if carrier != head else ()
        if others and not modifies and one.kind == "talks":
            return True
        if modifies and any(other.topic.category != "peace-agreement" for other in others):
            return True
    return False


def _one_a_head(found: list[Anchor]) -> list[Anchor]:
    """One topic a head word; of two categories at one head, the one with the longer words."""
    best: dict[int, Anchor] = {}
    for one in found:
        rival = best.get(one.topic.head.i)
        if rival is None or _size(one.topic) > _size(rival.topic):
            best[one.topic.head.i] = one
    return [best[index] for index in sorted(best)]


def _size(topic: Topic) -> tuple[int, bool, str]:
    """How much the words say: a name by its length; an action counts as one word, a long verb a little more."""
    length = 1 + len(stems(topic.head)) // 9 if topic.doing else topic.end - topic.start
    return length, not topic.doing, topic.category
