"""The words at which the rules can start, as forms, from the same vocabulary that the rules read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from ceasefire.coding.attribution_cues import cues
from ceasefire.coding.forms import forms
from ceasefire.coding.words import act_words, words
from ceasefire.vocabulary import load

#: What a sentence must hold together: one word of each set.
Needed = tuple[frozenset[str], ...]

_ROLES = (
    "officials",
    "bodies",
    "groups",
    "countries",
    "organisations",
    "related",
    "collective",
    "bare",
    "joint",
    "media",
    "own_voice",
    "plural_bodies",
)
_PRONOUNS = ("personal", "thing", "plural")
_STARTING = frozenset({"clause", "quote"})  # "wording" needs a quotation, "resume" another cue


@cache
def cue_words() -> frozenset[str]:
    """Words with which an attribution may begin: cues, and words beside which any verb is one."""
    known = cues()
    verbs = {lemma for lemma, takes in known.takes.items() if takes & _STARTING}
    return forms(verbs | known.personal | known.adjectives) | words_beside_any_cue() | {"according", "per"}


@cache
def words_beside_any_cue() -> frozenset[str]:
    """Words beside which another word is the cue: "noted *that*", "in his *view*"."""
    return cues().phrases | {"that"}


@cache
def supposing_words() -> frozenset[str]:
    """Verbs with which a reading of somebody's motives begins."""
    return forms(words("readings", "suppose") | words("readings", "report"))


@cache
def motive_words() -> frozenset[str]:
    """Words without which there is no reading: motives and hedges."""
    return forms(words("readings", "motive") | words("readings", "hedges"))


@cache
def event_words() -> frozenset[str]:
    """Words without which nothing is told of an event between parties."""
    known = load("events")
    verbs = {verb for entry in known["verbs"].values() for verb in entry}
    nouns = {noun for entry in known["nouns"].values() for noun in entry}
    return forms(verbs | nouns | set(known["discussing"]) | set(known["phones"]) | set(known["signing"]))


@cache
def provisions() -> Mapping[str, tuple[Needed, ...]]:
    """First word → what else must stand in the sentence for it to name a provision."""
    return _by_first(_provisions())


@cache
def bargains() -> Mapping[str, tuple[Needed, ...]]:
    """The same for bargains and threats whose words name no provision: "back to *war* *unless*"."""
    return _by_first(_bargains())


@cache
def stance_words() -> frozenset[str]:
    """In a text that speaks of a provision: acts, words that point back to it, and what is asked about it."""
    acts = {
        verb.split()[0] for entry in load("acts") for verb in (*entry.get("verbs", ()), *entry.get("adjectives", ()))
    }
    asked = load("conditions")["details"]
    pointing = words("topics", "carriers", "pointing")
    weak = {name.split()[0] for name in weak_names()}
    beside = {
        word
        for entry in _categories().values()
        for group in entry.get("doing", ())
        if group.get("beside")
        for word in _doing(group)
    }
    return frozenset(beside) | forms(
        acts | act_words("demanding") | pointing | weak | set(asked["nouns"]) | set(asked["verbs"])
    )


@cache
def weak_names() -> frozenset[str]:
    """Names that mean a provision only in a text that speaks of another."""
    return frozenset(name for entry in _categories().values() for name in entry.get("weak", ()))


@cache
def role_words() -> frozenset[str]:
    """Nouns that stand for a party named elsewhere: "the president", "both sides", "the group"."""
    phrases = {phrase for kind in _ROLES for phrase in load("parties/roles")[kind]}
    return forms(phrase.split()[-1] for phrase in phrases)


@cache
def pronouns() -> frozenset[str]:
    """Pronouns that go back to somebody named before."""
    return frozenset(word for kind in _PRONOUNS for word in load("parties/roles")[kind])


def _by_first(ways: Iterable[tuple[frozenset[str], ...]]) -> dict[str, tuple[Needed, ...]]:
    found: dict[str, list[Needed]] = {}
    for first, *rest in ways:
        for word in first:
            found.setdefault(word, []).append(tuple(rest))
    return {word: tuple(rest) for word, rest in found.items()}


def _bargains() -> Iterator[tuple[frozenset[str], ...]]:
    yield forms(words("conditions", "resuming")), forms(words("conditions", "warring")), _conditional()
    yield forms(word for told in load("conditions")["bargained"].values() for word in told), _conditional()


def _provisions() -> Iterator[tuple[frozenset[str], ...]]:
    """Every way to speak of a provision, as the sets of words of which each must be there."""
    for category, entry in _categories().items():
        for name in entry.get("names", ()):
            yield _of_phrase(name)
        for verb in entry.get("alone", ()):
            yield (forms([verb]),)
        for group in entry.get("doing", ()):
            if group.get("beside"):
                continue  # among the words of stance
            doing, things = _doing(group), (*group.get("things", ()), *group.get("by", ()))
            yield doing, forms(thing for thing in things if " " not in thing and "-" not in thing)
            for thing in things:
                if " " in thing or "-" in thing:
                    yield doing, *_of_phrase(thing)
            if category == "prisoner-release":
                yield doing, forms(words("topics", "prisoner-release", "held")) | words("grammar", "persons")
            if group.get("persons"):
                yield (doing,)
    yield forms(words("topics", "withdrawal", "leaving")), frozenset({"from"})
    yield (forms(words("topics", "withdrawal", "departures")),)
    yield from _bargains()
    targets = load("scopes")["targets"].values()
    about = words("topics", "carriers", "about")
    for target in {target for group in targets for target in group}:
        yield forms(words("topics", "carriers", "targeted")), about, *_of_phrase(target)


def _doing(group: Mapping[str, Any]) -> frozenset[str]:
    """The words of doing of a group of actions; of "hand over" the first."""
    return forms(word.split()[0] for word in (*group.get("verbs", ()), *group.get("nouns", ())))


@cache
def _conditional() -> frozenset[str]:
    """Words with which a condition begins."""
    kinds = ("clause", "clause_prepositions", "comparing", "moment", "inverted", "with_perfect", "only")
    openings = {word for kind in kinds for word in words("conditions", kind)}
    return forms(openings | {phrase.split()[0] for phrase in words("conditions", "phrase")}) | openings


def _of_phrase(phrase: str) -> tuple[frozenset[str], ...]:
    return tuple(forms([word]) for word in phrase.replace("-", " - ").split())


def _categories() -> dict[str, Any]:
    return {category: entry for category, entry in load("topics").items() if category != "carriers"}
