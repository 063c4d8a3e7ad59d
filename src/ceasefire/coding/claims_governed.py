"""What a word does with the provision that it governs: "Hamas *rejects* the truce"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ceasefire.coding.acts import declaring
from ceasefire.coding.anchors import Anchor, is_carrier
from ceasefire.coding.cast import Role
from ceasefire.coding.claim import Claim, Deed, each
from ceasefire.coding.claims_itself import by_itself
from ceasefire.coding.claims_own import is_answer
from ceasefire.coding.clauses import VERBAL, child, possessor, up
from ceasefire.coding.conditions import Price, around, asks_details, clause_condition, phrase_condition
from ceasefire.coding.governors import Governor
from ceasefire.coding.modality import modality
from ceasefire.coding.phrases import lemma
from ceasefire.coding.scene import Scene, distinct
from ceasefire.coding.subjects import subject
from ceasefire.coding.verbs import has_auxiliary, is_negated, is_past
from ceasefire.coding.words import act_words, words

_NEAR = 4


def governed(scene: Scene, one: Anchor, above: Governor | None) -> Iterator[Claim]:
    """A party accepts, refuses, proposes, suspends, discusses … the provision."""
    if above is None or above.act in {"accuse", "violate"} or any(asks_details(held) for held in above.word.children):
        return
    if above.act == "propose" and is_answer(one):
        return
    if above.act == "deny" or (above.act == "reject" and is_carrier(one.topic.head, "charges")):
        deed = Deed("deny", above.word, "actual", above.actor, scene.facing(one))
        yield from each(scene, one, scene.parties(above.actor), deed)
    elif above.itself and _ender(scene, above):
        ender = subject(above.word.head)
        yield from each(scene, one, scene.parties(ender), Deed("suspend", above.word, actor=ender))
    elif above.itself:
        yield from by_itself(scene, one, above)
    else:
        yield from _taken(scene, one, above)


def _ender(scene: Scene, above: Governor) -> bool:
    """ "declared the truce *to be over*": whose word ends it."""
    verb = above.word.head
    said = above.word.dep_ in {"ccomp", "xcomp"} and lemma(verb) in declaring()
    return above.act == "suspend" and said and bool(scene.parties(subject(verb)))


def _taken(scene: Scene, one: Anchor, above: Governor) -> Iterator[Claim]:
    """A stance that parties take, or a deed that they do."""
    sides = scene.between(one)
    named = scene.parties(above.actor) or _unlisted(scene, one, above) or _unnamed(scene, above, sides)
    act = _act(above, named, sides)
    actors = _together(scene, one, above, act, named)
    if not actors:
        return
    if act == "accept" and _is_declared_over(one, above):
        act = "suspend"
    firmness = modality(act, above.word, above.verbs, above.word.sent.start, above.word.i + 1)
    if above.word.dep_ == "pcomp" and above.word.head.lower_ == "without":
        if act != "accept":
            return
        act = "reject"
    if act == "accept" and above.word != above.verbs[0] and any(is_negated(verb) for verb in above.verbs[:-1]):
        act = "reject"
    if _orders_its_own(scene, one, above, act, actors) or (
        act == "accept" and _is_unilateral(scene, one, above, actors)
    ):
        for claim in each(scene, one, actors, Deed("accept", above.word, firmness, above.actor)):
            yield replace(claim, category="limited-ceasefire") if claim.category == "ceasefire" else claim
        return
    if firmness == "negated" and _refuses(above, act):
        act, firmness = "reject", "actual"
    price = _price(one, above, act)
    if price is not None:
        if price.holds(one.topic.head):
            return
        act, firmness = "condition", firmness if firmness == "tentative" else "actual"
    if act == "implement" and has_auxiliary(above.word, "future") and scene.speaker(above.word)[0] in actors:
        act, firmness = "accept", "actual"  # "says that it will resume": promised
    towards = (*scene.facing(one), *scene.addressed(above.word), *_whose(scene, one))
    yield from each(scene, one, actors, Deed(act, above.word, firmness, above.actor, towards, price))
    if act == "mediate" and one.kind == "talks" and len(sides) > 1:
        yield from each(scene, one, sides, Deed("consult", above.word, firmness))


def _is_declared_over(one: Anchor, above: Governor) -> bool:
    """ "declared the truce *over*"."""
    near = (token for token in above.word.subtree if one.token.i < token.i <= one.token.i + _NEAR)
    ended = any(token.lower_ in act_words("over") and token.dep_ != "prep" for token in near)
    return ended and lemma(above.word) in declaring()


def _unlisted(scene: Scene, one: Anchor, above: Governor) -> tuple[Role, ...]:
    """A party that no vocabulary lists, where it takes a stance on a provision itself and not on mere talks."""
    if above.act not in {"accept", "reject", "propose", "suspend"} or one.kind == "talks":
        return ()
    return scene.unlisted(above.actor)


def _act(above: Governor, named: tuple[Role, ...], sides: tuple[Role, ...]) -> str:
    """The word's act; what a mediator agrees to, and talks that outsiders hold between the sides, are mediation."""
    brokers = words("topics", "carriers", "brokers")
    if above.actor is not None and lemma(above.actor) in brokers and above.act in {"accept", "consult", "implement"}:
        return "mediate"
    outsiders = len(sides) > 1 and named and not set(named) & set(sides)
    if above.act == "consult" and outsiders and lemma(above.word) not in act_words("discussing"):
        return "mediate"
    return above.act


