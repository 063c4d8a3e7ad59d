"""How far the act of a word reaches: to what hangs closely on it, and through which clauses."""

from __future__ import annotations

from spacy.tokens import Token

from ceasefire.coding.acts import act_of, declaring
from ceasefire.coding.anchors import is_carrier
from ceasefire.coding.clauses import FINITE, child
from ceasefire.coding.names import is_time
from ceasefire.coding.phrases import lemma
from ceasefire.coding.words import act_words, words

_NONFINITE = frozenset({"VB", "VBG", "VBN"})


def hangs_closely(word: Token, token: Token, how: str) -> bool:
    """The phrase follows its verb and names what the act is about, not when, where or after what it happened."""
    if token.i < word.i:
        return False
    return not words("topics", "carriers", "loose").intersection(how.removeprefix("prep:").split())


def passes_on(token: Token, kind: str) -> bool:
    """An infinitive, a participle or a bare clause passes its act on; a finite that-clause only to a verb of
    proposing or agreeing ("proposed that observers monitor it"); an adjunct only where it is none."""
    if token.dep_ == "advcl":
        return token.tag_ == "VB" and _is_no_adjunct(token)
    if token.dep_ == "relcl":
        return False
    if token.dep_ == "ccomp" and lemma(token.head) in declaring() and _is_finite(token):
        return False
    agreed = lemma(token.head) in act_words("agreeing")
    if token.dep_ == "ccomp" and (agreed or act_of(token.head, kind, "clause") == "propose"):
        return True
    if token.dep_ == "ccomp":
        return (
            token.tag_ in _NONFINITE
            and not any(d.dep_ == "mark" and d.lower_ == "that" for d in token.children)
            and not _is_finite(token)
        )
    return True


def _is_finite(verb: Token) -> bool:
    """It has a tense, its own or its auxiliary's: "*has* agreed"."""
    return verb.tag_ not in _NONFINITE or any(d.dep_ == "aux" and d.tag_ in FINITE for d in verb.children)


def _is_no_adjunct(verb: Token) -> bool:
    """What a deal is to do, what one is given days to do, what is called for or asked of another, read as a purpose."""
    held = child(verb.head, "dobj")
    of_the_object = held is not None and (is_carrier(held, "settled") or is_time(held))
    return of_the_object or _is_called_for(verb) or _is_asked_of_another(verb)


def _is_called_for(verb: Token) -> bool:
    """ "called *for* the war to *end*"."""
    return any(d.dep_ == "mark" and d.lower_ == "for" for d in verb.children)


def _is_asked_of_another(verb: Token) -> bool:
    """ "calls on Mali *to give up* its arms", where the parser takes the infinitive for a purpose."""
    above = verb.head
    through = any(f"{lemma(above)} {d.lower_}" in act_words("controlling_through") for d in above.children)
    asked = through or (lemma(above) in act_words("controlling") and child(above, "dobj", "dative") is not None)
    return asked and any(d.tag_ == "TO" for d in verb.children) and verb.i > above.i
