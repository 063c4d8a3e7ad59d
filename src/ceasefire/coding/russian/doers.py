"""Who does what a verb above a provision says, and whom it is done to."""

from __future__ import annotations

from ceasefire.coding.russian.phrases import group
from ceasefire.coding.russian.roles import parties_at
from ceasefire.coding.russian.scene import View
from ceasefire.coding.russian.topics import Topic
from ceasefire.coding.russian.view_words import preposition
from ceasefire.coding.russian.who import actors, agents, between, is_passive, subject


def doers(view: View, topic: Topic, verb: int, act: str) -> tuple[str, ...]:
    """The subject, the side in an agentless passive, those who met, or whoever spoke last."""
    clause = view.clause(verb)
    word = view.words[verb]
    found = actors(view, clause)
    head = subject(view, clause)
    if not found and head is not None and topic.start <= head < topic.end:
        found = parties_at(view, topic.head)  # "создаются российская и американская группы"
    if found or not _agentless(view, verb):
        return found
    if act in {"accept", "consult"} and (word.lemma in group("acts", "agreeing") or act == "consult"):
        return view.pair
    last = view.voice or view.teller
    return between(view, clause) or agents(view, clause) or ((last,) if last else ())


def _agentless(view: View, verb: int) -> bool:
    """A passive or an impersonal form, which names nobody: "условлено", "останавливаются"."""
    word = view.words[verb]
    return is_passive(word) or word.text.endswith(("ся", "сь")) or word.feats.get("VerbForm") in {"Conv", "Part"}


def addressed(view: View, verb: int, topic: Topic) -> tuple[str, ...]:
    """Who stands between the verb and the provision: "призвал *Киев* прекратить"."""
    low, high = sorted((verb, topic.start))
    named = [m for m in view.mentions if low < m.start < high and m.how != "adjective"]
    return tuple(dict.fromkeys(m.party for m in named if not _is_a_place(view, m.start)))


def _is_a_place(view: View, i: int) -> bool:
    """ "в Стамбуле": where it happened, not who took part."""
    at = preposition(view.words, i)
    return at is not None and view.words[at].lemma in group("grammar", "loose")
