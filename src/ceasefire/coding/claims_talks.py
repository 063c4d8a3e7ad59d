"""Who meets, talks or asks about the provision, with no stance taken; and exchanges named with their sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from ceasefire.coding.acts import act_of
from ceasefire.coding.anchors import Anchor, is_carrier
from ceasefire.coding.claim import Claim, Deed, each
from ceasefire.coding.claims_mediated import brokering
from ceasefire.coding.clauses import VERBAL, after, child, clause_of, joined, up
from ceasefire.coding.conditions import asks_details
from ceasefire.coding.modality import is_hedged
from ceasefire.coding.phrases import lemma
from ceasefire.coding.scene import Scene, distinct
from ceasefire.coding.subjects import subject
from ceasefire.coding.texts import words_of
from ceasefire.coding.verbs import has_auxiliary, is_negated
from ceasefire.coding.words import act_words, words


def met_about(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """Parties meet, visit or send somebody, and the phrase says what about: "meets X for talks on a truce"."""
    verb = _meeting(one)
    if verb is None or is_background(one):
        return
    who = subject(verb)
    company = child(who, "appos") if who is not None else None
    met = () if lemma(verb) in act_words("moving") else scene.addressed(verb)
    actors = distinct([*scene.parties(who), *scene.parties(company), *met])
    if one.kind != "talks" and who is not None and _is_envoy(scene, who):
        yield from brokering(one, verb, actors[:1])
        return
    sides = distinct([*scene.between(one), *(scene.facing(one) if actors else ())])
    if len(sides) > 1 and actors and actors[0] not in sides:
        yield from brokering(one, verb, actors[:1])
        return
    hedged = is_hedged(verb, verb.i, verb.i + 1)
    firmness = "planned" if has_auxiliary(verb, "planned") else "tentative" if hedged else "actual"
    yield from each(scene, one, distinct([*actors, *sides]), Deed("consult", verb, firmness, who))


def _meeting(one: Anchor) -> Token | None:
    """The verb of meeting above talks about the provision, or efforts towards it."""
    strives = one.kind == "talks" or any(is_carrier(noun, "striving") for noun in one.carriers)
    if not strives and not _is_met_about(one):
        return None
    verbs = (head for head in (one.token, *up(one.token)) if head.pos_ == "VERB" or head.dep_ == "ROOT")
    verb = next((verb for verb in verbs if lemma(verb) in act_words("meeting")), None)
    return verb if verb is not None and verb.sent.start == one.token.sent.start else None


def is_background(one: Anchor) -> bool:
    """ "*following* talks between them", "*amid* negotiations": what else was going on, where no subject is named."""
    opener = one.token.head
    if one.token.dep_ not in {"pobj", "pcomp"} or clause_of(opener) == opener:
        return False
    if opener.lower_ in words("grammar", "past_background"):
        return True
    return one.topic.category == "talks" and opener.lower_ in words("grammar", "background")


def _is_envoy(scene: Scene, who: Token) -> bool:
    """An envoy who meets somebody in an effort to bring something about mediates."""
    return any(token.lower_ in words("topics", "carriers", "envoys") for token in who.subtree)


def _is_met_about(one: Anchor) -> bool:
    """Between the provision and a verb of meeting stand only words of discussing or seeking it."""
    for head in up(one.token):
        if lemma(head) in act_words("encounters"):
            return True
        if head.pos_ in VERBAL and not (
            lemma(head) in act_words("discussing")
            or lemma(head) in words("topics", "carriers", "links")
            or act_of(head, "talks", "object") == "mediate"
        ):
            return False
    return False


def talked_between(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """Talks named with their sides: "talks between Iran and the United States"."""
    sides = scene.between(one)
    if one.kind != "talks" or len(sides) < 2 or is_negated(one.token) or is_background(one):
        return
    firmness = "planned" if has_auxiliary(clause_of(one.token), "planned") else "actual"
    naming = tuple(part.i for inner in after(one.token, "naming") for part in joined(inner))
    for claim in each(scene, one, sides, Deed("consult", one.token, firmness)):
        yield replace(claim, tokens=(*claim.tokens, *naming))


def exchanged_between(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """An exchange named with its sides has been carried out: "freed in a prisoner swap between A and B"."""
    if one.topic.category != "prisoner-release" or one.topic.verbal or is_negated(one.token):
        return
    sides = scene.between(one)
    if len(sides) > 1 and clause_of(one.token).tag_ in {"VBD", "VBN", "VBZ", "VBP"}:
        yield from each(scene, one, sides, Deed("implement", one.token))


def to_discuss(found: list[Claim]) -> Iterator[Claim]:
    """Who agrees to talks on a limited halt is to discuss it: "agreed to negotiations *on a maritime truce*"."""
    told = {(claim.actor.party, claim.anchor.topic.head.i, claim.category) for claim in found}
    for claim in found:
        topic = claim.anchor.topic
        agreed = claim.act == "accept" and claim.category == "talks" and topic.category == "limited-ceasefire"
        if agreed and (claim.actor.party, topic.head.i, topic.category) not in told:
            yield replace(claim, act="consult", category=topic.category, modality="planned")


def asked_about(scene: Scene) -> Iterator[Claim]:
    """A party asks for details of what is offered: talk of the provision, with no stance taken."""
    for noun in words_of(scene.doc):
        if not asks_details(noun):
            continue
        verb = clause_of(noun)
        near = [one for one in scene.anchors_beside(noun) if one.topic.category != "talks"]
        if not near:
            continue
        one = min(near, key=lambda anchor: abs(anchor.topic.head.i - noun.i))
        end = noun.right_edge.i
        while scene.doc[end].is_punct:
            end -= 1
        for role in scene.parties(subject(verb)):
            yield Claim(role, "consult", one.topic.category, one, verb, "actual", (verb.i, noun.i, end))
