"""Where a text speaks of a provision: the words, the category, and the token that the grammar hangs on.

1. Provisions that have a name ("ceasefire"), and deals about a class of targets (`topics_named`).
2. Actions put together from a word of doing and a thing ("release the hostages": `topics_done`), and leaving a place
   (`topics_left`).
3. Where any of these stands, weak names ("the deal") in sentences that have no other, and actions that are a
   provision only beside one ("closed the border").
4. What belongs to another world ("trade talks") is left out of each.
"""

from __future__ import annotations

from itertools import chain

from spacy.tokens import Doc

from ceasefire.coding.phrases import stems
from ceasefire.coding.topic import Topic
from ceasefire.coding.topics_done import done
from ceasefire.coding.topics_left import left
from ceasefire.coding.topics_named import named, targeted, weak
from ceasefire.coding.words import words


def topics(doc: Doc) -> list[Topic]:
    """Every mention of a provision, in the order of the text; a named one wins over one put together."""
    by_name = [*named(doc), *targeted(doc)]
    taken = {i: topic.category for topic in by_name if topic.category != "talks" for i in range(topic.start, topic.end)}
    put_together = [*done(doc, taken), *left(doc)]
    found = [topic for topic in _own([*by_name, *put_together], put_together) if not _is_elsewhere(topic)]
    if found:
        found += done(doc, taken, beside=True)
        covered = {i for topic in found for i in range(topic.start, topic.end)}
        spoken = {topic.head.sent.start for topic in found if topic.category != "talks"}
        unsure = [one for one in weak(doc) if one.head.i not in covered]
        meant = [one for one in unsure if one.category != "peace-agreement" or one.head.sent.start not in spoken]
        found += [topic for topic in meant if not _is_elsewhere(topic)]
    found.sort(key=lambda topic: (topic.start, topic.end, topic.category))
    return found


def _own(found: list[Topic], put_together: list[Topic]) -> list[Topic]:
    """Without those that are only the thing of an action of their category: "supplied *fighter jets*"."""
    things = {
        (action.category, i) for action in put_together for i in range(action.start, action.end) if i != action.head.i
    }
    return [one for one in found if one.verbal or (one.category, one.head.i) not in things]


def speaks_of_any(doc: Doc) -> bool:
    """The text speaks of a provision; in doubt it does."""
    return any(not _is_elsewhere(topic) for topic in chain(named(doc), targeted(doc), done(doc, {}), left(doc)))


def _is_elsewhere(topic: Topic) -> bool:
    """Talks, deals and truces of another world: "trade talks", "negotiations on a free trade agreement"."""
    if topic.category not in {"talks", "ceasefire", "peace-agreement"}:
        return False
    known = words("topics", "carriers", "elsewhere")
    near = [*topic.head.lefts, *topic.head.doc[topic.start : topic.end]]
    for dependant in topic.head.children:
        if dependant.dep_ in {"prep", "dobj"}:
            near += dependant.subtree
    return any(form in known for token in near for form in stems(token))
