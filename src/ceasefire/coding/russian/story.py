"""The claims of a document, sentence after sentence: who met last, who spoke last, what was named before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ceasefire.coding.russian.claim import Claim
from ceasefire.coding.russian.claims import claims
from ceasefire.coding.russian.claims_attack import attacks
from ceasefire.coding.russian.phrases import group
from ceasefire.coding.russian.pointing import Named, numbered, pointed, pronouns
from ceasefire.coding.russian.scene import Scene, View
from ceasefire.coding.russian.topics import HALTS, Topic
from ceasefire.coding.russian.who import actors, agents


def told(scene: Scene) -> Iterator[Claim]:
    """Every claim of the document in order; each sentence knows what went before it."""
    earlier: list[Named] = []
    pair: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    halt: Named | None = None
    agreed: dict[str, tuple[str, ...]] = {}
    voice = ""
    for view in scene.views:
        view.pair, view.named_pair, view.voice = pair, named, voice
        view.refers = dict([*pointed(view, earlier), *numbered(view, earlier), *pronouns(view, earlier)])
        view.halt = halt
        view.agreed = dict(agreed)
        view.topics = sorted([*view.topics, *view.refers], key=lambda topic: (topic.start, topic.end))
        found = [*claims(view), *attacks(view)]
        agreed |= {c.category: c.sides for c in found if c.act == "accept" and len(c.sides) > 1}
        yield from found
        here = [(view, _as_claimed(topic, found)) for topic in view.topics]
        halt = next((one for one in reversed(here) if one[1].category in HALTS), halt)
        earlier += here
        pair = _met(found, event=True) or pair
        named = _met(found, event=False) or named
        voice = _spoke(view) or voice


def _as_claimed(topic: Topic, found: list[Claim]) -> Topic:
    """The topic under the category that a claim gave it: a halt declared by one side is a limited one."""
    category = next(
        (claim.category for claim in found if claim.topic == topic and claim.category in HALTS), topic.category
    )
    return replace(topic, category=category) if topic.category in HALTS else topic


def _met(found: list[Claim], event: bool) -> tuple[str, ...]:
    """Those who meet in this sentence, the last of them; with `event`, only where it tells of the meeting itself."""
    meetings = [
        claim for claim in found if claim.act == "consult" and len(claim.sides) == 2 and (claim.event or not event)
    ]
    return meetings[-1].sides if meetings else ()


def _spoke(view: View) -> str:
    """The one party that the sentence's own verb of saying has for its subject or agent."""
    main = view.clauses[0] if view.clauses else None
    for clause in [main] if main else []:
        words = [view.words[i] for i in clause.predicates]
        if any(word.lemma in group("acts", "voicing") | group("cues", "verbs") for word in words):
            found = actors(view, clause) or agents(view, clause)
            return found[0] if len(found) == 1 else ""
    return ""
