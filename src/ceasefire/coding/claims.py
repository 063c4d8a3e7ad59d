"""The rules of coding: each finds one kind of claim, named for what is true of the words.

A `Claim` is a statement before it has its place in a document: who (tokens and parties), which act,
towards which anchor, with which words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from ceasefire.coding.acts import act_of, table
from ceasefire.coding.anchors import Anchor, carrier_words, is_carrier
from ceasefire.coding.cast import Role
from ceasefire.coding.clauses import (
    agent,
    auxiliaries,
    child,
    clause_of,
    is_negated,
    is_passive,
    is_supposed,
    joined,
    possessor,
    subject,
    up,
)
from ceasefire.coding.conditions import Price, asks_details, clause_condition, phrase_condition, precondition, required
from ceasefire.coding.governors import Governor, governor, recipient_tokens, subject_position
from ceasefire.coding.modality import is_hedged, modality
from ceasefire.coding.phrases import lemma, stems
from ceasefire.coding.scene import Scene, distinct
from ceasefire.coding.scope import phrase_end
from ceasefire.vocabulary import load


@dataclass(frozen=True, slots=True)
class Claim:
    """A party's act towards a provision, as the words have it.

    `word` makes the act; `category` is the provision's, which for refusing or accepting talks is "talks"
    whatever they are about; `tokens` are the token indexes that the quote must hold.
    """

    actor: Role
    act: str
    category: str
    anchor: Anchor
    word: Token
    modality: str
    tokens: tuple[int, ...]
    recipient: Role | None = None
    price: Price | None = None
    between: tuple[str, ...] = ()


def claims(scene: Scene) -> list[Claim]:
    """Everything that the rules find, in the order of the text."""
    found: list[Claim] = []
    for one in scene.anchors:
        found += _about(scene, one)
    found += asked_about(scene)
    found.sort(key=lambda claim: (min(claim.tokens), max(claim.tokens), claim.actor.party, claim.act, claim.category))
    return found


def _about(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """All claims about one topic: a breach of it, what governs it, whose it is, who mediates, who talks."""
    broken = list(breached(scene, one)) or list(broken_despite(scene, one))
    if broken:
        yield from broken
        return
    if is_broken(one):
        return
    if is_supposed(one.token):
        return
    accused = list(accused_of(scene, one))
    if accused:
        yield from accused
        return
    priced = list(made_to_depend(scene, one))
    yield from priced
    above = governor(one)
    governed_by: list[Claim] = list(given(scene, one))
    if not priced and not governed_by:
        governed_by = list(governed(scene, one, above)) or list(carried_out(scene, one, above))
    yield from governed_by
    yield from put_forward(scene, one, above)
    yield from mediated(scene, one)
    if not governed_by and not priced:
        yield from (
            list(mediating(scene, one))
            or list(met_about(scene, one))
            or list(talked_between(scene, one))
            or list(exchanged_between(scene, one))
        )


# --- what governs the provision ---------------------------------------------------------------


def governed(scene: Scene, one: Anchor, above: Governor | None) -> Iterator[Claim]:
    """A party accepts, refuses, proposes, suspends … the provision: "Hamas rejects the truce"."""
    if above is None:
        return
    act = above.act
    sides = scene.between(one)
    actors = scene.parties(above.actor)
    facing = scene.facing(one)
    if act in {"accuse", "violate"} or any(asks_details(held) for held in above.word.children):
        return
    if act == "reject" and is_carrier(one.topic.head, "charges"):
        act = "deny"
    if act == "deny":
        yield from _each(scene, one, above, actors, "deny", "actual", facing)
        return
    if above.itself:
        yield from _by_itself(scene, one, above, sides)
        return
    if not actors:
        actors = _unnamed(scene, one, above, sides)
    if above.actor is not None and lemma(above.actor) == "mediator" and act in {"accept", "consult", "implement"}:
        act = "mediate"
    if (
        act == "consult"
        and len(sides) > 1
        and actors
        and not set(actors) & set(sides)
        and lemma(above.word) not in _discussing()
    ):
        act = "mediate"
    if act == "accept" and sides and lemma(above.word) in _declaring() and not one.topic.verbal:
        actors = sides
    if act == "accept" and actors and lemma(above.word) in table("joint"):
        actors = distinct([*actors, *facing])
    if act == "consult":
        if one.kind != "talks" and lemma(above.word) not in _discussing():
            return
        actors = distinct([*actors, *facing, *(sides if actors else ()), *_company(scene, above)])
    if not actors:
        return
    firmness = modality(act, above.word, above.verbs, above.word.sent.start, above.word.i + 1)
    if act == "accept" and above.word.i != above.verbs[0].i and any(is_negated(verb) for verb in above.verbs[:-1]):
        act = "reject"
    if act == "accept" and one.topic.category == "ceasefire" and _is_unilateral(scene, one, above, actors):
        yield from (
            replace(claim, category="limited-ceasefire")
            for claim in _each(scene, one, above, actors, act, firmness, facing)
        )
        return
    if act == "accept" and firmness == "negated" and auxiliaries(above.word) & {"will", "wo", "shall"}:
        act, firmness = "reject", "actual"
    if firmness == "negated" and lemma(above.word) in {"seek", "want", "need", "plan", "intend"}:
        act, firmness = "reject", "actual"
    price = (
        clause_condition(above.verbs) or phrase_condition(above.verbs, one.topic.end)
        if act in {"accept", "reject", "implement", "suspend"}
        else None
    )
    if price is not None and price.start <= one.topic.head.i < price.end:
        return
    if price is not None:
        act = "condition"
        firmness = "actual" if firmness in {"negated", "planned", "hypothetical"} else firmness
    others = (*facing, *_addressed(scene, above), *_whose(scene, one))
    yield from _each(scene, one, above, actors, act, firmness, others, price)


def _whose(scene: Scene, one: Anchor) -> tuple[Role, ...]:
    """Whose proposal it is that is answered."""
    return tuple(
        role for noun in one.carriers if is_carrier(noun, "propose") for role in scene.parties(possessor(noun))
    )


def _is_unilateral(scene: Scene, one: Anchor, above: Governor, actors: tuple[Role, ...]) -> bool:
    """One side declares a halt of its own: limited by side (codebook)."""
    return lemma(above.word) in _UNILATERAL and len(actors) == 1 and not scene.between(one) and not scene.facing(one)


_UNILATERAL = frozenset({"declare", "announce", "proclaim"})


def _by_itself(scene: Scene, one: Anchor, above: Governor, sides: tuple[Role, ...]) -> Iterator[Claim]:
    """The provision is what acts: "the ceasefire holds", "talks between them collapsed"."""
    actors = sides
    if not actors:
        owner = possessor(one.token)
        actors = scene.parties(owner)
    actors = distinct([*actors, *scene.facing(one)]) if actors else actors
    if not actors:
        speaker, _ = scene.speaker(above.word)
        if speaker is not None and scene.is_side(speaker) and above.act in {"implement", "suspend"}:
            actors = (speaker,)
        elif speaker is None or not scene.is_side(speaker):
            actors = scene.sides(one.topic.head) if above.act in {"suspend", "consult"} or speaker is not None else ()
        else:
            near = tuple(role for role in scene.sides(one.topic.head) if role != speaker)
            actors = near if len(near) == 2 else distinct([speaker, *scene.facing(one)])
    firmness = modality(above.act, above.word, above.verbs, above.word.i, above.word.i + 1)
    act = above.act
    price = clause_condition((above.word,))
    if (
        price is not None
        and not (price.start <= one.topic.head.i < price.end)
        and (auxiliaries(above.word) & {"will", "wo", "would"} or firmness == "negated")
    ):
        act, firmness = "condition", "actual"
        speaker, _ = scene.speaker(above.word)
        actors = (speaker,) if speaker is not None else actors
    else:
        price = None
    yield from _each(scene, one, above, actors, act, firmness, (), price)


def _unnamed(scene: Scene, one: Anchor, above: Governor, sides: tuple[Role, ...]) -> tuple[Role, ...]:
    """Nobody is named as acting ("was tentatively agreed"): the sides of the provision, or of the talks."""
    if above.act not in {"accept", "suspend", "consult", "implement"}:
        return ()
    if sides:
        return sides
    if above.actor is not None:
        return ()
    sentence = above.word.sent
    for token in sentence:
        if token.lower_ == "between" and token.dep_ == "prep":
            found = scene.parties(child(token, "pobj"))
            if len(found) > 1:
                return found
    return ()


@cache
def _declaring() -> frozenset[str]:
    return frozenset(verb for group in load("acts") if group.get("reporting") for verb in group["verbs"])


@cache
def _discussing() -> frozenset[str]:
    return frozenset(load("acts_discussing")["verbs"])


def _company(scene: Scene, above: Governor) -> tuple[Role, ...]:
    """Who takes part in a meeting beside its subject: "meets Russia's minister to discuss"."""
    found: list[Role] = []
    for verb in (above.word, *(head for head in up(above.word) if lemma(head) in _meeting())):
        for token in recipient_tokens(verb):
            found += scene.parties(token)
    return tuple(found)


@cache
def _meeting() -> frozenset[str]:
    return frozenset(table("meeting")["verbs"])


def _addressed(scene: Scene, above: Governor) -> tuple[Role, ...]:
    return tuple(role for token in recipient_tokens(above.word) for role in scene.parties(token))


def _each(
    scene: Scene,
    one: Anchor,
    above: Governor,
    actors: tuple[Role, ...],
    act: str,
    firmness: str,
    recipients: tuple[Role, ...] = (),
    price: Price | None = None,
) -> Iterator[Claim]:
    """One claim for each party that acts together."""
    category = one.topic.category
    if one.kind == "talks" and act not in {"consult", "mediate", "deny"}:
        category = "talks"
    if above.itself and one.kind == "talks" and act == "suspend":
        category = "talks"
    words = [above.word.i, one.topic.start, one.topic.end - 1, *phrase_end(one)]
    if above.actor is not None and above.actor.sent.start == above.word.sent.start:
        words += [above.actor.left_edge.i, above.actor.i]
    if price is not None:
        words += [price.start, price.end - 1]
    sides = tuple(role.party for role in scene.between(one))
    for role in actors:
        other = next((r for r in (*recipients, *actors) if r != role), None)
        yield Claim(role, act, category, one, above.word, firmness, tuple(words), other, price, sides)


# --- an action that the party itself takes -------------------------------------------------------


def carried_out(scene: Scene, one: Anchor, above: Governor | None) -> Iterator[Claim]:
    """The provision is the verb: "Mali withdraws" (implement), "will withdraw" (accept), "will not" (reject)."""
    if above is not None or not one.topic.verbal:
        return
    verb = one.topic.head
    dependent = verb.dep_ in {"acl", "pcomp", "relcl", "advcl"} and verb.tag_ in {"VBG", "VB", "VBN"}
    if dependent and not child(verb, "nsubj") and (verb.dep_ != "advcl" or verb.tag_ == "VB"):
        return
    doer = agent(verb) if is_passive(verb) else subject(verb)
    actors = scene.parties(doer)
    if one.topic.category == "withdrawal" and not _is_agreed_move(scene, one):
        return
    if one.topic.category == "prisoner-release":
        actors = _releasing(scene, verb, actors)
    if not actors:
        return
    going = verb.head if verb.dep_ == "xcomp" and lemma(verb.head) == "go" else None
    will = bool(auxiliaries(verb) & {"will", "wo", "shall", "would"}) or going is not None
    negated = is_negated(going if going is not None else verb)
    act = ("reject" if negated else "accept") if will else "implement"
    if act == "implement" and lemma(verb) in table("undoing"):
        act = "suspend"
    firmness = "negated" if negated and not will else "tentative" if is_hedged(verb, verb.i, verb.i + 1) else "actual"
    if act == "implement" and firmness == "tentative":
        act = "accept"
    price = clause_condition((verb,)) or phrase_condition((verb,), one.topic.end)
    if price is not None and act == "implement":
        price = None
    if price is not None:
        act, firmness = "condition", "actual"
    if act == "implement" and one.topic.category in {"limited-ceasefire", "ceasefire"}:
        act = "accept"
    found = Governor(act, verb, doer, (verb,))
    recipients = _addressed(scene, found)
    yield from _each(scene, one, found, actors, act, firmness, recipients, price)


def given(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """A noun names the act: "Hamas's agreement to a truce", "announces a pause on talks", "secured its consent"."""
    nouns = (*one.carriers, one.token, *_noun_before(one))
    noun = next((noun for noun in nouns if any(is_carrier(noun, act) for act in _NOUN_ACTS)), None)
    if noun is None or (noun == one.topic.head and one.topic.category != "talks"):
        return
    act = next(act for act in _NOUN_ACTS if is_carrier(noun, act))
    owner = possessor(noun)
    actors = scene.parties(owner) or scene.owners(noun)
    if not actors:
        verb = noun.head
        if (
            noun.dep_ not in {"dobj", "attr"}
            or act_of(verb, "provision", "object") != "accept"
            or lemma(verb) not in _declaring() | {"signal", "express", "voice", "order"}
        ):
            return
        owner = subject(verb)
        actors = scene.parties(owner)
    elif act == "accept" and noun.dep_ == "nsubj":
        return
    found = Governor(act, noun, owner, (noun,))
    firmness = "tentative" if is_hedged(noun, noun.i, noun.i + 1) else "actual"
    yield from _each(scene, one, found, actors, act, firmness, scene.facing(one))


def _noun_before(one: Anchor) -> tuple[Token, ...]:
    """ "Ukraine's *openness* to a deal", where the parser hangs "to a deal" on the verb instead."""
    preposition = one.token.head
    if one.token.dep_ != "pobj" or preposition.i == 0:
        return ()
    before = preposition.nbor(-1)
    return (before,) if before.head == preposition.head and before.dep_ in {"dobj", "attr", "nsubj"} else ()


_NOUN_ACTS = ("reject", "suspend", "accept")


def _is_agreed_move(scene: Scene, one: Anchor) -> bool:
    """A withdrawal counts where the text speaks of a deal or talks, says that it is to come, or hands something over;
    a retreat in battle is none (codebook)."""
    verb = one.topic.head
    if auxiliaries(verb) & {"will", "wo", "shall"}:
        return True
    if any(other.topic.category != "withdrawal" for other in scene.anchors):
        return True
    return any(form in load("topics")["withdrawal"]["handed"] for token in verb.subtree for form in stems(token))


def _releasing(scene: Scene, verb: Token, doers: tuple[Role, ...]) -> tuple[Role, ...]:
    """Who lets people go: the giver where a receiver is the subject, where they come from where nobody is named,
    and the other side where it is an exchange."""
    sources = distinct(
        role
        for d in verb.children
        if d.dep_ == "prep" and d.lower_ == "from"
        for inner in [child(d, "pobj")]
        if inner is not None
        for role in (scene.parties(inner) or scene.owners(inner))
    )
    if lemma(verb) == "receive":
        return sources
    givers = doers or (sources if is_passive(verb) else ())
    held = child(verb, "dobj", "nsubjpass")
    exchanged = any(
        d.dep_ == "prep" and d.lower_ == "in" and lemma(child(d, "pobj") or d) in {"exchange", "return"}
        for d in verb.subtree
    )
    if exchanged and held is not None and givers:
        return distinct([*givers, *(role for role in scene.owners(held) if scene.is_side(role))])
    return givers


# --- whose proposal it is ----------------------------------------------------------------------


def put_forward(scene: Scene, one: Anchor, above: Governor | None) -> Iterator[Claim]:
    """Others answer a party's proposal: "rejected Qatar's proposal for a truce", "a plan proposed by Egypt"."""
    answered = above is not None and above.act in {"accept", "reject", "consult", "suspend", "deny", "condition"}
    for noun in (one.topic.head, *one.carriers):
        if is_carrier(noun, "propose") and answered:
            owner = possessor(noun) or next(
                (d for d in noun.lefts if d.dep_ in {"compound", "amod", "nmod", "poss"} and scene.cast.of(d)), None
            )
            if owner is not None:
                found = Governor("propose", noun, owner, (noun,))
                yield from _each(scene, one, found, scene.parties(owner), "propose", "actual")
                return
        for dependant in noun.children:
            if dependant.dep_ in {"acl", "relcl"} and is_passive(dependant):
                act = act_of(dependant, one.kind, "object")
                by = agent(dependant)
                if act in {"accept", "propose", "reject"} and by is not None:
                    found = Governor(act, dependant, by, (dependant,))
                    yield from _each(
                        scene, one, found, scene.parties(by), act, "negated" if is_negated(dependant) else "actual"
                    )


