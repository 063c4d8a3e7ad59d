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

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from ceasefire.coding.clauses import NOMINAL, VERBAL, clause_of
from ceasefire.coding.datelines import datelines
from ceasefire.coding.events_held import HELD, firmness
from ceasefire.coding.events_place import place_of
from ceasefire.coding.events_sides import parties_of
from ceasefire.coding.events_told import Told, told
from ceasefire.coding.events_when import Dated, dates
from ceasefire.coding.phrases import lemma
from ceasefire.coding.scene import Scene
from ceasefire.coding.statement import CALL, MEETING, SIGNING, TALKS, EventMention
from ceasefire.coding.subjects import subject
from ceasefire.coding.texts import text_of
from ceasefire.coding.words import words
from ceasefire.reading.document import Document
from ceasefire.vocabulary import load
from ceasefire.when import UNKNOWN, When

Bounds = tuple[int, int]
_PRESENT = frozenset({"VBZ", "VBP"})
_BEFORE = frozenset({"compound", "poss", "amod", "det", "nmod", "nummod"})


def events(document: Document, scene: Scene, sentences: Iterable[Bounds]) -> Iterator[EventMention]:
    """What these sentences (first and last token of each) tell of, in order."""
    for start, end in sentences:
        if _is_repeated(document, scene.doc[start].idx):
            continue
        found: dict[tuple[str, tuple[str, ...]], EventMention] = {}
        for token in scene.doc[start:end]:
            if lemma(token) in _known() or token.pos_ == "VERB":
                one = told(scene, token)
                if one is not None:
                    made = _mention(document, scene, one)
                    found.setdefault((made.kind, made.parties), made)
        if start == 0 and not found:
            opening = _opening(document, scene, end)
            found.update({(one.kind, one.parties): one for one in opening})
        yield from _distinct(sorted(found.values(), key=lambda made: (made.start, made.end, made.kind)))


def _opening(document: Document, scene: Scene, end: int) -> Iterator[EventMention]:
    """What the first sentence tells of an event that is in the title and not in its own words."""
    kind = _titled(document)
    root = scene.doc[0:end].root if kind else None
    if root is None or root.pos_ not in VERBAL or firmness(root) != HELD:
        return
    who = parties_of(scene, [subject(root)])
    if len(who) > 1 and any(dated.away == 0 for dated in dates(root.sent.text)):
        yield _mention(document, scene, Told(root, root, kind, who, HELD))


def _titled(document: Document) -> str:
    """The kind of event whose noun stands in the title."""
    named = set(document.title.lower().split())
    return next((kind for kind in (CALL, MEETING) if named & words("events", "nouns", kind)), "")


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


def _mention(document: Document, scene: Scene, one: Told) -> EventMention:
    held = one.firmness == HELD
    when, dated = _day(document, one, held)
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


def _is_titled_call(document: Document, one: Told) -> bool:
    """Leaders "spoke" in a text whose title says that it was a call."""
    return one.noun is None and _titled(document) == CALL


def _around(one: Told) -> Iterator[Token]:
    """The words beside which a place would stand: the noun, what describes it, and the verb, where it tells of it."""
    if one.noun is not None and one.kind != SIGNING:
        yield one.noun
        yield from (inner for inner in one.noun.children if inner.dep_ in {"acl", "relcl"})
        yield from _carriers(one.noun)
    if one.noun is None or one.kind == SIGNING or one.noun.head == one.verb or one.hosts:
        yield one.verb


def _carriers(noun: Token) -> Iterator[Token]:
    above = noun.head
    while above.pos_ not in VERBAL and above.head != above:
        if above.pos_ == "NOUN":
            yield above
        above = above.head
    if above.pos_ in VERBAL and noun.dep_ in {"dobj", "nsubj", "nsubjpass"}:
        yield above


def _day(document: Document, one: Told, held: bool) -> tuple[When, tuple[int, ...]]:
    """The nearest day in the clauses of the event; in the present tense the day of the text itself."""
    sentence = one.head.sent
    clauses = list(_clauses(one))
    best: tuple[int, int, Dated, tuple[int, ...]] | None = None
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


def _opens(document: Document, sentence: SpacySpan) -> bool:
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
    return verb.tag_ in _PRESENT or any(aux.dep_ == "auxpass" and aux.tag_ in _PRESENT for aux in verb.children)


def _today(document: Document) -> When:
    day = document.published
    if day.first is None or day.first != day.last:
        return UNKNOWN
    return When(day.first.isoformat(), "", day.found_in)
