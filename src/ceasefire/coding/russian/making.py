"""A deed and those who do it → claims, one for each party."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ceasefire.coding.russian.claim import Claim, Price
from ceasefire.coding.russian.clauses import Clause
from ceasefire.coding.russian.phrases import group
from ceasefire.coding.russian.roles import parties_at
from ceasefire.coding.russian.scene import View
from ceasefire.coding.russian.speaking import speaker
from ceasefire.coding.russian.topics import HALTS, Topic
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
    sides = deed.who if len(deed.who) > 1 else ()
    for party in deed.who:
        other = next((one for one in (*deed.towards, *deed.who) if one != party), "")
        yield Claim(
            view,
            topic,
            party,
            deed.act,
            _words(view, topic, deed),
            category,
            other,
            said_by,
            deed.modality,
            deed.price,
            sides,
        )


def _own_halt(view: View, topic: Topic, deed: Deed) -> bool:
    """A halt that one side declares for itself is limited by side (codebook)."""
    return topic.category in HALTS and not topic.pointed and view.words[deed.word].lemma in group("acts", "declaring")


def _words(view: View, topic: Topic, deed: Deed) -> tuple[int, ...]:
    """The words that carry the claim: the act, the provision, its subject in the same clause, what it hangs on."""
    found = [deed.word, topic.start, topic.end - 1]
    if deed.also is not None:
        found.append(deed.also)
    clause = view.clause(deed.word)
    head = subject(view, clause)
    if head is not None and set(deed.who) & set(parties_at(view, head)):
        found.append(head)
    else:
        found += _named(view, clause, deed, topic)
    if deed.price is not None:
        found += [deed.price.start, deed.price.end - 1]
    return tuple(found)


def _named(view: View, clause: Clause, deed: Deed, topic: Topic) -> list[int]:
    """Where the clause names those who act, in whatever case: the first place of each near the act."""
    found = []
    for party in deed.who:
        places = [m for m in view.mentions if m.party == party and m.start in clause.words]
        near = [m for m in places if abs(m.start - deed.word) <= _NEAR or abs(m.start - topic.end) <= _NEAR]
        found += [near[0].start, near[0].end - 1] if near else []
    return found


_NEAR = 10
