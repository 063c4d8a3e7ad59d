"""The claims of a document, sentence after sentence: who met last, who spoke last, what was named before."""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.coding.russian.claim import Claim
from ceasefire.coding.russian.claims import claims
from ceasefire.coding.russian.phrases import group
from ceasefire.coding.russian.pointing import Named, pointed
from ceasefire.coding.russian.scene import Scene, View
from ceasefire.coding.russian.who import actors, agents


def told(scene: Scene) -> Iterator[Claim]:
    """Every claim of the document in order; each sentence knows what went before it."""
    earlier: list[Named] = []
    pair: tuple[str, ...] = ()
    voice = ""
    for view in scene.views:
        view.pair, view.voice = pair, voice
        view.refers = dict(pointed(view, earlier))
        view.topics = sorted([*view.topics, *view.refers], key=lambda topic: (topic.start, topic.end))
        found = list(claims(view))
        yield from found
        earlier += [(view, topic) for topic in view.topics]
        pair = _met(found) or pair
        voice = _spoke(view) or voice


def _met(found: list[Claim]) -> tuple[str, ...]:
    """Those who met in this sentence, the last of them."""
    return next((claim.sides for claim in reversed(found) if claim.act == "consult" and len(claim.sides) > 1), ())


def _spoke(view: View) -> str:
    """The one party that the sentence's own verb of saying has for its subject or agent."""
    main = view.clauses[0] if view.clauses else None
    for clause in [main] if main else []:
        words = [view.words[i] for i in clause.predicates]
        if any(word.lemma in group("acts", "voicing") | group("cues", "verbs") for word in words):
            found = actors(view, clause) or agents(view, clause)
            return found[0] if len(found) == 1 else ""
    return ""
