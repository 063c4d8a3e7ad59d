"""Calls, meetings, talks and signings that a Russian text tells of: who took part, on which day, where.

A readout that opens with the event itself ("Состоялся телефонный разговор …") and names no day is of its own day.
"""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.coding.russian.events_told import Told, told
from ceasefire.coding.russian.events_when import dates
from ceasefire.coding.russian.lemmas import plain
from ceasefire.coding.russian.phrases import group
from ceasefire.coding.russian.scene import Scene, View
from ceasefire.coding.russian.word import Word
from ceasefire.coding.statement import CALL, EventMention
from ceasefire.reading.document import Document
from ceasefire.when import UNKNOWN, When

_OPENING = 4  # sentences: the page's heading, the title, and the first of the text


def events(document: Document, scene: Scene) -> Iterator[EventMention]:
    """Every event that the document tells of, in order; a passage said twice tells of it once."""
    for number, view in enumerate(scene.views):
        if any(repeat.start <= view.sentence.start < repeat.end for repeat in document.repeats):
            continue
        kept: set[tuple[str, tuple[str, ...]]] = set()
        for one in sorted(told(view), key=lambda one: (one.first, one.last, one.kind)):
            if (one.kind, one.parties) not in kept:
                kept.add((one.kind, one.parties))
                yield _mention(document, view, one, number < _OPENING)


def _mention(document: Document, view: View, one: Told, opening: bool) -> EventMention:
    when, dated = _day(document, view, one, opening)
    place, placed = ("", ()) if one.kind == CALL else _place(view, one)
    named = [m.start for m in view.mentions if m.party in one.parties and abs(m.start - one.first) < _REACH]
    named += [m.end - 1 for m in view.mentions if m.party in one.parties and abs(m.start - one.first) < _REACH]
    inside = [one.first, one.last, *named, *dated, *placed]
    start, end = view.words[min(inside)].start, view.words[max(inside)].end
    return EventMention(one.kind, one.parties, when, place, one.held, document.text[start:end], start, end, one.hosts)


_REACH = 20  # words between an event and the names of its parties


def _day(document: Document, view: View, one: Told, opening: bool) -> tuple[When, tuple[int, ...]]:
    """The nearest day of the clause, else of a sentence that has one clause; that of the text for a readout."""
    clause = view.clause(one.first)
    found = [day for day in dates(view.words) if day.start in clause.words or len(view.clauses) == 1]
    if found:
        best = min(found, key=lambda day: (abs(day.start - one.first), day.start))
        return best.when(document.published, one.held), (best.start, best.end - 1)
    first = document.published.first
    if opening and one.opens and one.held and first is not None and first == document.published.last:
        return When(first.isoformat(), "", document.published.found_in), ()
    return UNKNOWN, ()


def _place(view: View, one: Told) -> tuple[str, tuple[int, ...]]:
    """The name after "в" in the clause, in its dictionary form where it is one word."""
    for i in view.clause(one.first).words:
        if view.words[i].lemma not in group("events", "placing") or view.words[i].pos != "ADP":
            continue
        last = i + 1
        while last < len(view.words) and view.words[last].capital and view.words[last].pos in {"ADJ", "PROPN", "NOUN"}:
            last += 1
        named = view.words[i + 1 : last]
        if named and named[-1].nominal and named[-1].case in {"Loc", ""} and not _is_somebody(view, i + 1):
            return _written(named), (i + 1, last - 1)
    return "", ()


def _is_somebody(view: View, i: int) -> bool:
    """ "в Кремле" names a body, no town."""
    return any(m.start <= i < m.end and m.how not in {"name", "capital"} for m in view.mentions)


def _written(words: list[Word]) -> str:
    if len(words) > 1:
        return " ".join(word.text for word in words)
    lemma = words[0].lemma
    return "-".join(part.capitalize() for part in lemma.split("-")) if plain(words[0].text) != lemma else words[0].text
