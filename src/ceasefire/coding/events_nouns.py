"""Events told by a noun and what stands above it: "held talks", "in a call with", "talks between A and B began"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ceasefire.coding.clauses import NOMINAL, VERBAL, agent, child, clause_of
from ceasefire.coding.events_held import HELD, NEITHER, PLANNED, firmness
from ceasefire.coding.events_sides import Sides, facing, hosts, own_sides, parties_of, with_whom
from ceasefire.coding.events_told import Told, acting
from ceasefire.coding.phrases import lemma
from ceasefire.coding.scene import Scene
from ceasefire.coding.statement import CALL, MEETING, TALKS
from ceasefire.coding.words import words


def by_noun(scene: Scene, noun: Token) -> Told | None:
    """The event that a noun names, where what stands above it says that it took place or is planned."""
    kind = _kind(noun)
    if not kind:
        return None
    top = _top(noun)
    above = top.head
    found: Told | None = None
    if top.dep_ in {"dobj", "nsubj", "nsubjpass"} and above.pos_ in VERBAL:
        found = _governed(scene, noun, top, kind)
    elif top.dep_ == "pobj" and above.dep_ in {"prep", "mark", "advcl"}:
        found = _set_in(scene, noun, top, kind)
    return found or _pointed_out(scene, noun, kind)


def _pointed_out(scene: Scene, noun: Token, kind: str) -> Told | None:
    """ "*His* conversation *with* the president": one whose it is took place, but for one that is called planned."""
    whose = child(noun, "poss")
    if whose is None or noun.tag_ != "NN" or noun.dep_ != "pobj":
        return None
    described = {one.lower_ for one in noun.lefts}
    held = PLANNED if described & words("events", "scheduled") else HELD
    if held == HELD and (noun.head.lower_ in words("events", "ahead") or described & words("events", "coming")):
        return None
    return Told(noun, noun, kind, own_sides(scene, noun) | facing(scene, noun), held, noun)


def _kind(noun: Token) -> str:
    """The kind that the noun names; talks come in the plural, a call is one by telephone or has its sides beside it."""
    base = lemma(noun)
    kind = next((kind for kind in (CALL, MEETING, TALKS) if base in words("events", "nouns", kind)), "")
    by_phone = any(lemma(one) in words("events", "phones") for one in noun.lefts)
    if kind == TALKS:
        if by_phone:
            return CALL
        return "" if base == "talk" and not noun.lower_.endswith("s") else TALKS
    if kind == CALL and not by_phone:
        beside = {one.lower_ for one in noun.rights if one.dep_ == "prep"}
        return kind if beside & {"with", "between"} or noun.head.lower_ in words("events", "during") - {"at"} else ""
    return kind


def _top(noun: Token) -> Token:
    """The noun, or the one that counts it: "*hours* of talks"; of things joined the first."""
    top = noun
    while True:
        if top.dep_ == "pobj" and top.head.lower_ == "of" and lemma(top.head.head) in words("events", "carriers"):
            top = top.head.head
        elif top.dep_ == "conj" and top.head.pos_ in NOMINAL:
            top = top.head
        else:
            return top


def _governed(scene: Scene, noun: Token, top: Token, kind: str) -> Told | None:
    """ "A held talks with B", "Q hosts talks between A and B", "talks between A and B began"."""
    verb, base = top.head, lemma(top.head)
    sides = own_sides(scene, noun) | own_sides(scene, top) | facing(scene, noun, top)
    hosting = base in words("events", "hosting")
    if top.dep_ == "dobj" and (hosting or base in words("events", "holding")):
        doing = acting(scene, verb)
        sides = sides | with_whom(scene, verb)
        taking_part = hosting and len(sides) < 2  # "facilitated talks with B": the host is the other side
        who = sides if hosting and not taking_part else doing | sides
        return Told(
            noun, verb, kind, who, firmness(verb), noun, doing if hosting and not taking_part else hosts(scene, noun)
        )
    if top.dep_ == "dobj":
        return None
    took_place = base in words("events", "occurring") and not (base == "take" and not _takes_place(verb))
    certain = (
        took_place
        or (kind != TALKS and _is_told_of(verb))
        or (kind == TALKS and _is_definite(noun) and _is_told_of(verb))
    )
    if not certain and not (took_place and top.dep_ == "nsubjpass"):
        return None
    if not sides and any(one.lower_ in words("events", "pointing") for one in noun.lefts):
        sides = {role.party: (noun.i,) for role in scene.sides(noun)}
    by = parties_of(scene, [agent(verb)]) if top.dep_ == "nsubjpass" else {}
    held = firmness(verb)
    told_past = held if took_place else HELD  # "the call did not lead to a truce": there was a call
    return Told(noun, verb, kind, sides, told_past, noun, (by if hosting else {}) | hosts(scene, noun))


def _is_told_of(verb: Token) -> bool:
    """It is told in the past: "led to", "did not lead to"."""
    return verb.tag_ == "VBD" or any(one.tag_ == "VBD" for one in verb.children if one.dep_ == "aux")


def _takes_place(verb: Token) -> bool:
    return any(one.lower_ == "place" for one in verb.children)


def _is_definite(noun: Token) -> bool:
    """ "*The* conversation between the two leaders" is one that took place."""
    return any(one.lower_ in {"the", "this", "that"} for one in noun.lefts) and noun.tag_ == "NN"


def _set_in(scene: Scene, noun: Token, top: Token, kind: str) -> Told | None:
    """ "*In* a call with B, A agreed", "*after* talks hosted by Q", "gathered *for* talks with B"."""
    opener = top.head
    verb = clause_of(opener.head)
    if verb.pos_ not in VERBAL:
        verb = opener.head
    gathers = opener.lower_ == "for" and lemma(verb) in words("events", "gathering")
    if not gathers and opener.lower_ not in words("events", "during"):
        return None
    if opener.lower_ == "in" and kind == TALKS and lemma(verb) == "be":
        return None  # "are in talks with" is a state, no event
    above = firmness(verb) if verb.pos_ in VERBAL else HELD
    held = above if gathers else _held_inside(opener, verb, above)
    sides = own_sides(scene, noun) | facing(scene, noun, top)
    host = hosts(scene, noun)
    if len(sides) < 2 and verb.pos_ in VERBAL and lemma(verb) not in words("events", "hosting"):
        sides |= acting(scene, verb) | _done_with(scene, opener, verb)
    if len(sides) < 2 and verb.pos_ in VERBAL:
        sides |= _addressed(scene, verb)
    if len(sides) < 2 and kind == CALL:
        sides = _two_leaders(scene, noun) or sides
    others = {party: at for party, at in host.items() if party not in sides}
    return Told(noun, verb, kind, sides, held, noun, others, opener.lower_ in words("events", "over"))


def _done_with(scene: Scene, opener: Token, verb: Token) -> Sides:
    """ "signed a truce *with B* after talks": what came after the talks was done with the other side."""
    objects = [one for one in verb.children if one.dep_ == "dobj"]
    over = opener.lower_ in words("events", "over") and firmness(verb) == HELD
    return with_whom(scene, verb, *objects) if over else {}


def _held_inside(opener: Token, verb: Token, above: str) -> str:
    """What is done in, during or after it was done, or is to be done."""
    if above == HELD or opener.lower_ in words("events", "over"):
        return HELD if above != PLANNED else NEITHER
    return NEITHER


def _addressed(scene: Scene, verb: Token) -> Sides:
    """ "secured an agreement *from B*": whom the deed is done with."""
    objects = [one for one in verb.children if one.dep_ in {"dobj", "dative"}]
    from_whom = (
        child(one, "pobj")
        for head in (verb, *objects)
        for one in head.children
        if one.dep_ == "prep" and one.lower_ == "from"
    )
    return parties_of(scene, from_whom)


def _two_leaders(scene: Scene, noun: Token) -> Sides:
    """A call in a sentence that names two leaders and nobody else's is theirs."""
    found: Sides = {}
    for one in _leaders(scene, noun):
        found.setdefault(*one)
    return found if len(found) == 2 else {}


def _leaders(scene: Scene, noun: Token) -> Iterator[tuple[str, tuple[int, ...]]]:
    inside = range(noun.sent.start, noun.sent.end)
    for one in scene.cast.mentions:
        if one.start_token in inside and one.how == "leader":
            yield one.party, tuple(range(one.start_token, one.end_token))
