"""Provisions by name: "ceasefire", "humanitarian corridor"; a deal about targets; names that are weak alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from ceasefire.coding.clauses import NOMINAL, VERBAL, child
from ceasefire.coding.phrases import Phrases, lemma, stems
from ceasefire.coding.texts import words_of
from ceasefire.coding.things import thing_in
from ceasefire.coding.topic import Topic
from ceasefire.coding.words import words
from ceasefire.vocabulary import load


def named(doc: Doc) -> Iterator[Topic]:
    """Every provision that is called by its name."""
    for start, end, category in _names("names").find(doc):
        root = doc[start:end].root
        if root.pos_ in VERBAL and lemma(root) in load("topics")[category].get("alone", ()):
            continue
        if root.pos_ == "ADP" or (category == "talks" and root.pos_ in VERBAL and root.tag_ not in {"VBG", "NN"}):
            continue
        verbal = category == "monitoring" and root.pos_ in VERBAL and root.tag_ != "VBG"  # "will *monitor* the truce"
        doing = verbal or category in words("topics", "carriers", "deeds")
        yield Topic(category, root, start, end, doing=doing, verbal=verbal)


def weak(doc: Doc) -> Iterator[Topic]:
    """ "a deal", "elections": the provision only where the text speaks of another."""
    for start, end, category in _names("weak").find(doc):
        head = doc[start:end].root
        if head.pos_ in NOMINAL and head.dep_ not in {"compound", "amod"}:
            yield Topic(category, head, start, end)


def targeted(doc: Doc) -> Iterator[Topic]:
    """A deal about a class of targets is a limited halt: "a deal on energy infrastructure"."""
    nouns = words("topics", "carriers", "targeted")
    for token in words_of(doc):
        if token.pos_ != "NOUN" or not any(form in nouns for form in stems(token)):
            continue
        for dependant in token.children:
            if dependant.dep_ == "prep" and dependant.lower_ in words("topics", "carriers", "about"):
                about = child(dependant, "pobj")
                if about is not None and thing_in(about, _target_words()) is not None:
                    yield Topic("limited-ceasefire", token, token.i, about.i + 1)


@cache
def _names(strength: str) -> Phrases[str]:
    """The names of all categories: those that serve alone ("names") or the weak ones ("weak")."""
    categories = ((category, entry) for category, entry in load("topics").items() if category != "carriers")
    return Phrases({name: category for category, entry in categories for name in entry.get(strength, ())})


@cache
def _target_words() -> Phrases[bool]:
    return Phrases({target: True for group in load("scopes")["targets"].values() for target in group})
