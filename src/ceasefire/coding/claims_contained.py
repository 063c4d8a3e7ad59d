"""What a plan or a deal contains is put forward or agreed to with it: "a plan that *includes* a truce"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from ceasefire.coding.anchors import Anchor, is_carrier
from ceasefire.coding.claim import Claim
from ceasefire.coding.clauses import NOMINAL, PASSIVE_SUBJECTS, SUBJECTS, VERBAL, child, up
from ceasefire.coding.phrases import lemma
from ceasefire.coding.scene import Scene
from ceasefire.coding.subjects import subject
from ceasefire.coding.words import act_words, words

_STANCES = frozenset({"propose", "accept", "reject"})


def contained(scene: Scene, found: list[Claim]) -> Iterator[Claim]:
    """Each provision inside a plan or deal that nothing else is said of takes the stance taken on the whole."""
    stances = [claim for claim in found if claim.act in {"propose", "accept"} and not claim.price]
    spoken = {claim.anchor.topic.head.i for claim in found if claim.act != "consult" and claim.act != "implement"}
    for one in scene.anchors:
        whole = _whole(one) if one.topic.head.i not in spoken else None
        if whole is None or one.topic.category == "talks":
            continue
        for claim in _about(whole, stances):
            yield replace(claim, anchor=one, category=one.topic.category, tokens=_tokens(claim, one))


def listed_with(scene: Scene, found: list[Claim]) -> Iterator[Claim]:
    """What follows in a list takes the stance on what stands before it: "calls for a truce, talks and a withdrawal"."""
    about: dict[int, list[Claim]] = {}
    for claim in found:
        about.setdefault(claim.anchor.topic.head.i, []).append(claim)
    for before, one in pairwise(scene.anchors):
        stances = [claim for claim in about.get(before.topic.head.i, ()) if claim.act in _STANCES]
        other = [claim for claim in about.get(one.topic.head.i, ()) if claim.act != "implement"]
        if stances and not other and _goes_on(before, one):
            about[one.topic.head.i] = [
                replace(claim, anchor=one, category=one.topic.category, tokens=(*claim.tokens, *_span(one)))
                for claim in stances
                if claim.price is None
            ]
            yield from about[one.topic.head.i]


def _goes_on(before: Anchor, one: Anchor) -> bool:
    """One list holds both: a comma or "and" between, no verb, and no clause that begins with the second."""
    doc = one.topic.head.doc
    first = one.topic.head.i if one.topic.verbal else _first(one.topic.head, before.topic.end)
    if one.topic.verbal and not _is_bare(one.topic.head):
        return False
    if one.token.dep_ in SUBJECTS | PASSIVE_SUBJECTS or one.topic.category == before.topic.category:
        return False
    between = doc[before.topic.end : first]
    joints = {token.lower_ for token in between[-1:]} & words("grammar", "listing")
    return (
        before.topic.head.sent.start == one.topic.head.sent.start
        and first > before.topic.head.i
        and bool(joints)
        and not any(token.pos_ in VERBAL or token.pos_ == "SCONJ" for token in between)
    )


def _is_bare(verb: Token) -> bool:
    """An infinitive with no subject or auxiliary of its own: "to end the war and *reopen* the port"."""
    own = (*SUBJECTS, *PASSIVE_SUBJECTS, "aux", "auxpass", "neg")
    return verb.tag_ in {"VB", "VBP"} and child(verb, *own) is None


def _first(noun: Token, after: int) -> int:
    """Where the noun phrase begins, with the nouns that it is "of", as far as they stand behind the first member."""
    while noun.dep_ == "pobj" and noun.head.head.pos_ in NOMINAL and noun.head.head.i >= after:
        noun = noun.head.head
    return noun.left_edge.i


def _span(one: Anchor) -> tuple[int, int]:
    return one.topic.start, one.topic.end - 1


def _whole(one: Anchor) -> Token | None:
    """The plan or deal that the provision is named as a part of."""
    for token in (one.token, *up(one.token)):
        if lemma(token) in act_words("containing") or token.lower_ in act_words("containing"):
            whole = _holder(token)
            return whole if whole is not None and _is_whole(whole) else None
        if token.pos_ in VERBAL and token != one.topic.head:
            return None
    return None


def _holder(word: Token) -> Token | None:
    """What a word of containing says it of: "the plan *includes*", "a plan *including*"."""
    if word.dep_ == "prep" or (word.pos_ in VERBAL and word.dep_ == "acl"):
        return word.head
    return subject(word) if word.pos_ in VERBAL else None


def _is_whole(noun: Token) -> bool:
    return is_carrier(noun, "propose") or is_carrier(noun, "settled") or is_carrier(noun, "pointing")


def _about(whole: Token, stances: Iterable[Claim]) -> Iterator[Claim]:
    """The stances on the whole: on this mention of it, else on the last one that "the plan" takes up."""
    here = [claim for claim in stances if whole in claim.anchor.nouns or whole in up(claim.anchor.token)]
    if here or not any(d.lower_ in words("grammar", "pointers") for d in whole.children):
        return iter(here)
    before = [claim for claim in stances if claim.anchor.token.i < whole.i and _names(claim, lemma(whole))]
    last = max((claim.word.i for claim in before), default=-1)
    return iter([claim for claim in before if claim.word.i == last])


def _names(claim: Claim, noun: str) -> bool:
    return any(lemma(token) == noun for token in claim.anchor.nouns)


def _tokens(claim: Claim, one: Anchor) -> tuple[int, ...]:
    inside = (one.topic.start, one.topic.end - 1)
    near = claim.word.sent.start == one.topic.head.sent.start
    return (claim.word.i, *inside) if near else (*inside, one.token.left_edge.i)
