"""Calls, meetings, talks and signings that an English text tells of: who took part, on which day, where.

1. Only sentences that hold a word for an event and name a party, or a noun for one, are looked at (`skipping`).
2. A verb ("met", "phoned", "signed") or a noun with its verb ("held talks") tells of it; it counts where it says of two
   parties that it took place or is planned (`events_told`, `events_held`).
3. The nearest day of the same clause is its day (`events_when`), the nearest place its place (`events_place`).
4. A text whose title is about an event opens by telling of it ("Statement on the meeting in …": "Today …").
5. A passage said twice tells of it once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Token

from ceasefire.coding.events_held import HELD, NEITHER, firmness
from ceasefire.coding.events_mention import mention, titled
from ceasefire.coding.events_nouns import by_noun
from ceasefire.coding.events_sides import Sides, parties_in
from ceasefire.coding.events_told import Told
from ceasefire.coding.events_verbs import by_verb
from ceasefire.coding.events_when import dates
from ceasefire.coding.phrases import lemma
from ceasefire.coding.scene import Scene
from ceasefire.coding.statement import TALKS, EventMention
from ceasefire.coding.words import words
from ceasefire.reading.document import Document
from ceasefire.vocabulary import load

Bounds = tuple[int, int]


def events(document: Document, scene: Scene, sentences: Iterable[Bounds]) -> Iterator[EventMention]:
    """What these sentences (first and last token of each) tell of, in order."""
    for start, end in sentences:
        if _is_repeated(document, scene.doc[start].idx):
            continue
        found: dict[tuple[str, tuple[str, ...]], EventMention] = {}
        for token in scene.doc[start:end]:
            if lemma(token) in _known() or token.pos_ == "VERB":
                one = _told(scene, token)
                if one is not None:
                    made = mention(document, scene, one)
                    found.setdefault((made.kind, made.parties), made)
        if start == 0 and not found:
            opening = _opening(document, scene, end)
            found.update({(one.kind, one.parties): one for one in opening})
        yield from _distinct(sorted(found.values(), key=lambda made: (made.start, made.end, made.kind)))


def _told(scene: Scene, token: Token) -> Told | None:
    """The event that a word tells of, None where it tells of none or does not say who."""
    if token.pos_ == "VERB":
        found = by_verb(scene, token)
    else:
        found = by_noun(scene, token) if token.pos_ in {"NOUN", "PROPN"} else None
    if found is None or found.firmness == NEITHER or not found.parties:
        return None
    return found if len({*found.parties, *found.hosts}) > 1 else None


def _opening(document: Document, scene: Scene, end: int) -> Iterator[EventMention]:
    """The event that the title names, where the first sentence says "today" and names the same parties."""
    kind = titled(document)
    first = scene.doc[0:end]
    today = next((one for one in dates(first.text) if one.away == 0), None) if kind else None
    if today is None or firmness(first.root) != HELD:
        return
    named = parties_in(document.title, scene.cast.parties, scene.cast.on)
    who: Sides = {}
    for one in scene.cast.mentions:
        if one.end_token <= end and one.party in named:
            who.setdefault(one.party, tuple(range(one.start_token, one.end_token)))
    said = next(token for token in first if token.idx >= today.start)
    if len(who) > 1:
        yield mention(document, scene, Told(said, first.root, kind, who, HELD))


def _distinct(found: list[EventMention]) -> Iterator[EventMention]:
    """ "Met for talks" in one sentence is one event: of overlapping words the more telling kind stands."""
    for one in found:
        wider = (
            other
            for other in found
            if other is not one
            and one.kind in load("events")["also_told_as"][other.kind]
            and one.kind == TALKS
            and one.held == other.held
            and set(one.parties) <= set(other.parties)
        )
        if next(wider, None) is None:
            yield one


@cache
def _known() -> frozenset[str]:
    return frozenset().union(*(words("events", "nouns", kind) for kind in load("events")["nouns"]))


def _is_repeated(document: Document, offset: int) -> bool:
    return any(repeat.start <= offset < repeat.end for repeat in document.repeats)
