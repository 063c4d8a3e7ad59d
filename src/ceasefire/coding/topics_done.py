"""Provisions put together from an action and a thing: "release the hostages", "the withdrawal of troops"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from ceasefire.coding.clauses import NOMINAL, VERBAL, child, joined
from ceasefire.coding.phrases import Phrases, lemma, stems
from ceasefire.coding.texts import words_of
from ceasefire.coding.things import doers, done_to, is_captive, is_rescue, outcome_of, thing_in
from ceasefire.coding.topic import Topic
from ceasefire.coding.words import words
from ceasefire.vocabulary import load


@dataclass(frozen=True, slots=True)
class _Doing:
    category: str
    things: Phrases[bool]
    by: Phrases[bool]
    persons: bool  # any named person is such a thing


def done(doc: Doc, taken: Mapping[int, str], *, beside: bool = False) -> Iterator[Topic]:
    """Every action on a thing; `taken` gives the category of each token that already stands in a name.

    `beside` asks for the actions that are a provision only beside another one.
    """
    verbs, nouns = _actions(beside)
    for token in words_of(doc):
        if token.pos_ in VERBAL or token.tag_ in {"VBG", "VBN", "VB"}:
            category = _alone().get(lemma(token))
            if category is not None and not beside and token.dep_ != "amod":
                yield Topic(category, token, token.i, token.i + 1, doing=True, verbal=True)
            forms = ((verbs.get(form, ()), True) for form in reversed(_with_particle(token)))
        elif token.pos_ in NOMINAL:
            first = next((form for form in stems(token) if form in nouns), "")
            forms = ((doings, False) for doings in [nouns.get(first, ())])
        else:
            continue
        found = next(filter(None, (_on_a_thing(token, doings, taken, verbal=verbal) for doings, verbal in forms)), None)
        if found is not None:
            yield found


def _on_a_thing(action: Token, doings: Iterable[_Doing], taken: Mapping[int, str], *, verbal: bool) -> Topic | None:
    """The action's topic, where it is done to, or by, one of the things that it goes with."""
    for doing in doings:
        match = _thing_done_to(action, doing, taken, verbal) or _doer(action, doing, verbal)
        if match is None or (doing.category == "prisoner-release" and verbal and is_rescue(action)):
            continue
        start, end = min(action.i, match[0]), max(action.i + 1, match[1])
        return Topic(doing.category, action, start, end, doing=True, verbal=verbal)
    return None


def _thing_done_to(action: Token, doing: _Doing, taken: Mapping[int, str], verbal: bool) -> tuple[int, int] | None:
    for thing in done_to(action, verbal):
        for part in joined(thing):
            named = taken.get(part.i, doing.category)
            if named != doing.category and doing.category != "withdrawal":
                continue
            match = thing_in(part, doing.things)
            if match is None and part.i in taken and named == doing.category and thing.dep_ == "dobj":
                match = part.i, part.i + 1
            if match is None and verbal and doing.category == "prisoner-release" and is_captive(part, doing.persons):
                match = part.i, part.i + 1
            if match is not None:
                return match
    return None


def _doer(action: Token, doing: _Doing, verbal: bool) -> tuple[int, int] | None:
    """The thing that moves by itself: "*troops* withdraw", "the *convoy* entered"."""
    moving = doing.category in words("topics", "carriers", "moving")
    for who in doers(action, verbal):
        for part in joined(who):
            match = thing_in(part, doing.by) or (thing_in(part, doing.things) if moving else None)
            if match is not None:
                return match
    return None


def _with_particle(verb: Token) -> list[str]:
    """The verb, then the verb with each particle or near preposition: "hand", "hand over"."""
    base = lemma(verb)
    found = [base]
    for dependant in verb.children:
        near = dependant.dep_ in {"prep", "advmod"} and dependant.i - verb.i <= 4
        apart = base in words("topics", "carriers", "parting") and dependant.dep_ in {"prep", "advmod"}
        if dependant.dep_ == "prt" or near or apart:
            found.append(f"{base} {dependant.lower_}")
    outcome, held = outcome_of(verb), child(verb, "dobj")
    if outcome is not None:
        found.append(f"{base} {outcome.lower_}")
    return found if held is None else [*found, *(f"{base} {d.lower_}" for d in held.children if d.dep_ == "prt")]


@cache
def _alone() -> dict[str, str]:
    categories = ((category, entry) for category, entry in load("topics").items() if category != "carriers")
    return {verb: category for category, entry in categories for verb in entry.get("alone", ())}


@cache
def _actions(beside: bool) -> tuple[dict[str, list[_Doing]], dict[str, list[_Doing]]]:
    """Action verbs and action nouns, each with the categories and things that they may go with."""
    verbs: dict[str, list[_Doing]] = {}
    nouns: dict[str, list[_Doing]] = {}
    for category, entry in load("topics").items():
        for group in entry.get("doing", ()) if category != "carriers" else ():
            if bool(group.get("beside")) != beside:
                continue
            things, by = (Phrases(dict.fromkeys(group.get(key, ()), True)) for key in ("things", "by"))
            doing = _Doing(category, things, by, bool(group.get("persons")))
            for word in group.get("verbs", ()):
                verbs.setdefault(word, []).append(doing)
            for word in group.get("nouns", ()):
                nouns.setdefault(word, []).append(doing)
    return verbs, nouns
