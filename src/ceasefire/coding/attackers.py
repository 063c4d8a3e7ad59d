"""Whose attack or breach it is."""

from __future__ import annotations

from spacy.tokens import Token

from ceasefire.coding.cast import Role
from ceasefire.coding.clauses import NOMINAL, child, clause_of, joined, up
from ceasefire.coding.phrases import stems
from ceasefire.coding.scene import Scene
from ceasefire.coding.subjects import doer
from ceasefire.coding.words import act_words


def is_attack(token: Token) -> bool:
    """A word of attacking, as a verb or a noun."""
    return any(form in act_words("attacks") for form in stems(token))


def blamed_for(scene: Scene, breach: Token) -> tuple[Role, ...]:
    """Who is said to break it: the owner of the violation, the subject of violating, the attacker in the clause."""
    if breach.pos_ in NOMINAL:
        return scene.owners(breach) or attackers(scene, clause_of(breach))
    who = doer(breach)
    attack = who if who is not None and who.pos_ in NOMINAL else clause_of(breach.head)
    return scene.parties(who) or attackers(scene, attack)


def owners_of(scene: Scene, breach: Token) -> tuple[Role, ...]:
    """Whose violation it is by its own phrase: "Israeli violations", "violations of the truce by Mali"."""
    named = scene.owners(breach)
    if named:
        return named
    near = (*breach.subtree, *breach.head.children)
    following = (d for d in near if d.dep_ in {"prep", "agent"} and d.i > breach.i and d.lower_ == "by")
    return next((roles for d in following if (roles := scene.parties(child(d, "pobj")))), ())


def attackers(scene: Scene, attack: Token) -> tuple[Role, ...]:
    """Whose attack it is: the subject of a verb of attacking, or the party that an attack is named after."""
    for verb in (attack, *up(attack)):
        if verb == attack or is_attack(verb):
            who = doer(verb)
            for part in joined(who) if who is not None else ():
                named = _named_after(scene, part)
                if named:
                    return named
    for token in attack.sent:
        if token.pos_ == "NOUN" and is_attack(token):
            named = _named_after(scene, token)
            if named:
                return named
    return ()


def _named_after(scene: Scene, noun: Token) -> tuple[Role, ...]:
    """ "Israeli airstrikes", "an attack by the RSF", "Russian forces"."""
    return scene.parties(noun) or scene.owners(noun)
