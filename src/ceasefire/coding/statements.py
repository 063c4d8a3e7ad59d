"""Claims → statements: scope, condition, speaker, quote and identity; what is said twice is joined."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from ceasefire.coding.anchors import Anchor
from ceasefire.coding.cast import Role
from ceasefire.coding.claims import Claim, claims, strongest
from ceasefire.coding.conditions import Price
from ceasefire.coding.scene import Scene
from ceasefire.coding.scope import scope_of
from ceasefire.coding.statement import Scope, Span, Statement
from ceasefire.reading.document import Document

_SELF_SAID = frozenset({"accuse", "deny", "propose"})


def statements(document: Document, scene: Scene) -> Iterator[Statement]:
    """The document's statements in the order of the text, each once, with all its places."""
    kept: dict[tuple[object, ...], Statement] = {}
    found = strongest(claims(scene))
    prices = [claim.price for claim in found if claim.price is not None]
    for claim in found:
        made = _statement(document, scene, claim)
        price = _pointed_price(claim, prices)
        if price is not None:
            made = replace(made, scope=_condition(scene, price)[2])
        place = Span(made.start, made.end)
        first = _first_place(document, place)
        sentence = scene.doc[claim.anchor.topic.start].sent.start
        key = (made.actor, made.act, made.provision, _at(scene, first, place, sentence))
        earlier = kept.get(key)
        if earlier is None:
            kept[key] = replace(made, places=(place,))
        else:
            kept[key] = _joined(earlier, made, place)
    for made in sorted(kept.values(), key=lambda one: (one.start, one.end, one.actor, one.act, one.provision)):
        yield replace(made, id=_identity(document.id, made))


def _pointed_price(claim: Claim, prices: list[Price]) -> Price | None:
    """The condition that "a condition that they reject" takes up, whole."""
    refers = claim.anchor.topic.refers
    if refers is None:
        return None
    return next((price for price in prices if price.start <= refers.head.i < price.end and claim.price != price), None)


def _joined(earlier: Statement, again: Statement, place: Span) -> Statement:
    """The same claim met again: one statement, all places, the scope that says more."""
    scope = again.scope if _fields(again.scope) > _fields(earlier.scope) else earlier.scope
    inside = any(span.start <= place.start and place.end <= span.end for span in earlier.places)
    near = any(place.start < span.end and span.start < place.end for span in earlier.places)
    places = earlier.places if inside or near else tuple(sorted({*earlier.places, place}))
    return replace(earlier, scope=scope, places=places)


def _fields(scope: Scope) -> int:
    return sum(
        bool(getattr(scope, name)) for name in ("targets", "domains", "area", "duration", "direction", "occasion")
    )


def _first_place(document: Document, place: Span) -> int:
    """Where the words stood first, when the place lies in a repeated passage."""
    start = place.start
    for repeat in document.repeats:
        if repeat.start <= start < repeat.end:
            return repeat.first_start + start - repeat.start
    return start


def _at(scene: Scene, first: int, place: Span, sentence: int) -> int:
    """A sentence's place in the document, the first of its copies."""
    return scene.doc[sentence].idx - (place.start - first)


def _statement(document: Document, scene: Scene, claim: Claim) -> Statement:
    start, end = _quote(scene, claim.tokens)
    speaker, said = (None, None) if _is_aside(claim) else scene.speaker(claim.word)
    own_words = claim.act in _SELF_SAID and speaker is not None and speaker.party == claim.actor.party
    condition, category, condition_scope = _condition(scene, claim.price)
    scope = scope_of(claim.anchor, claim.between)
    if claim.act == "suspend":
        scope = replace(scope, direction="")
    return Statement(
        id="",
        document=document.id,
        actor=claim.actor.party,
        act=claim.act,
        provision=_limited(claim.category, scope),
        quote=document.text[start:end],
        start=start,
        end=end,
        recipient=claim.recipient.party if claim.recipient else None,
        condition=condition,
        condition_provision=category,
        speaker=speaker.party if speaker is not None and not own_words else None,
        modality=_modality(claim, speaker, said is not None),
        scope=scope,
        condition_scope=condition_scope,
        listed=claim.actor.listed,
        said=document.published,
    )


def _is_aside(claim: Claim) -> bool:
    """ ", a condition that the allies reject": the writer's own remark on what somebody said."""
    return claim.anchor.topic.refers is not None and claim.anchor.topic.head.dep_ == "appos"


def _limited(category: str, scope: Scope) -> str:
    """A ceasefire for one class of targets, one domain or one occasion is a limited one (codebook)."""
    if category == "ceasefire" and (scope.targets or scope.occasion or len(scope.domains) == 1):
        return "limited-ceasefire"
    return category


def _modality(claim: Claim, speaker: Role | None, said: bool) -> str:
    """What only a news outlet or an unnamed source reports is tentative; "would" in reported speech is "will"."""
    if claim.modality == "hypothetical" and speaker is not None:
        return "actual" if speaker.party == claim.actor.party else "planned"
    if claim.modality == "actual" and said and claim.act != "violate" and not (speaker is not None and speaker.listed):
        return "tentative"
    return claim.modality


def _quote(scene: Scene, tokens: Iterable[int]) -> tuple[int, int]:
    doc = scene.doc
    indexes = sorted(tokens)
    indexes[0] = _phrase_start(doc, indexes[0])
    sentence = doc[indexes[-1]].sent
    start, end = max(indexes[0], sentence.start), indexes[-1]
    while start < end and (doc[start].is_space or doc[start].text in {",", ";", ":", "-", "–", "—"}):
        start += 1
    return doc[start].idx, doc[end].idx + len(doc[end])


def _phrase_start(doc: Doc, first: int) -> int:
    """Back over the determiners, adjectives and names that belong to the first word's own phrase."""
    while first > 0:
        left = doc[first - 1]
        head = doc[first]
        if (
            (
                left.dep_ in {"det", "amod", "nummod", "compound", "advmod"}
                and left.head.i >= first
                and left.head.pos_ in {"NOUN", "PROPN"}
            )
            or (left.text == "-" and head.i - 2 >= 0 and doc[first - 2].head.i >= first)
            or (
                left.is_quote
                and first - 2 >= 0
                and doc[first - 2].head.i >= first
                and doc[first - 2].dep_ in {"det", "amod"}
            )
        ):
            first -= 1
        else:
            break
    return first


def _condition(scene: Scene, price: Price | None) -> tuple[str | None, str | None, Scope]:
    if price is None:
        return None, None, Scope()
    doc = scene.doc
    words = doc.text[doc[price.start].idx : doc[price.end - 1].idx + len(doc[price.end - 1])]
    inside = [one for one in scene.anchors if price.start <= one.topic.head.i < price.end]
    if not inside:
        return words, "other", Scope()
    category = inside[0].topic.category
    return words, category, _union([one for one in inside if one.topic.category == category], price)


def _union(anchors: list[Anchor], price: Price) -> Scope:
    scopes = [scope_of(one) for one in anchors]
    return replace(
        scopes[0],
        targets=tuple(sorted({target for scope in scopes for target in scope.targets})),
        direction=next((scope.direction for scope in scopes if scope.direction), "end" if price.negative else ""),
    )


def _identity(document: str, made: Statement) -> str:
    """A hash of what was said and where: reading again gives the same."""
    parts = (document, made.actor, made.act, made.provision, made.quote, str(made.start), repr(made.scope))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]
