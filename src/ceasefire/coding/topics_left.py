"""A party leaves a place: "will withdraw from the strip", "its withdrawal"; leaving a treaty is another thing."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ceasefire.coding.clauses import NOMINAL, child
from ceasefire.coding.names import is_bare_name, is_of_a_people
from ceasefire.coding.phrases import lemma, stems
from ceasefire.coding.texts import words_of
from ceasefire.coding.topic import Topic
from ceasefire.coding.words import words


def left(doc: Doc) -> Iterator[Topic]:
    """Every leaving of a place that names no troops."""
    for token in words_of(doc):
        if token.pos_ == "VERB" and lemma(token) in words("topics", "withdrawal", "leaving"):
            place = _place(token)
            if place is not None:
                yield Topic("withdrawal", token, token.i, place.i + 1, doing=True, verbal=True)
        elif token.pos_ in NOMINAL and any(
            form in words("topics", "withdrawal", "departures") for form in stems(token)
        ):
            place = _place(token)
            if place is not None or _is_of_a_party(token):
                yield Topic("withdrawal", token, token.i, (place or token).i + 1, doing=True)


def _place(leaving: Token) -> Token | None:
    """What is left: "from *the strip*", "from *there*"."""
    for dependant in leaving.children:
        place = child(dependant, "pobj") if dependant.dep_ == "prep" and dependant.lower_ == "from" else None
        if place is not None and (
            place.lower_ in words("topics", "withdrawal", "there")
            or is_bare_name(place)
            or lemma(place) in words("topics", "withdrawal", "places")
        ):
            return place
    return None


def _is_of_a_party(noun: Token) -> bool:
    """ "An *Israeli* withdrawal", "*their* withdrawal": from nothing else, such as a treaty or a race."""
    if any(d.dep_ == "prep" and d.lower_ == "from" for d in noun.children):
        return False
    return any(
        is_of_a_people(d) or (d.dep_ == "poss" and d.pos_ == "PRON")
        for d in noun.lefts
        if d.dep_ in {"amod", "poss", "compound", "nmod"}
    )
