"""Where a text speaks of a provision: the words, the category, and the token that the grammar hangs on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from ceasefire.coding.clauses import child, joined, subject
from ceasefire.coding.phrases import Phrases, lemma, stems
from ceasefire.vocabulary import load


@dataclass(frozen=True, slots=True)
class Topic:
    """A mention of a provision.

    `head` is the token whose place in the sentence says what is done about it; `start`, `end` are token
    indexes of the words; `doing` says that it is an action that somebody carries out (withdraw, release,
    halt attacks) rather than a thing that is agreed, `verbal` that the action is a verb.
    """

    category: str
    head: Token
    start: int
    end: int
    doing: bool = False
    verbal: bool = False
    refers: Topic | None = None


@cache
def _names() -> Phrases[str]:
    table = load("topics")
    return Phrases(
        {
            name: category
            for category, entry in table.items()
            if category != "carriers" and isinstance(entry, dict)
            for name in entry.get("names", ())
        }
    )


@cache
def _alone() -> dict[str, str]:
    table = load("topics")
    return {
        verb: category
        for category, entry in table.items()
        if category != "carriers" and isinstance(entry, dict)
        for verb in entry.get("alone", ())
    }


@dataclass(frozen=True, slots=True)
class _Doing:
    category: str
    things: Phrases[bool]


@cache
def _actions() -> tuple[dict[str, list[_Doing]], dict[str, list[_Doing]]]:
    """Action verbs and action nouns, each with the categories and things that they may go with."""
    verbs: dict[str, list[_Doing]] = {}
    nouns: dict[str, list[_Doing]] = {}
    for category, entry in load("topics").items():
        if category == "carriers" or not isinstance(entry, dict):
            continue
        for group in entry.get("doing", ()):
            doing = _Doing(category, Phrases(dict.fromkeys(group["things"], True)))
            for word in group.get("verbs", ()):
                verbs.setdefault(word, []).append(doing)
            for word in group.get("nouns", ()):
                nouns.setdefault(word, []).append(doing)
    return verbs, nouns


def topics(doc: Doc) -> list[Topic]:
    """Every mention of a provision, in the order of the text; a named one wins over one put together."""
    named = [*_named(doc), *_targeted(doc)]
    taken = {i: topic.category for topic in named if topic.category != "talks" for i in range(topic.start, topic.end)}
    found = [topic for topic in (*named, *_done(doc, taken), *_left(doc)) if not _is_elsewhere(topic)]
    if found:
        covered = {i for topic in found for i in range(topic.start, topic.end)}
        spoken = {topic.head.sent.start for topic in found if topic.category != "talks"}
        weak = (topic for topic in _weak(doc) if topic.head.i not in covered and topic.head.sent.start not in spoken)
        found += [topic for topic in weak if not _is_elsewhere(topic)]
    found.sort(key=lambda topic: (topic.start, topic.end, topic.category))
    return found


def _is_elsewhere(topic: Topic) -> bool:
    """Talks, deals and truces of another world: "trade talks", "negotiations on a free trade agreement"."""
    if topic.category not in {"talks", "ceasefire", "peace-agreement"}:
        return False
    words = load("topics")["carriers"]["elsewhere"]
    near = [*topic.head.lefts, *topic.head.doc[topic.start : topic.end]]
    for dependant in topic.head.children:
        if dependant.dep_ in {"prep", "dobj"}:
            near += dependant.subtree
    return any(form in words for token in near if token.ent_type_ != "PERSON" for form in stems(token))


def _left(doc: Doc) -> Iterator[Topic]:
    """A party leaves a place: "will withdraw from the strip"; leaving a treaty or an organisation is another thing."""
    leaving = load("topics")["withdrawal"]["leaving"]
    for token in doc:
        if token.pos_ != "VERB" or token.lemma_.lower() not in leaving:
            continue
        for dependant in token.children:
            place = child(dependant, "pobj") if dependant.dep_ == "prep" and dependant.lower_ == "from" else None
            if place is not None and (
                place.lower_ in {"them", "there"}
                or place.ent_type_ in {"GPE", "LOC", "FAC"}
                or lemma(place) in load("topics")["withdrawal"]["places"]
            ):
                yield Topic("withdrawal", token, token.i, place.i + 1, doing=True, verbal=True)


@cache
def _weak_names() -> Phrases[str]:
    entries = {category: entry for category, entry in load("topics").items() if category != "carriers"}
    return Phrases({name: category for category, entry in entries.items() for name in entry.get("weak", ())})


def _weak(doc: Doc) -> Iterator[Topic]:
    """ "a deal", "elections": the provision only where the text speaks of another."""
    for start, end, category in _weak_names().find(doc):
        head = doc[start:end].root
        if head.pos_ in {"NOUN", "PROPN"} and head.dep_ not in {"compound", "amod"}:
            yield Topic(category, head, start, end)


def _targeted(doc: Doc) -> Iterator[Topic]:
    """A deal about a class of targets is a limited halt: "a deal on energy infrastructure"."""
    nouns = load("topics")["carriers"]["targeted"]
    for token in doc:
        if token.pos_ != "NOUN" or not any(form in nouns for form in stems(token)):
            continue
        for dependant in token.children:
            about = (
                child(dependant, "pobj")
                if dependant.dep_ == "prep" and dependant.lower_ in {"on", "over", "covering", "about"}
                else None
            )
            if about is not None and _thing_in(about, _target_words()) is not None:
                yield Topic("limited-ceasefire", token, token.i, about.i + 1)


@cache
def _target_words() -> Phrases[bool]:
    return Phrases({words: True for group in load("scopes")["targets"].values() for words in group})


def _named(doc: Doc) -> list[Topic]:
    found = []
    for start, end, category in _names().find(doc):
        span = doc[start:end]
        if span.root.pos_ in {"VERB", "AUX"} and category in {"talks"} and span.root.tag_ not in {"VBG", "NN"}:
            continue
        if span.root.pos_ == "ADP":
            continue
        found.append(Topic(category, span.root, start, end, doing=category in _deeds()))
    return found


@cache
def _deeds() -> frozenset[str]:
    """Categories whose names are names of actions: a prisoner exchange is carried out, a ceasefire is agreed."""
    return frozenset(load("topics")["carriers"]["deeds"])


@cache
def _moving() -> frozenset[str]:
    """Categories in which the thing may be the subject: "troops withdraw", "fighters disarm"."""
    return frozenset(load("topics")["carriers"]["moving"])


def _done(doc: Doc, taken: dict[int, str]) -> list[Topic]:
    verbs, nouns = _actions()
    alone = _alone()
    found = []
    for token in doc:
        if token.pos_ in {"VERB", "AUX"} or token.tag_ in {"VBG", "VBN", "VB"}:
            if (category := alone.get(token.lemma_.lower())) is not None:
                found.append(Topic(category, token, token.i, token.i + 1, doing=True, verbal=True))
            for word in reversed(_with_particle(token)):
                pairs = _pairs(token, verbs.get(word, ()), taken, verbal=True)
                if pairs:
                    found += pairs
                    break
        elif token.pos_ in {"NOUN", "PROPN"}:
            for word in stems(token):
                if word in nouns:
                    found += _pairs(token, nouns[word], taken, verbal=False)
                    break
    return found


def _with_particle(verb: Token) -> list[str]:
    words = [verb.lemma_.lower()]
    for dependant in verb.children:
        if (
            dependant.dep_ == "prt"
            or (dependant.lower_ == "over" and words[0] == "hand")
            or (dependant.dep_ in {"prep", "advmod"} and dependant.i - verb.i <= 4)
        ):
            words.append(f"{words[0]} {dependant.lower_}")
    return words


def _pairs(action: Token, doings: list[_Doing] | tuple[()], taken: dict[int, str], *, verbal: bool) -> list[Topic]:
    for doing in doings:
        for thing in _things(action, verbal):
            if thing.dep_ == "nsubj" and doing.category not in _moving():
                continue
            for part in joined(thing):
                if taken.get(part.i, doing.category) != doing.category and doing.category != "withdrawal":
                    continue
                match = _thing_in(part, doing.things)
                if match is None and doing.category == "prisoner-release" and verbal and _is_person(part):
                    match = part.i, part.i + 1
                if match is not None:
                    start, end = min(action.i, match[0]), max(action.i + 1, match[1])
                    return [Topic(doing.category, action, start, end, doing=True, verbal=verbal)]
    return []


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
    return thing.ent_type_ == "PERSON" or (thing.dep_ == "dobj" and thing.lower_ in {"them", "him", "her"})


def _inner_things(held: Token) -> Iterator[Token]:
    """ "freed 700 *of its prisoners*", "supplied the rebels *with drones*"."""
    for dependant in held.children:
        if (
            dependant.dep_ == "prep"
            and dependant.lower_ in {"of", "with"}
            and (held.pos_ == "NUM" or dependant.lower_ == "with")
        ):
            inner = child(dependant, "pobj")
            if inner is not None:
                yield inner


def _thing_in(thing: Token, known: Phrases[bool]) -> tuple[int, int] | None:
    """The known thing that a noun phrase is headed by, or that modifies its head."""
    doc = thing.doc
    for start in range(max(thing.left_edge.i, thing.i - 3), thing.i + 1):
        match = known.at(doc, start)
        if match is not None and match[0] >= thing.i + 1:
            return start, match[0]
    return None
