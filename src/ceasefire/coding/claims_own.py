"""Whose consent, refusal or proposal it is: nouns that name an act and belong to a party."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ceasefire.coding.acts import act_of, voices
from ceasefire.coding.anchors import Anchor, is_carrier
from ceasefire.coding.cast import Role
from ceasefire.coding.claim import Claim, Deed, each
from ceasefire.coding.clauses import VERBAL, after, agent, child, is_passive, possessor, up
from ceasefire.coding.conditions import clause_condition
from ceasefire.coding.governors import Governor, noun_act
from ceasefire.coding.modality import is_hedged
from ceasefire.coding.phrases import lemma
from ceasefire.coding.scene import Scene, distinct
from ceasefire.coding.subjects import subject
from ceasefire.coding.verbs import is_negated
from ceasefire.coding.words import act_words, words


def given(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """A noun names the act: "Hamas's agreement to a truce", "announces a pause on talks", "secured its consent"."""
    noun = next((noun for noun in (*one.carriers, one.token, *_noun_before(one)) if noun_act(noun)), None)
    act = noun_act(noun) if noun is not None else None
    if noun is None or act is None or (noun == one.topic.head and one.topic.category != "talks"):
        return
    owner = possessor(noun)
    actors = _owners(scene, noun) or scene.owners(noun)
    if actors and act == "accept" and noun.dep_ == "nsubj":
        return
    if not actors:
        if not _is_voiced(noun):
            return
        owner = subject(noun.head)
        actors = scene.parties(owner)
    firmness = "tentative" if is_hedged(noun, noun.i, noun.i + 1) else "actual"
    price = clause_condition(_inside(one, noun)) if act in {"accept", "reject"} else None
    if price is not None and not price.holds(one.topic.head):
        act = "condition"
    yield from each(scene, one, actors, Deed(act, noun, firmness, owner, scene.facing(one), price))


def _owners(scene: Scene, noun: Token) -> tuple[Role, ...]:
    """Whose it is: "Maru's agreement", "the presidents of both", "Trump's *and Zelenskyy's* agreement"."""
    several = [d for d in noun.children if d.dep_ == "poss"]
    if len(several) > 1:
        return distinct(role for one in several for role in scene.parties(one))
    return scene.parties(possessor(noun))


def _inside(one: Anchor, noun: Token) -> tuple[Token, ...]:
    """The verbs of the noun's own phrase: "its refusal to *withdraw* before they leave"."""
    heads = (one.topic.head, *up(one.topic.head))
    return tuple(head for head in heads if head.pos_ in VERBAL and head.i > noun.i)


def _is_voiced(noun: Token) -> bool:
    """ "*signals* readiness for talks", "*announced* a pause": the act is its subject's."""
    if noun.dep_ not in {"dobj", "attr"} or not voices(noun.head):
        return False
    return noun_act(noun) in {"suspend", "reject"} or act_of(noun.head, "provision", "object") == "accept"


def _noun_before(one: Anchor) -> tuple[Token, ...]:
    """ "Ukraine's *openness* to a deal", where the parser hangs "to a deal" on the verb instead."""
    preposition = one.token.head
    if one.token.dep_ != "pobj" or preposition.i == 0:
        return ()
    before = preposition.nbor(-1)
    return (before,) if before.head == preposition.head and before.dep_ in {"dobj", "attr", "nsubj"} else ()


def put_forward(scene: Scene, one: Anchor, above: Governor | None) -> Iterator[Claim]:
    """Others answer a party's proposal: "rejected Qatar's proposal for a truce", "a plan proposed by Egypt"."""
    answered = above is not None and above.act in {"accept", "reject", "consult", "suspend", "deny", "condition"}
    answered = answered or is_answer(one)
    for noun in (one.topic.head, *one.carriers):
        author = _author(scene, noun) if answered and is_carrier(noun, "propose") else None
        if author is not None:
            yield from each(scene, one, scene.parties(author), Deed("propose", noun, actor=author))
        for participle in noun.children:
            if participle.dep_ in {"acl", "relcl"} and is_passive(participle):
                yield from _by_whom(scene, one, participle, agent(participle))
            elif participle.dep_ == "relcl" and _is_about(participle, noun):
                yield from _by_whom(scene, one, participle, child(participle, "nsubj"))


def is_answer(one: Anchor) -> bool:
    """It is answered, by the noun: "sent its *response* to the proposal"."""
    return any(lemma(noun) in act_words("answers") for noun in one.carriers)


def _author(scene: Scene, noun: Token) -> Token | None:
    """ "Iran's proposal", "the Iranian proposal", "a proposal from Iran", "an Iran-led plan"."""
    named = (child(noun, "poss"), *after(noun, "owner"))
    before = (d for d in noun.lefts if d.dep_ in {"compound", "amod", "nmod"})
    led = (inner for d in noun.lefts if lemma(d) in act_words("authoring") for inner in d.lefts)
    return next((one for one in (*named, *before, *led) if one is not None and scene.parties(one)), None)


def _is_about(verb: Token, noun: Token) -> bool:
    """ "a truce *which they signed*": a certain one, and the noun is all that the verb takes."""
    taken = [d for d in verb.children if d.dep_ in {"dobj", "oprd", "ccomp", "xcomp", "acomp"}]
    certain = all(d.lower_ not in words("grammar", "uncertain") for d in noun.children)
    return certain and all(d.lower_ in words("grammar", "relative") for d in taken)


def _by_whom(scene: Scene, one: Anchor, verb: Token, by: Token | None) -> Iterator[Claim]:
    """ "a plan *proposed by Egypt*", "a truce *rejected by Mali*", "a truce that *Mali signed*"."""
    act = act_of(verb, one.kind, "object")
    if act is None and act_of(verb, "proposal", "object") == "propose":
        act = "propose"
    if act in {"accept", "propose", "reject"} and by is not None and by.lower_ not in words("grammar", "relative"):
        firmness = "negated" if is_negated(verb) else "actual"
        yield from each(scene, one, scene.parties(by), Deed(act, verb, firmness, by))
