"""A claim: what a sentence says that a party does about a provision, before it has its place in the document."""

from __future__ import annotations

from dataclasses import dataclass

from ceasefire.coding.russian.scene import View
from ceasefire.coding.russian.topics import Topic


@dataclass(frozen=True, slots=True)
class Price:
    """words[start:end] are what an act is made to depend on; `topics` are the provisions in them."""

    start: int
    end: int
    topics: tuple[Topic, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A party's act towards a provision.

    `words` are the indexes that the quote must hold. `speaker` is the party in whose words we have it, "" for the
    document's own. `sides` are the parties that do it together; `event` says
    that it is a meeting that the sentence itself tells of.
    """

    view: View
    topic: Topic
    actor: str
    act: str
    words: tuple[int, ...]
    category: str
    recipient: str = ""
    speaker: str = ""
    modality: str = ""
    price: Price | None = None
    sides: tuple[str, ...] = ()
    event: bool = False
