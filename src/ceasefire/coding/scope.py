"""What a provision covers, as far as the words of its phrase say: targets, domains, area, duration, direction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from ceasefire.coding.anchors import Anchor
from ceasefire.coding.phrases import Phrases, labelled, lemma
from ceasefire.coding.statement import Scope
from ceasefire.vocabulary import load

_COUNTED = re.compile(r"(\d+|[a-z]+)[\s-]+(hour|day|week|month|year|night)s?\b", re.IGNORECASE)
_FURTHER = frozenset({"PUNCT", "SPACE"})


@cache
def _targets() -> Phrases[str]:
    return Phrases(labelled(load("scopes")["targets"]))


@cache
def _kinds(category: str) -> Phrases[str] | None:
    groups = load("scopes")["kinds"].get(category)
    return Phrases(labelled(groups)) if groups else None


@cache
def _domains() -> Phrases[str]:
    return Phrases(labelled(load("scopes")["domains"]))


@cache
def _occasions() -> Phrases[str]:
    return Phrases({words: words for words in load("scopes")["occasions"]})


@cache
def _endings() -> frozenset[str]:
    return frozenset(load("topics")["limited-ceasefire"]["doing"][0]["verbs"]) | frozenset(load("scopes")["ending"])


def scope_of(anchor: Anchor, between: tuple[str, ...] = ()) -> Scope:
    """The scope that the topic's own phrase states; nothing is taken from other sentences."""
    if anchor.topic.refers is not None:
        return scope_of(replace(anchor, topic=anchor.topic.refers, carriers=()), between)
    doc = anchor.topic.head.doc
    tokens = list(_phrase(anchor))
    category = anchor.topic.category
    halting = category in {"ceasefire", "limited-ceasefire"}
    kinds = _kinds(category)
    if halting:
        targets = _labels(doc, tokens, _targets())
    else:
        targets = _labels(doc, [*tokens, *_with(anchor.topic.head)], kinds) if kinds else ()
    return Scope(
        targets=targets,
        domains=tuple(sorted({*_labels(doc, tokens, _domains()), *_listed_domains(anchor)})) if halting else (),
        area=_area(tokens),
        duration=_duration(doc, tokens) if halting else "",
        direction="end" if not halting and _is_ended(anchor) else "",
        between=between,
        occasion=" ".join(_labels(doc, tokens, _occasions())[:1]) if halting else "",
    )


_LONGEST = 16


def phrase_end(anchor: Anchor) -> tuple[int, ...]:
    """The last token of the topic's own phrase, for the quote: "talks *in the Middle East*"."""
    last = anchor.topic.end - 1
    for token in _phrase(anchor):
        if last < token.i <= anchor.topic.end + _LONGEST and token.sent.start == anchor.topic.head.sent.start:
            last = token.i
    doc = anchor.topic.head.doc
    while last >= anchor.topic.end and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    return (last,)


def _phrase(anchor: Anchor) -> Iterator[Token]:
    """The tokens of the noun phrases from the topic up to its anchor, without relative clauses about them."""
    heads = [anchor.topic.head, *anchor.carriers]
    indexes = set(range(anchor.topic.start, anchor.topic.end))
    for head in heads:
        indexes |= {token.i for token in _noun_phrase(head)}
    if anchor.token.dep_ in {"dobj", "nsubj", "nsubjpass", "pobj"}:
        indexes |= {token.i for token in _adjuncts(anchor.token)}
    doc = anchor.topic.head.doc
    return (doc[index] for index in sorted(indexes))


def _noun_phrase(head: Token) -> Iterator[Token]:
    yield head
    for dependant in head.children:
        if dependant.dep_ not in {"relcl", "conj", "cc", "punct", "nsubj", "nsubjpass", "advcl", "ccomp"}:
            yield from _below(dependant)


def _with(head: Token) -> Iterator[Token]:
    """What is coordinated with the topic: "military aid *and intelligence*"."""
    for dependant in head.children:
        if dependant.dep_ == "conj" and dependant.pos_ in {"NOUN", "PROPN"}:
            yield from _below(dependant)


