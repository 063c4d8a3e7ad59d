"""What a speaker says of a provision without naming who acts: "there will be no talks", "the truce must hold"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ceasefire.coding.anchors import Anchor
from ceasefire.coding.claim import Claim, Deed, each
from ceasefire.coding.clauses import child, clause_of
from ceasefire.coding.conditions import clause_condition, phrase_condition
from ceasefire.coding.governors import Governor
from ceasefire.coding.phrases import lemma
from ceasefire.coding.scene import Scene
from ceasefire.coding.verbs import auxiliaries, has_auxiliary, is_negated
from ceasefire.coding.words import act_words, words


def by_speaker(scene: Scene, one: Anchor, above: Governor | None) -> Iterator[Claim]:
    """The speaker rules it out, lets it go on, or asks for it."""
    verb = clause_of(one.token)
    speaker, _ = scene.speaker(verb)
    if speaker is None or not speaker.listed:
        return
    act = _act(one, verb, above) if scene.is_side(speaker) else ""
    if not act and is_asked_for(one, verb, above) and speaker not in scene.parties(child(verb, "nsubj")):
        act = "propose"
    price = clause_condition((verb,)) or phrase_condition((verb,)) if act in {"accept", "reject"} else None
    if act and (price is None or not price.holds(one.topic.head)):
        yield from each(scene, one, (speaker,), Deed("condition" if price else act, verb, price=price))


def _act(one: Anchor, verb: Token, above: Governor | None) -> str:
    """ "there will be *no* talks", "negotiations *can* continue"."""
    if one.token.dep_ == "attr" and child(verb, "expl") is not None and is_negated(verb):
        return "reject" if auxiliaries(verb) & words("conditions", "laying_down") else ""
    goes_on = above is not None and above.itself and lemma(above.word) in act_words("going_on")
    if goes_on and above is not None and above.act == "consult" and not is_negated(above.word):
        return "accept" if auxiliaries(above.word) & words("conditions", "laying_down") else ""
    return ""


def is_asked_for(one: Anchor, verb: Token, above: Governor | None) -> bool:
    """ "the rebels *must* lay down their arms", "the truce *should* be extended"."""
    asking = act_words("asking")
    if is_negated(verb) or not auxiliaries(verb) & asking:
        return False
    mine = (one.topic.verbal and one.topic.head == verb) or (above is not None and above.word == verb)
    return mine and not has_auxiliary(verb, "future")