def asked_about(scene: Scene) -> Iterator[Claim]:
    """A party asks for details of what is offered: talk of the provision, with no stance taken."""
    for noun in scene.doc:
        if not asks_details(noun):
            continue
        verb = clause_of(noun)
        who = subject(verb)
        near = [
            one
            for one in scene.anchors
            if one.topic.head.sent.start == noun.sent.start and one.topic.category != "talks"
        ]
        if not near or who is None:
            continue
        one = min(near, key=lambda anchor: abs(anchor.topic.head.i - noun.i))
        end = max(noun.right_edge.i, noun.i)
        while scene.doc[end].is_punct:
            end -= 1
        for role in scene.parties(who):
            yield Claim(role, "consult", one.topic.category, one, verb, "actual", (verb.i, noun.i, end))


# --- mediation and talks -----------------------------------------------------------------------


def mediated(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """A third party brokers or hosts: "talks mediated by Oman", "a Qatar-mediated truce", "via Pakistan"."""
    seen: set[int] = set()
    for noun in (one.topic.head, *one.carriers, one.token):
        if noun.i in seen:
            continue
        seen.add(noun.i)
        for dependant in noun.children:
            if dependant.dep_ in {"acl", "relcl", "amod"} and act_of(dependant, one.kind, "object") == "mediate":
                by = agent(dependant)
                brokers = scene.parties(by) or distinct(
                    role for left in dependant.children if left.i < dependant.i for role in scene.parties(left)
                )
                yield from _brokering(scene, one, dependant, brokers)
            if dependant.dep_ == "prep" and dependant.lower_ in {"via", "through"}:
                yield from _brokering(scene, one, dependant, scene.parties(child(dependant, "pobj")))
    for token in one.topic.head.sent:
        if (
            token.lower_ in {"mediator", "mediators"}
            and token.i not in seen
            and (token.dep_ in {"nsubj", "appos", "pobj", "compound", "dobj"})
        ):
            brokers = _mediators(scene, token)
            if (
                brokers
                and one.token.i != token.i
                and clause_of(token) in {clause_of(one.token), *up(clause_of(one.token))}
            ):
                yield from _brokering(scene, one, token, brokers)


def _mediators(scene: Scene, noun: Token) -> tuple[Role, ...]:
    return scene.owners(noun) or scene.parties(noun) or scene.parties(child(noun, "appos"))


def _brokering(scene: Scene, one: Anchor, word: Token, brokers: tuple[Role, ...]) -> Iterator[Claim]:
    for role in brokers:
        yield Claim(
            role,
            "mediate",
            one.topic.category,
            one,
            word,
            "actual",
            (word.left_edge.i, word.right_edge.i, one.topic.start, one.topic.end - 1),
        )


def talked_between(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """Talks named with their sides: "talks between Iran and the United States"."""
    if one.kind != "talks" or is_negated(one.token):
        return
    sides = scene.between(one)
    if len(sides) < 2:
        return
    verb = clause_of(one.token)
    firmness = "planned" if auxiliaries(verb) & {"will"} else "actual"
    claims_made = _each(scene, one, Governor("consult", one.token, None, (one.token,)), sides, "consult", firmness)
    yield from (replace(claim, tokens=(*claim.tokens, *_naming(one))) for claim in claims_made)


def _naming(one: Anchor) -> Iterator[int]:
    """The words that name the sides: "between X and Y"."""
    for dependant in one.token.children:
        if dependant.dep_ == "prep" and dependant.lower_ in {"between", "among", "with"}:
            inner = child(dependant, "pobj")
            if inner is not None:
                yield from (part.i for part in joined(inner))


def mediating(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """Mediation is what is spoken of: "is engaged in ceasefire mediation efforts", "backs Oman as a mediator"."""
    noun = next((noun for noun in (*one.carriers, one.token) if is_carrier(noun, "mediate")), None)
    if noun is None:
        return
    brokers = _mediators(scene, noun)
    if not brokers and noun.dep_ == "pobj" and noun.head.lower_ == "as":
        brokers = scene.parties(child(noun.head.head, "dobj"))
    if not brokers:
        brokers = scene.parties(subject(clause_of(noun)))
    yield from _brokering(scene, one, noun, brokers)


def met_about(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """Parties meet, visit or send somebody, and the phrase says what about: "meets X for talks on a truce"."""
    strives = one.kind == "talks" or any(is_carrier(noun, "striving") for noun in one.carriers)
    if not strives and not any(lemma(head) in _ENCOUNTERS for head in up(one.token)):
        return
    verb = next(
        (
            head
            for head in (one.token, *up(one.token))
            if (head.pos_ == "VERB" or head.dep_ == "ROOT") and lemma(head) in _meeting()
        ),
        None,
    )
    if verb is None or verb.sent.start != one.token.sent.start:
        return
    doer = subject(verb)
    company = child(doer, "appos") if doer is not None else None
    actors = distinct(
        [
            *scene.parties(doer),
            *scene.parties(company),
            *(role for token in recipient_tokens(verb) for role in scene.parties(token)),
        ]
    )
    sides = scene.between(one)
    if len(sides) > 1 and actors and not set(actors[:1]) & set(sides):
        yield from _brokering(scene, one, verb, actors[:1])
        return
    firmness = (
        "planned" if auxiliaries(verb) & {"will"} else "tentative" if is_hedged(verb, verb.i, verb.i + 1) else "actual"
    )
    yield from _each(
        scene, one, Governor("consult", verb, doer, (verb,)), distinct([*actors, *sides]), "consult", firmness
    )


_ENCOUNTERS = frozenset({"meet", "talk", "speak", "confer"})


def exchanged_between(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """An exchange named with its sides has been carried out: "freed in a prisoner swap between A and B"."""
    if one.topic.category != "prisoner-release" or one.topic.verbal or is_negated(one.token):
        return
    sides = scene.between(one)
    verb = clause_of(one.token)
    if len(sides) < 2 or verb.tag_ not in {"VBD", "VBN", "VBZ", "VBP"}:
        return
    yield from _each(scene, one, Governor("implement", one.token, None, (one.token,)), sides, "implement", "actual")


# --- conditions --------------------------------------------------------------------------------


def made_to_depend(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """The provision requires something: "a lasting truce would require an end to arms deliveries"."""
    verb = one.token.head
    if subject_position(one):
        wanted = required(verb)
    elif one.token.dep_ == "attr" and child(verb, "expl") is not None:
        wanted = None
    elif one.token.dep_ == "pobj":
        wanted = precondition(one.token.head.head)
        verb = one.token.head.head.head
    else:
        return
    if wanted is None:
        yield from _depending(scene, one, verb)
        return
    speaker, _ = scene.speaker(verb)
    actors = (speaker,) if speaker is not None else scene.between(one)
    start, end = wanted.left_edge.i, wanted.right_edge.i + 1
    for position in range(wanted.i, end):
        if scene.doc[position].dep_ in {"relcl", "advcl", "appos"} and scene.doc[position].head.i >= wanted.i:
            end = scene.doc[position].left_edge.i
            break
    while end > start + 1 and scene.doc[end - 1].is_punct:
        end -= 1
    price = Price(start, end)
    found = Governor("condition", verb, None, (verb,))
    firmness = "negated" if is_negated(verb) else "actual"
    yield from _each(scene, one, found, actors, "condition", firmness, (), price)


def _depending(scene: Scene, one: Anchor, verb: Token) -> Iterator[Claim]:
    """The speaker says on what the provision hangs: "a truce would be possible only if", "no truce unless"."""
    price = clause_condition((verb,)) or clause_condition((one.token,))
    if price is None or price.start <= one.topic.head.i < price.end:
        return
    if not (auxiliaries(verb) & {"would", "will", "can", "could", "wo", "must", "should"} or is_negated(verb)):
        return
    speaker, _ = scene.speaker(verb)
    if speaker is not None and scene.is_side(speaker):
        yield from _each(
            scene, one, Governor("condition", verb, None, (verb,)), (speaker,), "condition", "actual", (), price
        )


# --- breaches ----------------------------------------------------------------------------------


def is_broken(one: Anchor) -> bool:
    """The topic stands inside "violation of the truce", so nothing else is said about it."""
    return any(is_carrier(noun, "violate") for noun in one.carriers)


def breached(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """A party breaks the provision, or is said to: "accuses M23 of breaching the truce", "violating the ceasefire"."""
    words = table("attacks")["breaching"]
    breach = next((noun for noun in (*one.carriers, one.token) if any(form in words for form in stems(noun))), None)
    if (
        breach is None
        and one.token.dep_ in {"dobj", "nsubjpass", "pobj"}
        and any(form in words for form in stems(one.token.head))
    ):
        breach = one.token.head
    if breach is None:
        return
    accuser = next((head for head in (breach, *up(breach)) if act_of(head, "provision", "object") == "accuse"), None)
    if accuser is not None:
        who = scene.parties(subject(accuser)) or scene.owners(accuser.sent.root)
        whom = scene.parties(child(accuser, "dobj")) or _blamed(scene, breach)
        found = Governor("accuse", accuser, subject(accuser), (accuser, breach))
        yield from _each(scene, one, found, who, "accuse", "actual", tuple(role for role in whom if role not in who))
        return
    denier = next((head for head in up(breach) if act_of(head, "provision", "object") == "deny"), None)
    if denier is not None and breach.dep_ in {"xcomp", "ccomp", "dobj", "pcomp"}:
        found = Governor("deny", denier, subject(denier), (denier, breach))
        yield from _each(scene, one, found, scene.parties(subject(denier)), "deny", "actual")
        return
    holder = breach.head if breach.dep_ in {"oprd", "attr", "dobj", "ccomp", "pobj"} else breach
    holder = holder.head if holder.dep_ == "prep" else holder
    if lemma(holder) in table("attacks")["deeming"]:
        who = scene.parties(subject(holder))
        yield from _each(
            scene, one, Governor("accuse", holder, subject(holder), (holder, breach)), who, "accuse", "actual"
        )
        return
    blamed = _blamed(scene, breach)
    speaker, _ = scene.speaker(breach)
    yield from _breach(scene, one, breach, blamed, speaker)


def accused_of(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """A party is accused of something about the provision: "accused by Israel of attacking at ceasefire lines"."""
    for verb in up(one.token):
        if (
            lemma(verb) == "accuse"
            and verb.pos_ == "VERB"
            and any(d.dep_ == "prep" and d.lower_ == "of" and one.token in d.subtree for d in verb.children)
        ):
            passive = is_passive(verb)
            who = agent(verb) if passive else subject(verb)
            whom = child(verb, "nsubjpass") if passive else child(verb, "dobj")
            accused = scene.parties(whom)
            accusers = tuple(role for role in scene.parties(who) if role not in accused) or scene.others(verb, accused)
            found = Governor("accuse", verb, who, (verb,))
            yield from _each(scene, one, found, accusers, "accuse", "actual", accused)
            return
        if verb.dep_ == "ccomp":
            return


def broken_despite(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """Attacks go on although the provision forbids them: "shelled the town despite the ceasefire"."""
    if one.topic.category not in {"ceasefire", "limited-ceasefire"} or one.token.dep_ != "pobj":
        return
    preposition = one.token.head
    if preposition.lower_ not in {"despite", "notwithstanding"}:
        return
    attack = preposition.head
    if not any(form in _attack_words() for token in (attack, *attack.children) for form in stems(token)):
        return
    speaker, _ = scene.speaker(attack)
    yield from _breach(scene, one, preposition, _attackers(scene, attack), speaker)


@cache
def _attack_words() -> frozenset[str]:
    return frozenset(table("attacks")["words"])


def _breach(scene: Scene, one: Anchor, word: Token, blamed: tuple[Role, ...], speaker: Role | None) -> Iterator[Claim]:
    """The text's own finding is a violation by the attacker; one side's word about the other is an accusation."""
    verb = clause_of(word)
    if not blamed and speaker is None:
        root = word.sent.root
        blamed = scene.parties(subject(root) or root) or scene.owners(root)
    tokens = (
        verb.left_edge.i if verb.left_edge.sent.start == word.sent.start else word.i,
        word.i,
        one.topic.start,
        one.topic.end - 1,
    )
    if not blamed and speaker is not None and speaker.listed:
        blamed = (speaker,)
    for role in blamed:
        if speaker is not None and speaker != role and scene.is_side(speaker):
            yield Claim(speaker, "accuse", one.topic.category, one, word, "actual", tokens, role)
        else:
            other = next((r for r in blamed if r != role), None)
            yield Claim(role, "violate", one.topic.category, one, word, "actual", tokens, other)


def _blamed(scene: Scene, breach: Token) -> tuple[Role, ...]:
    """Who is said to break it: the owner of the violation, the subject of violating, the attacker in the clause."""
    if breach.pos_ in {"NOUN", "PROPN"}:
        return scene.owners(breach) or _attackers(scene, clause_of(breach))
    actor = agent(breach) if is_passive(breach) else subject(breach)
    named = scene.parties(actor)
    return named or _attackers(
        scene, actor if actor is not None and actor.pos_ in {"NOUN", "PROPN"} else clause_of(breach.head)
    )


def _attackers(scene: Scene, attack: Token) -> tuple[Role, ...]:
    """Whose attack it is: the subject of a verb of attacking, or the party that an attack is named after."""
    verbs = [attack, *(head for head in up(attack))]
    for verb in verbs:
        if any(form in _attack_words() for form in stems(verb)) or verb == attack:
            doer = agent(verb) if is_passive(verb) else subject(verb)
            for part in joined(doer) if doer is not None else ():
                named = _named_after(scene, part)
                if named:
                    return named
    for token in attack.sent:
        if token.pos_ == "NOUN" and any(form in _attack_words() for form in stems(token)):
            named = _named_after(scene, token)
            if named:
                return named
    return ()


def _named_after(scene: Scene, noun: Token) -> tuple[Role, ...]:
    """ "Israeli airstrikes", "an attack by the RSF", "Russian forces"."""
    return scene.parties(noun) or scene.owners(noun)


# --- keeping the strongest ---------------------------------------------------------------------


def strongest(found: list[Claim]) -> list[Claim]:
    """One act a statement: the same party towards the same topic keeps the strongest act (codebook)."""
    from ceasefire.coding.acts import STRENGTH

    best: dict[tuple[str, int, str], Claim] = {}
    for claim in found:
        key = (claim.actor.party, claim.anchor.topic.head.i, claim.category)
        rival = best.get(key)
        if rival is None or STRENGTH.index(claim.act) < STRENGTH.index(rival.act):
            best[key] = claim
    return [claim for claim in found if best[(claim.actor.party, claim.anchor.topic.head.i, claim.category)] is claim]


__all__ = ["Claim", "carrier_words", "claims", "replace", "strongest"]
