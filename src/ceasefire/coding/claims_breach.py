"""The provision is broken, or somebody says so: the text's own finding, accusations, denials."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ceasefire.coding.acts import act_of
from ceasefire.coding.anchors import Anchor, is_carrier
from ceasefire.coding.attackers import attackers, blamed_for, is_attack, owners_of
from ceasefire.coding.cast import Role
from ceasefire.coding.claim import Claim, Deed, each
from ceasefire.coding.clauses import NOMINAL, agent, child, clause_of, is_passive, up
from ceasefire.coding.phrases import lemma, stems
from ceasefire.coding.scene import Scene
from ceasefire.coding.subjects import doer, subject
from ceasefire.coding.topic import HALTS
from ceasefire.coding.words import act_words, words


def is_broken(one: Anchor) -> bool:
    """The topic stands inside "violation of the truce", so nothing else is said about it."""
    return any(is_carrier(noun, "violate") for noun in one.carriers)


def breached(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """A party breaks the provision, or is said to: "accuses M23 of breaching the truce", "violating the ceasefire"."""
    breach = _breach(one)
    if breach is None:
        return
    accuser, denier = _above(breach, "accuse"), _above(breach, "deny")
    judge = _judge(breach)
    if accuser is not None:
        accusers = scene.parties(subject(accuser)) or scene.owners(accuser.sent.root)
        accused = scene.parties(child(accuser, "dobj")) or blamed_for(scene, breach)
        others = tuple(role for role in accused if role not in accusers)
        yield from each(scene, one, accusers, Deed("accuse", accuser, actor=subject(accuser), towards=others))
    elif denier is not None and breach.dep_ in {"xcomp", "ccomp", "dobj", "pcomp"}:
        yield from each(scene, one, scene.parties(subject(denier)), Deed("deny", denier, actor=subject(denier)))
    elif lemma(judge) in act_words("deeming"):
        yield from each(scene, one, scene.parties(subject(judge)), Deed("accuse", judge, actor=subject(judge)))
    else:
        accusers, blamed = _complained_of(scene, breach)
        if accusers:
            yield from each(scene, one, accusers, Deed("accuse", breach, towards=blamed))
        else:
            yield from _found(scene, one, breach, blamed_for(scene, breach))


def _complained_of(scene: Scene, breach: Token) -> tuple[tuple[Role, ...], tuple[Role, ...]]:
    """Who speaks of another's breach, and of whose: "reports violations *by Mali*", "says the truce was violated"."""
    speaker, _ = scene.speaker(breach)
    ours = (speaker,) if speaker is not None and scene.is_side(speaker) else ()
    if breach.pos_ not in NOMINAL:
        nobody = is_passive(breach) and agent(breach) is None and not any(is_attack(t) for t in breach.sent)
        return (ours, ()) if nobody else ((), ())
    blamed = owners_of(scene, breach)
    who = ours or scene.parties(subject(clause_of(breach)))
    if blamed and set(who) & set(blamed):
        return (), ()
    alleged = any(lemma(d) in words("modality", "alleged") for d in breach.children)
    return (who, blamed) if blamed or alleged else ((), ())


def accused_of(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """A party is accused of something about the provision: "accused by Israel of attacking at ceasefire lines"."""
    for verb in (one.token, *up(one.token)):
        if lemma(verb) == "accuse" and verb.pos_ == "VERB" and _is_accused_of(verb, one.token):
            accused = scene.parties(child(verb, "nsubjpass" if is_passive(verb) else "dobj"))
            accusers = tuple(role for role in scene.parties(doer(verb)) if role not in accused)
            deed = Deed("accuse", verb, actor=doer(verb), towards=accused)
            yield from each(scene, one, accusers or scene.others(verb, accused), deed)
            return
        if verb.dep_ == "ccomp":
            yield from _alleged(scene, one, verb)
            return


def _alleged(scene: Scene, one: Anchor, done: Token) -> Iterator[Claim]:
    """ "*alleges* that Mali is arming the rebels": an accusation, and no event."""
    verb, accused = done.head, scene.parties(doer(done))
    if not one.topic.verbal or done != one.topic.head or act_of(verb, "provision", "clause") != "accuse":
        return
    accusers = tuple(role for role in scene.parties(doer(verb)) if role not in accused)
    if accused:
        yield from each(scene, one, accusers, Deed("accuse", verb, actor=doer(verb), towards=accused))


def broken_despite(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """Attacks go on although the provision forbids them: "shelled the town despite the ceasefire"."""
    preposition = one.token.head
    if one.topic.category not in HALTS or one.token.dep_ != "pobj" or preposition.lower_ not in act_words("despite"):
        return
    for attack in dict.fromkeys((preposition.head, clause_of(preposition))):
        if any(is_attack(token) for token in (attack, *attack.children)):
            yield from _found(scene, one, preposition, attackers(scene, attack))
            return


def _breach(one: Anchor) -> Token | None:
    """The word of breaking that the provision hangs on: "*violations* of the truce", "*broke* the truce"."""
    if one.kind == "talks" and one.topic.category == "talks":
        return None
    above = (one.token.head,) if one.token.dep_ in {"dobj", "nsubjpass", "pobj"} else ()
    nouns = (*one.carriers, one.token, *above)
    return next((noun for noun in nouns if any(form in act_words("breaching") for form in stems(noun))), None)


def _above(breach: Token, act: str) -> Token | None:
    """The word at or above the breach that accuses or denies."""
    return next((head for head in (breach, *up(breach)) if act_of(head, "provision", "object") == act), None)


def _judge(breach: Token) -> Token:
    """The verb by which somebody calls something a breach: "*described* the raid as a breach of the truce"."""
    holder = breach.head if breach.dep_ in {"oprd", "attr", "dobj", "ccomp", "pobj"} else breach
    return holder.head if holder.dep_ == "prep" else holder


def _is_accused_of(verb: Token, token: Token) -> bool:
    return any(d.dep_ == "prep" and d.lower_ == "of" and token in d.subtree for d in verb.children)


def _found(scene: Scene, one: Anchor, word: Token, blamed: tuple[Role, ...]) -> Iterator[Claim]:
    """The text's own finding is a violation by the attacker; one side's word about the other is an accusation."""
    speaker, _ = scene.speaker(word)
    if not blamed and speaker is None:
        root = word.sent.root
        blamed = scene.parties(subject(root) or root) or scene.owners(root)
    elif not blamed and speaker is not None and speaker.listed:
        blamed = (speaker,)
    first = clause_of(word).left_edge
    tokens = (first.i if first.sent.start == word.sent.start else word.i, word.i, one.topic.start, one.topic.end - 1)
    category = one.topic.category
    for role in blamed:
        if speaker is not None and speaker != role and scene.is_side(speaker):
            yield Claim(speaker, "accuse", category, one, word, "actual", tokens, role)
        else:
            other = next((party for party in blamed if party != role), None)
            yield Claim(role, "violate", category, one, word, "actual", tokens, other)