def _below(token: Token) -> Iterator[Token]:
    yield token
    for dependant in token.children:
        if dependant.dep_ not in {"relcl", "advcl", "acl"}:
            yield from _below(dependant)


def _adjuncts(token: Token) -> Iterator[Token]:
    """Prepositional phrases of the governing verb that stand right after the phrase: "for 30 days", "at sea"."""
    for dependant in token.head.children:
        if (
            dependant.dep_ == "prep"
            and dependant.i > token.i
            and dependant.lower_ in {"for", "on", "at", "in", "across"}
        ):
            yield from dependant.subtree


def _listed_domains(anchor: Anchor) -> Iterator[str]:
    """ "on land, at sea and in the air": read on along the list, wherever the parser hangs its parts."""
    doc = anchor.topic.head.doc
    position, last = anchor.topic.end, max(anchor.topic.end, *(token.i + 1 for token in _phrase(anchor)))
    while position < len(doc) and (position < last or _goes_on(doc[position])):
        match = _domains().at(doc, position)
        if match is not None and position >= anchor.topic.end and doc[position - 1].lower_ in _LINKING:
            yield match[1]
        position += 1


_LINKING = frozenset({"on", "at", "in", "the", "by", "over", "and", ",", "across", "both"})


def _goes_on(token: Token) -> bool:
    return token.lower_ in _LINKING or _domains().at(token.doc, token.i) is not None


def _labels(doc: Doc, tokens: Iterable[Token], phrases: Phrases[str]) -> tuple[str, ...]:
    inside = {token.i for token in tokens}
    found = set()
    skip_to = 0
    for index in sorted(inside):
        if index < skip_to:
            continue
        match = phrases.at(doc, index)
        if match is not None and all(position in inside for position in range(index, match[0])):
            found.add(match[1])
            skip_to = match[0]
    return tuple(sorted(found))


def _area(tokens: list[Token]) -> tuple[str, ...]:
    """Places named after "in", "across", "around", "near"."""
    places = []
    for token in tokens:
        if (
            token.dep_ == "pobj"
            and token.head.lower_ in {"in", "across", "around", "near", "inside", "throughout"}
            and token.pos_ == "PROPN"
        ):
            words = [left for left in token.lefts if left.dep_ in {"compound", "amod", "det"} and left.lower_ != "the"]
            places.append(" ".join([*(word.text for word in words), token.text]))
    return tuple(sorted(set(places)))


def _duration(doc: Doc, tokens: list[Token]) -> str:
    """ISO 8601 where a number of days or the like stands in the phrase; "lasting" where it is without end."""
    table = load("scopes")["durations"]
    if not tokens:
        return ""
    text = doc[tokens[0].i : tokens[-1].i + 1].text
    inside = " ".join(token.lower_ for token in tokens)
    for word, duration in table["words"].items():
        if re.search(rf"\b{re.escape(word)}\b", text.lower()) and word.split("-")[0] in inside:
            return str(duration)
    for match in _COUNTED.finditer(re.sub(r"\s*-\s*", "-", inside)):
        number = table["numbers"].get(match[1].lower(), match[1])
        unit = match[2].lower()
        if str(number).isdigit():
            return str(table["units"][unit]).replace("#", str(number))
    return "lasting" if any(token.lower_ in table["lasting"] for token in tokens) else ""


def _is_ended(anchor: Anchor) -> bool:
    """The words are about ending the thing: "an end to military aid", "lifting of sanctions"."""
    head = anchor.topic.head
    chain = [*anchor.carriers, *(dependant for dependant in head.children if dependant.dep_ in {"amod", "compound"})]
    token = head
    for _ in range(4):
        if token.dep_ == "pobj" or token.dep_ in {"dobj", "pcomp", "compound", "conj", "nsubjpass"}:
            token = token.head.head if token.dep_ == "pobj" and token.head.dep_ == "prep" else token.head
            chain.append(token)
        else:
            break
    if token.dep_ in {"nsubj", "nsubjpass"}:
        verb = token.head
        chain.append(verb)
        chain += [inner for d in verb.children if d.dep_ == "prep" and lemma(verb) == "come" for inner in d.children]
    return any(lemma(word) in _endings() for word in chain)
