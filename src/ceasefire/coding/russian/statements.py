"""Claims → statements: scope, condition, speaker, modality, quote; what is said twice is joined."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from ceasefire.coding.places import again, first_place
from ceasefire.coding.russian.acts import SPEAKING
from ceasefire.coding.russian.claim import Claim
from ceasefire.coding.russian.conditions import category_of
from ceasefire.coding.russian.modality import modality
from ceasefire.coding.russian.scene import Scene
from ceasefire.coding.russian.scope import last_limit, scope_of
from ceasefire.coding.russian.standing import with_terms
from ceasefire.coding.russian.story import told
from ceasefire.coding.russian.strongest import strongest
from ceasefire.coding.russian.topics import TALKS
from ceasefire.coding.russian.word import Word
from ceasefire.coding.statement import Scope, Span, Statement
from ceasefire.reading.document import Document

_LONGEST = 16  # words that a quote takes in behind what carries it, so that it says how far the provision goes


def statements(document: Document, scene: Scene) -> Iterator[Statement]:
    """The document's statements in the order of the text, each once a sentence, with all its places."""
    kept: dict[tuple[str, str, str, str, int], Statement] = {}
    for claim in strongest(told(scene)):
        made = _statement(document, claim)
        place = first_place(document, claim.view.sentence.start)
        key = (made.actor, made.act, made.provision, claim.topic.term, place)
        earlier = kept.get(key)
        kept[key] = made if earlier is None else _again(earlier, made)
    found = with_terms(document, scene, list(kept.values()))
    for made in sorted(found, key=lambda one: (one.start, one.end, one.actor, one.act, one.provision)):
        yield replace(made, id=_identity(document.id, made))


def _again(earlier: Statement, met: Statement) -> Statement:
    """The same claim met again: what says it in the same words is another place of it."""
    both = again(earlier, met)
    return (
        both if " ".join(met.quote.split()) == " ".join(earlier.quote.split()) else replace(both, places=earlier.places)
    )


def _statement(document: Document, claim: Claim) -> Statement:
    place = quote(claim)
    scope = _scope(document, claim)
    price = claim.price
    words = claim.view.words
    own_words = claim.act in SPEAKING and claim.speaker == claim.actor
    return Statement(
        id="",
        document=document.id,
        actor=claim.actor,
        act=claim.act,
        provision=_limited(claim.category, scope),
        quote=document.text[place.start : place.end],
        start=place.start,
        end=place.end,
        recipient=claim.recipient or None,
        condition=document.text[words[price.start].start : words[price.end - 1].end] if price else None,
        condition_provision=category_of(price) if price else None,
        speaker=claim.speaker if claim.speaker and not own_words else None,
        modality=modality(claim),
        scope=scope,
        condition_scope=_scope_of_price(document, claim),
        places=(place,),
        said=document.published,
    )


def quote(claim: Claim) -> Span:
    """From the first word that carries the claim, with its adjectives, to the last; signs at the ends left out."""
    words = claim.view.words
    first, last = _described_from(words, min(claim.words)), max(claim.words)
    while first < last and words[first].sign:
        first += 1
    while last > first and words[last].sign:
        last -= 1
    if last + 1 < len(words) and words[last + 1].text == "»" and any(w.text == "«" for w in words[first:last]):
        last += 1
    limit = last_limit(claim.view, claim.topic)
    if limit is not None and words[last].end < limit.end <= words[min(last + _LONGEST, len(words) - 1)].end:
        return Span(words[first].start, limit.end)
    return Span(words[first].start, words[last].end)


def _described_from(words: list[Word], first: int) -> int:
    """Back over the adjectives of a noun, and what joins them: "*российская и американская* стороны"."""
    noun = words[first]
    described = {"ADJ", "DET"}
    while first > 0 and noun.nominal:
        before = words[first - 1]
        joined = (
            before.pos == "CCONJ" and first > 1 and words[first - 2].pos in described and words[first].pos in described
        )
        if not joined and not (before.pos in described and before.case == noun.case):
            break
        first -= 1
    return first


def _scope(document: Document, claim: Claim) -> Scope:
    topic = claim.topic
    own = scope_of(claim.view, topic, document.published, claim.sides)
    if claim.category == TALKS != topic.category:
        return Scope(area=own.area, between=own.between)
    if claim.act == "suspend":
        return replace(own, direction="")
    return own


def _scope_of_price(document: Document, claim: Claim) -> Scope:
    if claim.price is None or not claim.price.topics:
        return Scope()
    first = claim.price.topics[0].category
    same = [t for t in claim.price.topics if t.category == first]
    scopes = [scope_of(claim.view, t, document.published) for t in same]
    return replace(
        scopes[0],
        targets=tuple(sorted({target for scope in scopes for target in scope.targets})),
        direction=next((scope.direction for scope in scopes if scope.direction), ""),
    )


def _limited(category: str, scope: Scope) -> str:
    """A ceasefire for one class of targets, one domain or one occasion is a limited one (codebook)."""
    if category == "ceasefire" and (scope.targets or scope.occasion or len(scope.domains) == 1):
        return "limited-ceasefire"
    return category


def _identity(document: str, made: Statement) -> str:
    """A hash of what was said and where: reading again gives the same."""
    parts = (document, made.actor, made.act, made.provision, made.quote, str(made.start), repr(made.scope))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]
