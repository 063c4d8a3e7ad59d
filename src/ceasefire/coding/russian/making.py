"""A deed and those who do it → claims, one for each party."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ceasefire.coding.russian.claim import Claim, Price
from ceasefire.coding.russian.scene import View
from ceasefire.coding.russian.speaking import speaker
from ceasefire.coding.russian.topics import HALTS, TALKS, Topic
from ceasefire.coding.russian.who import subject


@dataclass(frozen=True, slots=True)
class Deed:
    """What the words make of a provision: the act, the word that makes it, who does it and to whom.

    `also` is another word that the quote must hold, `price` what the act hangs on.
    """

    act: str
    word: int
    who: tuple[str, ...]
    towards: tuple[str, ...] = ()
    modality: str = ""
    also: int | None = None
    price: Price | None = None


def make(view: View, topic: Topic, deed: Deed) -> Iterator[Claim]:
    """One claim for each party that does the deed; its recipient is the first other party in it."""
    if deed.act == "accept" and len(deed.who) == 1 and _own_halt(view, topic, deed):
        category = "limited-ceasefire"
    else:
        category = topic.category
    clause = view.clause(deed.word)
    said_by = speaker(view, clause)
    for party in deed.who:
        other = next((one for one in (*deed.towards, *deed.who) if one != party), "")
        yield Claim(
            view, topic, party, deed.act, _words(view, topic, deed), category, other, said_by, deed.modality, deed.price, deed.who
        )


def _own_halt(view: View, topic: Topic, deed: Deed) -> bool:
    """A halt that one side declares for itself is limited by side (codebook)."""
    from ceasefire.coding.russian.phrases import group

    return topic.category in HALTS and topic.pointed is None and view.words[deed.word].lemma in group("acts", "declaring")


def _words(view: View, topic: Topic, deed: Deed) -> tuple[int, ...]:
    """The words that carry the claim: the act, the provision, its subject in the same clause, what it hangs on."""
    found = [deed.word, topic.start, topic.end - 1]
    if deed.also is not None:
        found.append(deed.also)
    head = subject(view, view.clause(deed.word))
    if head is not None:
        found.append(head)
    if deed.price is not None:
        found += [deed.price.start, deed.price.end - 1]
    return tuple(found)


def is_talks(topic: Topic) -> bool:
    """Whether the topic is talks as such."""
    return topic.category == TALKS
