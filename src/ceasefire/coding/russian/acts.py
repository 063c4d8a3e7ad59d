"""Which act a Russian word is, by the vocabulary."""

from __future__ import annotations

from functools import cache

from ceasefire.coding.russian.phrases import forms_of, group
from ceasefire.coding.russian.topics import HALTS, TALKS, Topic
from ceasefire.coding.russian.view_words import near
from ceasefire.coding.russian.word import Word
from ceasefire.vocabulary import load

SPEAKING = frozenset({"accuse", "deny", "propose"})
_OPPOSITE = {"accept": "reject", "propose": "reject", "reject": "accept"}


def verb_acts(word: Word) -> tuple[str, ...]:
    """The acts that a verb, short form or predicative may be, in the vocabulary's order."""
    return _acts("verbs").get(word.lemma) or _acts("adjectives").get(word.lemma, ())


def noun_act(word: Word) -> str:
    """The act that a noun names: "готовность" is accepting; "" where it names none."""
    return next(iter(_acts("nouns").get(word.lemma, ())), "") if word.nominal else ""


def fitting(acts: tuple[str, ...], topic: Topic) -> str:
    """The first of the acts that can be done to such a provision: deeds are carried out, halts and talks are not."""
    deeds = group("acts", "deeds")
    for act in acts:
        if act == "implement" and not (
            topic.category in deeds or (topic.category in HALTS and topic.action is not None)
        ):
            continue
        if act == "mediate" and topic.category == TALKS:
            continue
        return act
    return ""


def opposite(act: str) -> str:
    """What the act is when it is denied: not agreeing is refusing."""
    return _OPPOSITE.get(act, act)


def answer(words: list[Word], verb: int) -> str:
    """What an answer or a judgment comes to: "конструктивно отреагировал", "считает неприемлемым"."""
    for kind, reach in (("answering", 6), ("siding", 2), ("deeming", 3)):
        known = load("russian/acts")[kind]
        if words[verb].lemma not in group("acts", kind, "verbs"):
            continue
        beside = {word.lemma for word in near(words, verb, reach)}
        for side, act in (("yes", "accept"), ("no", "reject"), ("needed", "propose")):
            if any(not forms_of(word).isdisjoint(beside) for word in known.get(side, ())):
                return act
    return ""


@cache
def _acts(kind: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for act in load("russian/acts")[kind]:
        for lemma in sorted(group("acts", kind, act)):
            found[lemma] = (*found.get(lemma, ()), act)
    return found
