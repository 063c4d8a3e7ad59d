"""An action that a party itself takes: "Mali *withdraws* its troops", "will *release* the hostages"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ceasefire.coding.acts import act_of
from ceasefire.coding.anchors import Anchor, is_carrier
from ceasefire.coding.cast import Role
from ceasefire.coding.claim import Claim, Deed, each
from ceasefire.coding.claims_mediated import brokering
from ceasefire.coding.claims_released import releasing, sources
from ceasefire.coding.clauses import VERBAL, agent, child, is_passive
from ceasefire.coding.conditions import Price, around, clause_condition, phrase_condition
from ceasefire.coding.governors import Governor
from ceasefire.coding.modality import is_hedged
from ceasefire.coding.phrases import lemma, stems
from ceasefire.coding.scene import Scene
from ceasefire.coding.subjects import doer
from ceasefire.coding.things import outcome_of
from ceasefire.coding.topic import HALTS
from ceasefire.coding.verbs import has_auxiliary, is_negated
from ceasefire.coding.words import act_words, words


def carried_out(scene: Scene, one: Anchor, above: Governor | None) -> Iterator[Claim]:
    """The provision is the verb: "Mali withdraws" (implement), "will withdraw" (accept), "will not" (reject)."""
    verb = one.topic.head
    if above is not None or not one.topic.verbal or _only_adds(verb):
        return
    who = _who(verb)
    actors = scene.parties(who)
    if has_auxiliary(verb, "demanding"):
        yield from _demanded(scene, one, actors)
        return
    if one.topic.category == "withdrawal" and not _is_agreed(scene, verb):
        return
    if lemma(verb) in act_words("receiving"):
        actors = sources(scene, verb)
    elif one.topic.category == "humanitarian-access" and who is not None:
        actors = actors or scene.owners(who)
    elif one.topic.category == "prisoner-release":
        actors = releasing(scene, verb, actors)
    elif one.topic.category in HALTS:
        actors = tuple(role for role in actors if scene.is_side(role))
    if not actors and is_passive(verb) and one.topic.category in words("topics", "carriers", "declared"):
        speaker, _ = scene.speaker(verb)
        actors = (speaker,) if speaker is not None and scene.is_side(speaker) else ()
    act, firmness, price = _promised_or_done(verb)
    if act == "implement" and one.topic.category in HALTS:
        act = "accept"
    deed = Deed(act, verb, firmness, who, scene.addressed(verb), price)
    yield from each(scene, one, actors, deed)


def _who(verb: Token) -> Token | None:
    """The doer; of "the men *let* go by Togo" and "the body *returned* by Togo", whoever stands after "by"."""
    outcome = outcome_of(verb)
    undergone = is_passive(verb) or verb.dep_ == "acl"
    by = agent(verb) or (agent(outcome) if outcome is not None else None) if undergone else None
    return by or doer(verb)


def brokered(scene: Scene, one: Anchor, above: Governor | None) -> Iterator[Claim]:
    """ "freed them *under a deal brokered by Togo*", "agreed to leave after mediation *by Togo*"."""
    verbs = dict.fromkeys(
        (*((one.topic.head,) if one.topic.verbal else ()), *(above.verbs if above is not None else ()))
    )
    for preposition in (d for verb in verbs if verb.pos_ in VERBAL for d in verb.children):
        inner = child(preposition, "pobj") if preposition.dep_ == "prep" else None
        if inner is None:
            continue
        if is_carrier(inner, "mediate"):
            yield from brokering(one, inner, scene.owners(inner))
        for participle in inner.children:
            if participle.dep_ == "acl" and act_of(participle, "provision", "object") == "mediate":
                yield from brokering(one, participle, scene.parties(agent(participle)))


def _demanded(scene: Scene, one: Anchor, by: tuple[Role, ...]) -> Iterator[Claim]:
    """ "Togo said that Chad *must* withdraw": who says so demands it of whoever is to do it."""
    verb = one.topic.head
    speaker, _ = scene.speaker(verb)
    if speaker is not None and speaker not in by:
        yield from each(scene, one, (speaker,), Deed("propose", verb, towards=by))


def _only_adds(verb: Token) -> bool:
    """A participle or infinitive without a subject of its own says how or why, not what was done; so does what is
    coordinated with one, and the content of a verb: "the plan includes *reopening* the strait"."""
    if verb.dep_ == "conj" and verb.tag_ in {"VB", "VBG"} and not child(verb, "nsubj", "aux"):
        return _only_adds(verb.head)
    if verb.dep_ in {"xcomp", "ccomp", "dobj"} and verb.tag_ == "VBG" and not child(verb, "nsubj", "aux"):
        return True
    asked = verb.head if verb.dep_ == "xcomp" and verb.head.pos_ in VERBAL else verb
    if asked.dep_ == "ccomp" and any(
        d.lower_ in words("grammar", "asking") for one in (verb, asked) for d in one.lefts
    ):
        return True
    if verb.dep_ == "acl" and agent(verb) is not None:
        return False
    adds = verb.dep_ in {"acl", "pcomp", "relcl", "advcl"} and verb.tag_ in {"VBG", "VB", "VBN"}
    return adds and not child(verb, "nsubj") and (verb.dep_ != "advcl" or verb.tag_ == "VB")


def _promised_or_done(verb: Token) -> tuple[str, str, Price | None]:
    """The act, its modality and its condition: done, undone, or promised, refused or made to depend."""
    going = verb.head if verb.dep_ == "xcomp" and lemma(verb.head) == "go" else None
    negated = is_negated(going if going is not None else verb)
    hedged = is_hedged(verb, verb.i, verb.i + 1)
    if going is not None or has_auxiliary(verb, "future_or_reported"):
        act, firmness = "reject" if negated else "accept", "tentative" if hedged else "actual"
    else:
        act = "suspend" if lemma(verb) in act_words("undoing") else "implement"
        firmness = "negated" if negated else "tentative" if hedged else "actual"
        if act == "implement" and firmness != "tentative":
            return act, firmness, None
        act = "accept" if act == "implement" else act
    price = clause_condition(around((verb,))) or phrase_condition((verb,))
    return (act, firmness, None) if price is None else ("condition", "actual", price)


def is_mere_retreat(scene: Scene, claim: Claim) -> bool:
    """A withdrawal completed or begun with no deal behind it is nothing (codebook)."""
    carried = claim.act == "implement" and claim.category == "withdrawal"
    return carried and not _is_agreed(scene, claim.word)


def _is_agreed(scene: Scene, verb: Token) -> bool:
    """A withdrawal counts where the text speaks of a deal or talks, says that it is to come, or hands something over;
    a retreat in battle is none (codebook)."""
    if has_auxiliary(verb, "future") or scene.speaks_of_more_than("withdrawal"):
        return True
    handed = words("topics", "withdrawal", "handed")
    return any(form in handed for token in verb.subtree for form in stems(token))
