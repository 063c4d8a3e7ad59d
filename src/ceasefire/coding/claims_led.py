"""Talks that led to a release: "frees the sailors *after talks involving Chad*", "after the envoy met them"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ceasefire.coding.anchors import is_carrier
from ceasefire.coding.cast import Role
from ceasefire.coding.claim import Claim
from ceasefire.coding.clauses import after, child
from ceasefire.coding.phrases import lemma
from ceasefire.coding.scene import Scene, distinct
from ceasefire.coding.subjects import subject
from ceasefire.coding.verbs import is_negated
from ceasefire.coding.words import act_words, words


def led_to(scene: Scene) -> Iterator[Claim]:
    """Who talked before prisoners were let go talked of that; an organisation among them mediated."""
    for one in scene.anchors:
        if one.topic.category != "prisoner-release" or not one.topic.verbal or is_negated(one.topic.head):
            continue
        for dependant in one.topic.head.children:
            for role in _who_talked(scene, dependant):
                act = "mediate" if scene.cast.parties.kind(role.party) == "organisation" else "consult"
                tokens = (one.topic.start, one.topic.end - 1, dependant.i, dependant.right_edge.i)
                yield Claim(role, act, one.topic.category, one, dependant, "actual", tokens)


def _who_talked(scene: Scene, dependant: Token) -> tuple[Role, ...]:
    """The parties to a talk or a meeting that a phrase or clause of "after" or "following" speaks of."""
    if dependant.lower_ in words("grammar", "past_background"):
        noun = child(dependant, "pobj")
        return _parties_to(scene, noun) if noun is not None and is_carrier(noun, "consult") else ()
    opened = any(d.dep_ == "mark" and d.lower_ in words("grammar", "past_background") for d in dependant.children)
    if dependant.dep_ != "advcl" or not opened or lemma(dependant) not in act_words("encounters"):
        return ()
    return distinct([*scene.parties(subject(dependant)), *scene.addressed(dependant)])


def _parties_to(scene: Scene, talks: Token) -> tuple[Role, ...]:
    """ "talks *between* A and B", "negotiations *with* A", "talks *involving* A and B"."""
    heads = [*after(talks, "naming")]
    heads += [held for d in talks.children if d.dep_ == "acl" and (held := child(d, "dobj")) is not None]
    return distinct(role for head in heads for role in scene.parties(head))
