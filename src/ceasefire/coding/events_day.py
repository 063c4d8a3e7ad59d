"""On which day an event was or will be, by the words of its own clause and those around it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from ceasefire.coding.clauses import VERBAL, clause_of
from ceasefire.coding.datelines import datelines
from ceasefire.coding.events_told import Told
from ceasefire.coding.events_when import Dated, dates
from ceasefire.coding.texts import text_of
from ceasefire.reading.document import Document
from ceasefire.vocabulary import load
from ceasefire.when import UNKNOWN, When

_PRESENT = frozenset({"VBZ", "VBP"})


def day_of(document: Document, one: Told, held: bool) -> tuple[When, tuple[int, ...]]:
    """The nearest day in the clauses of the event; in the present tense the day of the text itself."""
    sentence = one.head.sent
    clauses = list(_clauses(one))
    best: tuple[int, int, Dated, tuple[int, ...]] | None = None
    if one.head == one.verb and one.head.lower_ in load("events")["days"]:
        return _today(document), (one.head.i,)
    all_days = list(dates(sentence.text))
    for found in all_days:
        inside = tuple(
            token.i
            for token in sentence
            if found.start <= token.idx - sentence[0].idx < found.end and not (token.is_space or token.is_punct)
        )
        if not inside:
            continue
        token = sentence.doc[inside[0]]
        verb = _clause_of_time(token)
        rank = (
            0
            if one.head in token.ancestors and one.noun is not None
            else clauses.index(verb)
            if verb in clauses
            else -1
        )
        if rank < 0:
            continue
        ordered = (rank, abs(token.i - one.head.i), found, inside)
        if best is None or ordered[:2] < best[:2]:
            best = ordered
    if best is not None:
        return best[2].when(document.published, held), best[3]
    if held and len(all_days) == 1 and _opens(document, sentence):
        return all_days[0].when(document.published, held), ()
    return (_today(document) if held and _is_now(one) else UNKNOWN), ()


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
