"""Provisions put together from an action and a thing: "release the hostages", "the withdrawal of troops"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from ceasefire.coding.clauses import NOMINAL, VERBAL, child, joined
from ceasefire.coding.phrases import Phrases, lemma, stems
from ceasefire.coding.subjects import subject
from ceasefire.coding.topic import Topic
from ceasefire.coding.words import words
from ceasefire.vocabulary import load


@dataclass(frozen=True, slots=True)
class _Doing:
    category: str
    things: Phrases[bool]


def done(doc: Doc, taken: Mapping[int, str]) -> Iterator[Topic]:
    """Every action on a thing; `taken` gives the category of each token that already stands in a name."""
    verbs, nouns = _actions()
    for token in doc:
        if token.pos_ in VERBAL or token.tag_ in {"VBG", "VBN", "VB"}:
            category = _alone().get(lemma(token))
            if category is not None:
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


def left(doc: Doc) -> Iterator[Topic]:
    """A party leaves a place: "will withdraw from the strip", "its withdrawal from the town".

    Leaving a treaty or an organisation is another thing.
    """
    for token in doc:
        group = {"VERB": "leaving", "NOUN": "departures"}.get(token.pos_)
        if group is None or lemma(token) not in words("topics", "withdrawal", group):
            continue
        for dependant in token.children:
            place = child(dependant, "pobj") if dependant.dep_ == "prep" and dependant.lower_ == "from" else None
            if place is not None and _is_left(place):
                yield Topic("withdrawal", token, token.i, place.i + 1, doing=True, verbal=token.pos_ == "VERB")


def _is_left(place: Token) -> bool:
    if place.lower_ in words("topics", "withdrawal", "there") or place.ent_type_ in {"GPE", "LOC", "FAC"}:
        return True
    return lemma(place) in words("topics", "withdrawal", "places")


def thing_in(thing: Token, known: Phrases[bool]) -> tuple[int, int] | None:
    """The known thing that a noun phrase is headed by, or that modifies its head."""
    for start in range(max(thing.left_edge.i, thing.i - 3), thing.i + 1):
        match = known.at(thing.doc, start)
        if match is not None and match[0] >= thing.i + 1:
            return start, match[0]
    return None


def _on_a_thing(action: Token, doings: Iterable[_Doing], taken: Mapping[int, str], *, verbal: bool) -> Topic | None:
    """The action's topic, where it is done to, or by, one of the things that it goes with."""
    for doing in doings:
        for thing in _things(action, verbal):
            if thing.dep_ == "nsubj" and doing.category not in words("topics", "carriers", "moving"):
                continue
            for part in joined(thing):
                if taken.get(part.i, doing.category) != doing.category and doing.category != "withdrawal":
                    continue
                match = thing_in(part, doing.things)
                if match is None and doing.category == "prisoner-release" and verbal and _is_person(part):
                    match = part.i, part.i + 1
                if match is not None:
                    start, end = min(action.i, match[0]), max(action.i + 1, match[1])
                    return Topic(doing.category, action, start, end, doing=True, verbal=verbal)
    return None


def _with_particle(verb: Token) -> list[str]:
    """The verb, then the verb with each particle or near preposition: "hand", "hand over"."""
    base = lemma(verb)
    found = [base]
    for dependant in verb.children:
        near = dependant.dep_ in {"prep", "advmod"} and dependant.i - verb.i <= 4
        if dependant.dep_ == "prt" or near or (base == "hand" and dependant.lower_ == "over"):
            found.append(f"{base} {dependant.lower_}")
    return found


def _things(action: Token, verbal: bool) -> list[Token]:
    """What the action is done to, or who does it where it is done by moving ("troops withdraw")."""
    things = [
        dependant
        for dependant in action.children
        if dependant.dep_ in {"dobj", "nsubjpass", "compound", "poss", "dative", "amod", "nsubj"}
    ]
    for dependant in action.children:
        if dependant.dep_ in {"prep", "agent"}:
            inner = child(dependant, "pobj", "pcomp")
            if inner is not None:
                things.append(inner)
        if dependant.dep_ == "dobj":
            things += _inner_things(dependant)
        if dependant.dep_ in {"xcomp", "pcomp"} and dependant.tag_ == "VBG":
            things.append(dependant)
    if verbal and action.dep_ in {"acl", "relcl"}:
        things.append(action.head)
    if verbal and action.dep_ in {"xcomp", "conj", "ccomp"}:
        doer = subject(action)
        if doer is not None:
            things.append(doer)
    return things


def _is_person(thing: Token) -> bool:
    """A named person, or "them" who were named before."""
    return thing.ent_type_ == "PERSON" or (thing.dep_ == "dobj" and thing.lower_ in words("grammar", "persons"))


def _inner_things(held: Token) -> Iterator[Token]:
    """ "freed 700 *of its prisoners*", "supplied the rebels *with drones*"."""
    for preposition in held.children:
        if preposition.dep_ != "prep" or preposition.lower_ not in words("grammar", "inner"):
            continue
        if held.pos_ == "NUM" or preposition.lower_ in words("grammar", "means"):
            inner = child(preposition, "pobj")
            if inner is not None:
                yield inner


@cache
def _alone() -> dict[str, str]:
    categories = ((category, entry) for category, entry in load("topics").items() if category != "carriers")
    return {verb: category for category, entry in categories for verb in entry.get("alone", ())}


@cache
def _actions() -> tuple[dict[str, list[_Doing]], dict[str, list[_Doing]]]:
    """Action verbs and action nouns, each with the categories and things that they may go with."""
    verbs: dict[str, list[_Doing]] = {}
    nouns: dict[str, list[_Doing]] = {}
    for category, entry in load("topics").items():
        for group in entry.get("doing", ()) if category != "carriers" else ():
            doing = _Doing(category, Phrases(dict.fromkeys(group["things"], True)))
            for word in group.get("verbs", ()):
                verbs.setdefault(word, []).append(doing)
            for word in group.get("nouns", ()):
                nouns.setdefault(word, []).append(doing)
    return verbs, nouns
