"""What a sentence does with a provision: the word that governs it, the act it is, and whose."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from ceasefire.coding.acts import act_of, of_itself, voices
from ceasefire.coding.anchors import Anchor, is_carrier, role
from ceasefire.coding.clauses import NOMINAL, PASSIVE_SUBJECTS, SUBJECTS, VERBAL, child, possessor
from ceasefire.coding.governors_reach import hangs_closely, passes_on
from ceasefire.coding.phrases import lemma
from ceasefire.coding.subjects import doer, subject
from ceasefire.coding.words import act_words, words

_LEVELS = 6


@dataclass(frozen=True, slots=True)
class Governor:
    """The word whose act it is.

    `actor` heads the noun phrase of who acts, None when the words name nobody ("was agreed");
    `verbs` is the chain from the anchor up to the word; `itself` says that the provision is what acts
    ("the truce collapsed").
    """

    act: str
    word: Token
    actor: Token | None
    verbs: tuple[Token, ...]
    itself: bool = False


def governor(anchor: Anchor) -> Governor | None:
    """The highest word in reach that is an act towards the anchor; a finite that-clause is the limit.

    "calls on Israel to accept the truce" is a call, "refused to extend it" a refusal: what governs wins.
    """
    token, kind = anchor.token, anchor.kind
    chain = [token] if anchor.topic.verbal and token == anchor.topic.head else []
    best: Governor | None = None
    through = False  # past a noun of another matter ("the price of a truce") only talk reaches the topic
    for _ in range(_LEVELS):
        step = role(token)
        if step is None:
            break
        word, how = step
        if how == "subject":
            return best or _acting(anchor, word, chain)
        if _is_out_of_reach(token, word, how, kind, best):
            break
        needed = how == "clause" and lemma(token) in act_words("needing")
        token = word
        if how == "modifier" and word.pos_ not in VERBAL:
            continue
        chain.append(word)
        found = _noun_does(word) if word.pos_ in NOMINAL else act_of(word, kind, how)
        if (found == "consult" and _hands_over(word, token)) or (found == "accept" and needed):
            found = "propose"
        through = through or (found is None and _is_another_matter(word, how))
        reaches = not through or found in {"consult", "mediate"}
        if found is not None and reaches and not _weakens(best, found, how, word):
            best = Governor(found, word, _actor(word), tuple(chain))
        if word.pos_ in VERBAL and best is None:
            kind = "doing"
        if word.dep_ == "ROOT":
            break
    return best


def _is_out_of_reach(token: Token, word: Token, how: str, kind: str, best: Governor | None) -> bool:
    """The phrase is no part of what the word above does: an adjunct, a that-clause, a mere adjective's."""
    if how.startswith("prep:") and not hangs_closely(word, token, how):
        return best is not None or word.pos_ in VERBAL
    if how == "clause":
        return not passes_on(token, kind)
    return how == "modifier" and word.pos_ == "ADJ"


def _is_another_matter(word: Token, how: str) -> bool:
    return word.pos_ in NOMINAL and how.startswith("prep:") and not is_carrier(word)


def _weakens(best: Governor | None, found: str, how: str, word: Token) -> bool:
    """A wider verb replaces a narrower act only through a bare clause: "agrees to suspend" but not "met to reject"."""
    if best is None:
        return False
    if not how.startswith(("clause", "prep")):
        return True
    if found == "consult" and lemma(word) in act_words("discussing"):
        return False  # "discuss implementing it" is talk of it
    if best.act == "mediate":
        return found in {"accept", "consult"}
    return found in {"consult", "mediate", "implement"}


def _hands_over(verb: Token, token: Token) -> bool:
    """ "*sent* a proposal to Mali *for* talks": what the phrase is about is proposed."""
    held = child(verb, "dobj")
    made = held is not None and held != token and is_carrier(held, "propose")
    return made and act_of(verb, "proposal", "object") == "propose"


def _actor(word: Token) -> Token | None:
    if word.pos_ == "ADJ" or word.dep_ == "acomp":
        return subject(word.head) if word.head.pos_ in VERBAL else None
    if word.pos_ in NOMINAL:
        return possessor(word) or _voicer(word)
    return doer(word)


def _voicer(noun: Token) -> Token | None:
    """ "Kyiv *expressed* readiness to accept": who voices it."""
    voiced = noun.dep_ == "dobj" and (voices(noun.head) or _is_called(noun))
    return doer(noun.head) if voiced else None


def _noun_does(noun: Token) -> str | None:
    """The act of a noun in the chain: one of a stance, or a call that its subject makes or makes again."""
    return noun_act(noun) or ("propose" if _is_called(noun) else None)


def _is_called(noun: Token) -> bool:
    """ "*renewed* its *call* for a truce", "*issued* a *demand*"."""
    return noun.dep_ == "dobj" and is_carrier(noun, "propose") and lemma(noun.head) in act_words("calling")


def noun_act(noun: Token) -> str | None:
    """ "Hezbollah's *agreement* to a truce", "Ukraine's *openness*", "Iran's *pause* on talks"."""
    for act in ("reject", "suspend", "accept"):
        if is_carrier(noun, act):
            return act
    return None


def _acting(anchor: Anchor, verb: Token, chain: list[Token]) -> Governor | None:
    act = of_itself(verb)
    if act is None:
        return None
    if act == "consult" and anchor.kind != "talks":
        return None
    if act == "implement" and anchor.kind == "talks":
        act = "consult"
    return Governor(act, verb, None, (*chain, verb), itself=True)


def subject_position(anchor: Anchor) -> bool:
    """The provision is the subject: "the truce would require"."""
    return anchor.token.dep_ in SUBJECTS | PASSIVE_SUBJECTS


def recipient_tokens(word: Token) -> list[Token]:
    """Whom an act is addressed to or done with: "urges *Iran*", "calls on *Israel*", "agreed with *M23*"."""
    found = []
    held = child(word, "dobj", "dative")
    if held is not None:
        found.append(held)
    for dependant in word.children:
        if dependant.dep_ in {"prep", "dative"} and dependant.lower_ in words("grammar", "recipient"):
            inner = child(dependant, "pobj")
            if inner is not None:
                found.append(inner)
    return found
