"""From what one place tells of an event to its mention: day, place, and the words that carry it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ceasefire.coding.clauses import NOMINAL, VERBAL
from ceasefire.coding.events_day import day_of
from ceasefire.coding.events_held import HELD
from ceasefire.coding.events_place import place_of
from ceasefire.coding.events_told import Told
from ceasefire.coding.scene import Scene
from ceasefire.coding.statement import CALL, MEETING, SIGNING, TALKS, EventMention
from ceasefire.coding.words import words
from ceasefire.reading.document import Document

_BEFORE = frozenset({"compound", "poss", "amod", "det", "nmod", "nummod"})


def mention(document: Document, scene: Scene, one: Told) -> EventMention:
    """The event with its day and place, quoted from the first of its words to the last."""
    held = one.firmness == HELD
    when, dated = day_of(document, scene, one)
    kind = CALL if one.kind == TALKS and _is_titled_call(document, one) else one.kind
    place, placed = ("", ()) if kind == CALL else place_of(scene, one.noun, _around(one))
    named = [i for at in (*one.parties.values(), *one.hosts.values()) for i in at]
    governs = one.noun is None or one.noun.dep_ in {"dobj", "nsubj", "nsubjpass"}
    signed = [one.noun.i] if one.kind == SIGNING and one.noun is not None else []
    start, end = _span(scene, [one.head.i, *signed, *([one.verb.i] if governs else []), *named, *dated, *placed])
    return EventMention(
        kind=kind,
        parties=tuple(sorted(one.parties)),
        when=when,
        place=place,
        held=held,
        quote=scene.text[start:end],
        start=start,
        end=end,
        hosts=tuple(sorted(one.hosts)),
    )


def _span(scene: Scene, tokens: list[int]) -> tuple[int, int]:
    """From the first word of the first phrase to the last word."""
    first = scene.doc[min(_phrase_start(scene.doc[i]) for i in tokens)]
    last = scene.doc[max(tokens)]
    return first.idx, last.idx + len(last)


def _phrase_start(token: Token) -> int:
    """Where the noun phrase begins: its titles, owners and adjectives, not what follows it."""
    before = (_phrase_start(one) for one in token.lefts if one.dep_ in _BEFORE and token.pos_ in NOMINAL)
    return min([token.i, *before])


def _around(one: Told) -> Iterator[Token]:
    """The words beside which a place would stand: the noun, what describes it, and the verb, where it tells of it."""
    if one.noun is not None and one.kind != SIGNING:
        yield one.noun
        yield from (inner for inner in one.noun.children if inner.dep_ in {"acl", "relcl"})
        yield from _carriers(one.noun)
    if one.noun is None or one.kind == SIGNING or one.noun.head == one.verb or one.hosts:
        yield one.verb
    yield one.head


def _carriers(noun: Token) -> Iterator[Token]:
    above = noun.head
    while above.pos_ not in VERBAL and above.head != above:
        if above.pos_ == "NOUN":
            yield above
        above = above.head
    if above.pos_ in VERBAL and noun.dep_ in {"dobj", "nsubj", "nsubjpass"}:
        yield above


def titled(document: Document) -> str:
    """The kind of event whose noun stands in the title."""
    named = set(document.title.lower().split())
    return next((kind for kind in (CALL, MEETING) if named & words("events", "nouns", kind)), "")


def _is_titled_call(document: Document, one: Told) -> bool:
    """Leaders "spoke" in a text whose title says that it was a call."""
    return one.noun is None and titled(document) == CALL