def _together(scene: Scene, one: Anchor, above: Governor, act: str, named: tuple[Role, ...]) -> tuple[Role, ...]:
    """Who does it: those named, and in agreeing and talking those that it is done with."""
    word, sides = lemma(above.word), scene.between(one)
    between = [role for role in sides if role not in scene.facing(one)]
    if act == "accept" and len(between) > 1 and word in declaring() and not one.topic.verbal:
        named = sides
    if act == "accept" and named and word in act_words("joint"):
        return distinct([*named, *scene.facing(one)])
    if act != "consult":
        return named
    if one.kind != "talks" and word not in act_words("discussing"):
        return ()
    return distinct([*named, *scene.facing(one), *(sides if named else ()), *_company(scene, above)])


def _unnamed(scene: Scene, above: Governor, sides: tuple[Role, ...]) -> tuple[Role, ...]:
    """Nobody is named as acting ("was tentatively agreed"): the sides of the provision, or of the talks."""
    if above.act not in {"accept", "suspend", "consult", "implement"}:
        return ()
    if sides or above.actor is not None or any(is_past(verb) for verb in (above.word, *up(above.word))):
        return sides
    for token in above.word.sent:
        if token.lower_ == "between" and token.dep_ == "prep":
            found = scene.parties(child(token, "pobj"))
            if len(found) > 1:
                return found
    return ()


def _company(scene: Scene, above: Governor) -> tuple[Role, ...]:
    """Who takes part in a meeting beside its subject: "meets Russia's minister to discuss"."""
    meetings = (head for head in up(above.word) if lemma(head) in act_words("meeting"))
    verbs = (verb for verb in (above.word, *meetings) if lemma(verb) not in act_words("moving"))
    return tuple(role for verb in verbs for role in scene.addressed(verb))


def _is_unilateral(scene: Scene, one: Anchor, above: Governor, actors: tuple[Role, ...]) -> bool:
    """One side declares a halt of its own: limited by side (codebook)."""
    alone = len(actors) == 1 and not scene.between(one) and not scene.faces_somebody(one)
    return one.topic.category == "ceasefire" and lemma(above.word) in act_words("unilateral") and alone


def _orders_its_own(scene: Scene, one: Anchor, above: Governor, act: str, actors: tuple[Role, ...]) -> bool:
    """ "ordered its forces to stop": a halt of one side, not a proposal to another."""
    told = scene.addressed(above.word)
    commanded = lemma(above.word) in act_words("commanding") or one.topic.category == "ceasefire"
    return act == "propose" and one.kind != "talks" and commanded and bool(told) and set(told) <= set(actors)


def _refuses(above: Governor, act: str) -> bool:
    """ "will not agree", "does not want": what is denied is a refusal."""
    return lemma(above.word) in act_words("wanting") or (act == "accept" and has_auxiliary(above.word, "future"))


def _price(one: Anchor, above: Governor, act: str) -> Price | None:
    """What the act is made to depend on; a delay "pending" something names a reason and no price."""
    if act not in {"accept", "reject", "implement", "suspend"} and lemma(above.word) not in act_words("offering"):
        return None
    inner = (head for head in (one.topic.head, *up(one.topic.head)) if head.pos_ in VERBAL and head.i > above.word.i)
    verbs = tuple(dict.fromkeys((*around(above.verbs), *inner))) if one.kind != "talks" else around(above.verbs)
    return clause_condition(verbs) or (phrase_condition(above.verbs) if act != "suspend" else None)


def _whose(scene: Scene, one: Anchor) -> tuple[Role, ...]:
    """Whose proposal it is that is answered."""
    return tuple(
        role for noun in one.carriers if is_carrier(noun, "propose") for role in scene.parties(possessor(noun))
    )
