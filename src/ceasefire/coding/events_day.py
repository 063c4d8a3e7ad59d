"""On which day an event was or will be, by the words of its own clause and those around it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from ceasefire.coding.clauses import VERBAL, clause_of
from ceasefire.coding.datelines import datelines
from ceasefire.coding.events_held import HELD
from ceasefire.coding.events_told import Told
from ceasefire.coding.events_when import Dated, dates
from ceasefire.coding.names import is_time
from ceasefire.coding.scene import Scene
from ceasefire.coding.texts import text_of
from ceasefire.coding.words import words
from ceasefire.reading.document import Document
from ceasefire.vocabulary import load
from ceasefire.when import UNKNOWN, When

_PRESENT = frozenset({"VBZ", "VBP"})


def day_of(document: Document, scene: Scene, one: Told) -> tuple[When, tuple[int, ...]]:
    """The nearest day in the clauses of the event, with its words; in the present tense the day of the text itself."""
    sentence = one.head.sent
    held = one.firmness == HELD
    if one.noun is None and one.head.lower_ in load("events")["days"]:
        return _today(document), (one.head.i,)
    said = [
        (day, inside) for day, inside in _said(sentence) if not _is_something_else(scene, sentence.doc[inside[0]], one)
    ]
    clauses = list(_clauses(one))
    ranked = [(_rank(one, clauses, sentence.doc[inside[0]]), day, inside) for day, inside in said]
    near = [(rank, abs(inside[0] - one.head.i), day, inside) for rank, day, inside in ranked if rank >= 0]
    if near:
        _, _, day, inside = min(near, key=lambda found: found[:2])
        return day.when(document.published, held), inside
    if held and len(said) == 1 and _opens(document, sentence):
        return said[0][0].when(document.published, held), ()
    return (_today(document) if held and _is_now(one) else UNKNOWN), ()


def _said(sentence: Span) -> Iterator[tuple[Dated, tuple[int, ...]]]:
    """The days that the sentence names, each with its words."""
    for day in dates(sentence.text):
        inside = tuple(
            token.i
            for token in sentence
            if day.start <= token.idx - sentence[0].idx < day.end and not (token.is_space or token.is_punct)
        )
        if inside:
            yield day, inside


def _is_something_else(scene: Scene, first: Token, one: Told) -> bool:
    """A part of a name ("23 March Movement"), the end of a term ("by 3 May"), or the day of another thing."""
    if scene.cast.at(first):
        return True
    if first.i and first.nbor(-1).lower_ in words("events", "limits"):
        return True
    of = first.head
    while of.dep_ in {"prep", "pobj", "nummod", "compound", "npadvmod"} and (is_time(of) or of.dep_ == "prep"):
        of = of.head
    taking_part = {i for at in (*one.parties.values(), *one.hosts.values()) for i in at}
    own = {one.head.i, one.noun.i if one.noun is not None else one.head.i, *taking_part}
    return of.pos_ == "NOUN" and not is_time(of) and of.i not in own and one.head not in of.subtree


def _rank(one: Told, clauses: list[Token], day: Token) -> int:
    """How far from the event's own clause the day stands; below 0 where it says nothing of the event."""
    if one.noun is not None and one.head in day.ancestors:
        return 0
    verb = _clause_of_time(day)
    return clauses.index(verb) if verb in clauses else -1


def _opens(document: Document, sentence: Span) -> bool:
    """The first sentence of a news text tells of one day where it names one."""
    before = text_of(sentence.doc)[: sentence.start_char]
    place = datelines(text_of(sentence.doc))
    return not before.strip() or (bool(place) and place[0][0] == 0 and not before[place[0][1] :].strip())


def _clause_of_time(token: Token) -> Token:
    return clause_of(token.head if token.pos_ in VERBAL else token)


def _clauses(one: Told) -> Iterator[Token]:
    """The verb of the event and those of the clauses around it that a day beside them would hold for, too."""
    verb = clause_of(one.head)
    while True:
        yield verb
        if verb == one.verb and verb != clause_of(one.head):
            return
        if verb.dep_ not in {"advcl", "pcomp", "xcomp", "acl"} or verb.head == verb:
            return
        verb = clause_of(verb.head)


def _is_now(one: Told) -> bool:
    """ "A and B *meet* in Athens": news in the present tense is of the day."""
    verb = one.verb
    while verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        verb = verb.head
    if one.before or verb.dep_ != "ROOT":
        return False
    return verb.tag_ in _PRESENT | {"VB"} or any(
        aux.dep_ == "auxpass" and aux.tag_ in _PRESENT for aux in verb.children
    )


def _today(document: Document) -> When:
    day = document.published
    if day.first is None or day.first != day.last:
        return UNKNOWN
    return When(day.first.isoformat(), "", day.found_in)
