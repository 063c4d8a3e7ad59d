"""An event as one place of a text tells of it, before it is given its day: kind, parties, hosts, firmness, words."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from ceasefire.coding.clauses import agent, is_passive
from ceasefire.coding.events_sides import Sides, parties_of
from ceasefire.coding.scene import Scene
from ceasefire.coding.subjects import subject


@dataclass(frozen=True, slots=True)
class Told:
    """Parties did this, by the word `head` and the verb above it; `noun` is the event's own noun where it has one."""

    head: Token
    verb: Token
    kind: str
    parties: Sides
    firmness: str
    noun: Token | None = None
    hosts: Sides = field(default_factory=dict)
    before: bool = False  # it was over when the verb's deed was done: "*after* a meeting with"


def acting(scene: Scene, verb: Token) -> Sides:
    """Who does what the verb says."""
    who = agent(verb) if is_passive(verb) else subject(verb)
    return parties_of(scene, [who])
