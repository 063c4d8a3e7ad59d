"""Who lets people go: who frees them, from whom they are received, and both sides of an exchange."""

from __future__ import annotations

from spacy.tokens import Token

from ceasefire.coding.cast import Role
from ceasefire.coding.clauses import after, agent, child, is_passive, possessor
from ceasefire.coding.names import is_full_name
from ceasefire.coding.phrases import lemma, stems
from ceasefire.coding.scene import Scene, distinct
from ceasefire.coding.words import words


def releasing(scene: Scene, verb: Token, doers: tuple[Role, ...]) -> tuple[Role, ...]:
    """Who lets people go: who does it, or where they come from or who took them where nobody is named;
    and the other side where people are exchanged for people."""
    held = child(verb, "dobj", "nsubjpass") or (verb.head if verb.dep_ == "acl" else None)
    if not doers and is_passive(verb) and lemma(verb) in words("topics", "prisoner-release", "exchanging"):
        return _swapping(scene, verb, held)
    others = distinct([*_opposite(scene, verb), *_in_return(scene, verb)])
    givers = doers or ((sources(scene, verb) or others or _captors(scene, held)) if is_passive(verb) else ())
    if givers and held is not None and _is_exchange(verb):
        return distinct([*givers, *others, *_whose(scene, held)])
    return distinct([*givers, *others]) if givers else ()


def _swapping(scene: Scene, verb: Token, held: Token | None) -> tuple[Role, ...]:
    """ "were exchanged *between Chad and Togo*", "*Chadian* bodies were exchanged *for Togolese* ones"."""
    between = [role for inner in after(verb, "sides") for role in scene.parties(inner)]
    price = next((child(d, "pobj") for d in verb.children if d.dep_ == "prep" and d.lower_ == "for"), None)
    exchanged = [role for one in (held, price) if one is not None for role in _whose(scene, one)]
    return distinct(between or exchanged)


def _opposite(scene: Scene, verb: Token) -> tuple[Role, ...]:
    """ "freed in a prisoner swap *with Chad*"."""
    swaps = (child(d, "pobj") for d in verb.children if d.dep_ == "prep")
    known = words("topics", "prisoner-release", "exchanged")
    sides = [
        role
        for swap in swaps
        if swap is not None and lemma(swap) in known
        for group in ("facing", "sides")
        for inner in after(swap, group)
        for role in scene.parties(inner)
    ]
    return distinct(role for role in sides if scene.is_side(role))


def _in_return(scene: Scene, verb: Token) -> tuple[Role, ...]:
    """ "in exchange for *Chad* returning 20 others": who lets people go, too."""
    exchanged = words("topics", "prisoner-release", "exchanged")
    bargains = [d for d in verb.subtree if d.dep_ == "pobj" and lemma(d) in exchanged]
    prices = [inner for one in bargains for d in one.children if d.lower_ == "for" for inner in d.children]
    doers = [child(price, "nsubj") if price.dep_ == "pcomp" else price for price in prices]
    named = [one for one in doers if one is not None and one.pos_ == "PROPN"]
    return distinct(role for one in named for role in scene.cast.of(one) if scene.is_side(role))


def _whose(scene: Scene, held: Token) -> tuple[Role, ...]:
    """Whose people they are: "*Chadian* prisoners", "the bodies of *Chadian* soldiers"."""
    inner = possessor(held)
    found = scene.owners(held) or (scene.owners(inner) if inner is not None else ())
    return tuple(role for role in found if scene.is_side(role))


def _captors(scene: Scene, held: Token | None) -> tuple[Role, ...]:
    """ "hostages *held by the rebels* were freed"."""
    clauses = (d for d in held.children if d.dep_ in {"acl", "relcl"}) if held is not None else ()
    return distinct(role for clause in clauses for role in scene.parties(agent(clause)))


def sources(scene: Scene, verb: Token) -> tuple[Role, ...]:
    """ "freed *from Chad's prisons*", "received the bodies of its soldiers *from Togo*"."""
    given = verb if is_passive(verb) else child(verb, "dobj")  # "were returned through the custody of … *from Chad*"
    near = [*verb.children, *(given.subtree if given is not None else ())]
    origins = (child(d, "pobj") for d in near if d.dep_ == "prep" and d.lower_ == "from")
    found = (role for one in origins if one is not None for role in (scene.parties(one) or scene.owners(one)))
    return distinct(role for role in found if scene.is_side(role))


def _is_exchange(verb: Token) -> bool:
    """ "*in exchange for 40 prisoners*", "in return": not for maps or money."""
    exchanged = words("topics", "prisoner-release", "exchanged")
    found = (child(d, "pobj") for d in verb.subtree if d.dep_ == "prep" and d.lower_ == "in")
    exchanges = [one for one in found if one is not None and lemma(one) in exchanged]
    return bool(exchanges) and all(_is_for_people(one) for one in exchanges)


def _is_for_people(exchange: Token) -> bool:
    price = next((child(d, "pobj") for d in exchange.children if d.dep_ == "prep" and d.lower_ == "for"), None)
    people = words("topics", "prisoner-release", "people")
    return price is None or is_full_name(price) or price.tag_ == "NNPS" or any(form in people for form in stems(price))
