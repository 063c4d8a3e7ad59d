"""Claims → statements: scope, condition, speaker, quote and identity; what is said twice is joined."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from ceasefire.coding.anchors import Anchor
from ceasefire.coding.cast import Role
from ceasefire.coding.claim import Claim
from ceasefire.coding.claims import claims
from ceasefire.coding.conditions import Price
from ceasefire.coding.matters import matter
from ceasefire.coding.places import again, first_place
from ceasefire.coding.quotes import quote
from ceasefire.coding.scene import Scene
from ceasefire.coding.scope import scope_of
from ceasefire.coding.scope_place import venues
from ceasefire.coding.scope_start import start
from ceasefire.coding.statement import Scope, Statement
from ceasefire.reading.document import Document

#: Acts of speech: a speaker who is the actor adds nothing to them.
_SPEAKING = frozenset({"accuse", "deny", "propose"})


def statements(document: Document, scene: Scene) -> Iterator[Statement]:
    """The document's statements in the order of the text, each once, with all its places."""
    kept: dict[tuple[str, str, str, int], Statement] = {}
    found = claims(scene)
    prices = [claim.price for claim in found if claim.price is not None]
    for claim in found:
        made = _statement(document, scene, claim, _pointed_price(claim, prices))
        key = (made.actor, made.act, made.provision, _sentence(document, scene, claim, made.start))
        earlier = kept.get(key)
        kept[key] = made if earlier is None else again(earlier, made)
    for made in sorted(kept.values(), key=lambda one: (one.start, one.end, one.actor, one.act, one.provision)):
        yield replace(made, id=_identity(document.id, made))


def _statement(document: Document, scene: Scene, claim: Claim, pointed: Price | None) -> Statement:
    place = quote(scene.doc, claim.tokens)
    speaker, said = (None, None) if _is_aside(claim) else scene.speaker(claim.word)
    own_words = claim.act in _SPEAKING and speaker is not None and speaker.party == claim.actor.party
    condition, category, condition_scope = _condition(scene, claim.price)
    scope = replace(scope_of(claim.anchor, claim.between), start=start(claim.anchor, document.published))
    if claim.act == "suspend":
        scope = replace(scope, direction="")
    if claim.category == "talks" != claim.anchor.topic.category:  # the limits are those of what is talked about
        scope = Scope(area=venues(scope.area), between=scope.between)
    return Statement(
        id="",
        document=document.id,
        actor=claim.actor.party,
        act=claim.act,
        provision=_limited(claim.category, scope),
        quote=document.text[place.start : place.end],
        start=place.start,
        end=place.end,
        recipient=claim.recipient.party if claim.recipient else None,
        condition=condition,
        condition_provision=category,
        speaker=speaker.party if speaker is not None and not own_words else None,
        modality=_modality(claim, speaker, said is not None),
        scope=scope if pointed is None else _condition(scene, pointed)[2],
        condition_scope=condition_scope,
        places=(place,),
        listed=claim.actor.listed,
        said=document.published,
    )


def _pointed_price(claim: Claim, prices: list[Price]) -> Price | None:
    """The condition that "a condition that they reject" takes up, whole."""
    refers = claim.anchor.topic.refers
    if refers is None:
        return None
    return next((price for price in prices if price.holds(refers.head) and claim.price != price), None)


def _sentence(document: Document, scene: Scene, claim: Claim, start: int) -> int:
    """Where the claim's sentence stands in the document, the first of its copies."""
    sentence = scene.doc[scene.doc[claim.anchor.topic.start].sent.start]
    return sentence.idx - (start - first_place(document, start))


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


def _condition(scene: Scene, price: Price | None) -> tuple[str | None, str | None, Scope]:
    """The words of a condition, the category of the first provision in them, and its scope."""
    if price is None:
        return None, None, Scope()
    first, last = scene.doc[price.start], scene.doc[price.end - 1]
    said = scene.text[first.idx : last.idx + len(last)]
    inside = scene.anchors_in(price.start, price.end)
    if not inside:
        return said, matter(scene.doc, price), Scope()
    category = inside[0].topic.category
    return said, category, _union([one for one in inside if one.topic.category == category], price)


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
