"""One thing is asked for before another: "demands the release *before any talks*", "the price *of signing a truce*"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ceasefire.coding.anchors import Anchor
from ceasefire.coding.cast import Role
from ceasefire.coding.claim import Claim, Deed, each
from ceasefire.coding.clauses import NOMINAL, VERBAL, child, up
from ceasefire.coding.conditions import Price
from ceasefire.coding.phrases import lemma
from ceasefire.coding.required import price_words
from ceasefire.coding.scene import Scene
from ceasefire.coding.subjects import doer
from ceasefire.coding.verbs import is_negated
from ceasefire.coding.words import words


def asked_first(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """The provision is what comes after: what is asked for before it is the condition."""
    found = _before(one) or _at_the_price(one) or _tied(one)
    if found is None:
        return
    verb, price = found
    if price.holds(one.topic.head) or is_negated(verb):
        return
    who = doer(verb)
    yield from each(scene, one, _asking(scene, verb, who), Deed("condition", verb, "actual", who, price=price))


def _asking(scene: Scene, verb: Token, who: Token | None) -> tuple[Role, ...]:
    named = scene.parties(who)
    if named:
        return named
    speaker, _ = scene.speaker(verb)
    return (speaker,) if speaker is not None and scene.is_side(speaker) else ()


def _before(one: Anchor) -> tuple[Token, Price] | None:
    """ "*demands* the release of prisoners *before* talks", "insists that they leave before it signs"."""
    passable = words("conditions", "exchanged")
    for holder in (one.token, *up(one.token)):
        if holder.dep_ in {"prep", "advcl"} and _opens_after(holder):
            verb = _asking_above(holder)
            wanted = _wanted(verb) if verb is not None else None
            return (verb, _up_to(price_words(wanted), holder)) if verb is not None and wanted is not None else None
        if holder.pos_ in NOMINAL and holder not in one.nouns and lemma(holder) not in passable:
            return None
    return None


def _asking_above(holder: Token) -> Token | None:
    """The verb of asking that the phrase hangs on, through the clause that is asked for."""
    verb = next((above for above in up(holder) if above.pos_ in VERBAL | {"ADJ"}), None)
    asking = words("conditions", "asking")
    while verb is not None and lemma(verb) not in asking and verb.dep_ in {"ccomp", "xcomp"}:
        verb = verb.head
    return verb


def _opens_after(holder: Token) -> bool:
    after = words("conditions", "afterwards")
    if holder.dep_ == "prep":
        inner = child(holder, "prep")
        if holder.lower_ == "in" and lemma(child(holder, "pobj") or holder) in words("conditions", "exchanged"):
            return True
        return holder.lower_ in after or (inner is not None and f"{holder.lower_} {inner.lower_}" in after)
    return any(d.dep_ in {"mark", "advmod"} and d.lower_ in after and d.i < holder.i for d in holder.children)


def _wanted(verb: Token) -> Token | None:
    """What an asking verb asks for: its object, clause or infinitive, or what follows its preposition."""
    if lemma(verb) not in words("conditions", "asking"):
        return None
    held = child(verb, "dobj", "ccomp", "xcomp")
    return held if held is not None else _asked_through(verb)


def _at_the_price(one: Anchor) -> tuple[Token, Price] | None:
    """ "make their release *a condition for* talks", "ask for amnesty *as the price of* a truce", "sets conditions"."""
    known = words("conditions", "required")
    if one.topic.refers is not None:
        return None  # "a condition that they reject" points back
    noun = next((n for n in (*one.carriers, one.token, *up(one.token)) if lemma(n) in known), None)
    if noun is None or not any(token in (one.topic.head, one.token) for token in noun.subtree):
        return None
    through_as = noun.dep_ == "pobj"
    holder = noun.head if through_as else noun
    verb = next((above for above in up(holder) if above.pos_ not in NOMINAL), holder)
    if (through_as and holder.lower_ != "as") or verb.pos_ not in VERBAL or lemma(verb) == "be":
        return None
    wanted = _other_thing(verb, noun) or (_asked_through(verb) if through_as else None)
    if wanted is not None:
        return verb, price_words(wanted)
    if noun.dep_ == "dobj" and lemma(verb) in words("conditions", "setting"):
        return verb, Price(noun.left_edge.i, noun.i + 1)
    return None


def _other_thing(verb: Token, noun: Token) -> Token | None:
    """The other of the two things that the verb makes one."""
    things = (d for d in (*noun.children, *verb.children) if d.dep_ in {"dobj", "nsubj", "ccomp"})
    return next((one for one in things if _is_thing(one, verb, noun)), None)


def _asked_through(verb: Token) -> Token | None:
    """ "insists *on* their release", "asks *for* an amnesty"."""
    through = (d for d in verb.children if d.dep_ == "prep" and d.lower_ in words("conditions", "asking_through"))
    return next((child(d, "pobj", "pcomp") for d in through), None)


def _is_thing(dependant: Token, verb: Token, noun: Token) -> bool:
    """The other of the two things that the verb makes one: not its own subject, not the noun itself."""
    return dependant != noun and not (dependant.head == verb and dependant.dep_ == "nsubj")


def _tied(one: Anchor) -> tuple[Token, Price] | None:
    """ "*ties* the release of hostages *to* an end of the siege"."""
    verb = one.token.head
    if one.token.dep_ != "dobj" or lemma(verb) not in words("conditions", "tying"):
        return None
    for dependant in verb.children:
        inner = child(dependant, "pobj", "pcomp") if dependant.dep_ in {"prep", "dative"} else None
        if inner is not None and dependant.lower_ in words("conditions", "tied_through") and dependant.i > one.token.i:
            return verb, price_words(inner)
    return None


def _up_to(price: Price, holder: Token) -> Price:
    return Price(price.start, min(price.end, max(price.start + 1, holder.left_edge.i)))
