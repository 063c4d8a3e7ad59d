"""What a provision covers, as far as the words of its phrase say: targets, domains, area, duration, direction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from ceasefire.coding.anchors import Anchor
from ceasefire.coding.clauses import VERBAL
from ceasefire.coding.phrases import Phrases, labelled, lemma
from ceasefire.coding.scope_duration import duration
from ceasefire.coding.scope_phrase import coordinated, phrase
from ceasefire.coding.scope_place import places, shared_water
from ceasefire.coding.scope_terms import ends_if, extendable
from ceasefire.coding.statement import Scope
from ceasefire.coding.topic import HALTS
from ceasefire.coding.unnamed import OTHER, words_used
from ceasefire.coding.words import words
from ceasefire.vocabulary import load


def scope_of(anchor: Anchor, between: tuple[str, ...] = ()) -> Scope:
    """The scope that the topic's own phrase states; nothing is taken from other sentences."""
    if anchor.topic.refers is not None:
        return scope_of(replace(anchor, topic=anchor.topic.refers, carriers=()), between)
    tokens = phrase(anchor)
    area = places(tokens) or shared_water(anchor)
    if anchor.topic.category in HALTS:
        return Scope(
            targets=_labels(tokens, _phrases("targets")),
            domains=tuple(sorted({*_labels(tokens, _phrases("domains")), *_listed_domains(anchor, tokens)})),
            area=area,
            duration=duration(tokens),
            between=between,
            occasion=" ".join(_labels(tokens, _occasions())[:1]),
            extendable=extendable(anchor),
            ends_if=ends_if(anchor),
        )
    if anchor.topic.category == OTHER:
        return Scope(targets=(words_used(anchor.topic),), between=between)
    kinds = [*tokens, *coordinated(anchor.topic.head)]
    return Scope(
        targets=_labels(kinds, _kinds(anchor.topic.category)),
        area=area,
        direction="end" if _is_ended(anchor) else "",
        between=between,
    )


def _labels(tokens: Iterable[Token], known: Phrases[str]) -> tuple[str, ...]:
    """The labels of the known phrases that stand whole among the tokens, sorted."""
    inside = {token.i: token.doc for token in tokens}
    found = set()
    skip_to = 0
    for index in sorted(inside):
        match = known.at(inside[index], index) if index >= skip_to else None
        if match is not None and all(position in inside for position in range(index, match[0])):
            found.add(match[1])
            skip_to = match[0]
    return tuple(sorted(found))


def _listed_domains(anchor: Anchor, tokens: list[Token]) -> Iterator[str]:
    """ "on land, at sea and in the air": read on along the list, wherever the parser hangs its parts."""
    doc, known = anchor.topic.head.doc, _phrases("domains")
    position, last = anchor.topic.end, max(anchor.topic.end, tokens[-1].i + 1)
    while position < len(doc) and (position < last or _goes_on(doc, position)):
        match = known.at(doc, position)
        if match is not None and _links(doc[position - 1]):
            yield match[1]
        position += 1


def _goes_on(doc: Doc, position: int) -> bool:
    return _links(doc[position]) or _phrases("domains").at(doc, position) is not None


def _links(token: Token) -> bool:
    return token.lower_ in words("grammar", "linking")


def _is_ended(anchor: Anchor) -> bool:
    """The words are about ending the thing: "an end to military aid", "lifting of sanctions".

    Ending an end restores it: "lift the pause on intelligence sharing".
    """
    head = anchor.topic.head
    governing = [*anchor.carriers, *(d for d in head.children if d.dep_ in {"amod", "compound"})]
    token = head
    for _ in range(_STEPS):
        if token.dep_ not in {"pobj", "dobj", "pcomp", "compound", "conj", "nsubjpass"}:
            break
        if token.dep_ == "conj" and token.pos_ in VERBAL:
            break  # "lift the pause and *resume* aid": aid is not lifted
        by_preposition = token.dep_ == "pobj" and token.head.dep_ == "prep"
        if by_preposition and _only_accompanies(token.head):
            break
        if by_preposition and token.head.i and token.head.nbor(-1).head == token.head.head:
            governing.append(token.head.nbor(-1))
        token = token.head.head if by_preposition else token.head
        governing.append(token)
    if token.dep_ in {"nsubj", "nsubjpass"}:
        verb = token.head
        governing.append(verb)
        if lemma(verb) == "come":  # "comes to an end"
            governing += [inner for d in verb.children if d.dep_ == "prep" for inner in d.children]
    return sum(lemma(word) in _endings() for word in dict.fromkeys(governing)) % 2 == 1


def _only_accompanies(preposition: Token) -> bool:
    """ "must end *with* a peace": the peace is not what ends."""
    beside = words("grammar", "facing") | words("grammar", "area")
    return preposition.head.pos_ in VERBAL and preposition.lower_ in beside


_STEPS = 4


@cache
def _phrases(group: str) -> Phrases[str]:
    return Phrases(labelled(load("scopes")[group]))


@cache
def _kinds(category: str) -> Phrases[str]:
    return Phrases(labelled(load("scopes")["kinds"].get(category, {})))


@cache
def _occasions() -> Phrases[str]:
    return Phrases({name: name for name in load("scopes")["occasions"]})


@cache
def _endings() -> frozenset[str]:
    return words("scopes", "ending") | frozenset(load("topics")["limited-ceasefire"]["doing"][0]["verbs"])
