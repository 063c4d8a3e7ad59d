"""How the words of a parsed sentence hang together: dependants, lists, owners, agents, the verb of a clause."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from ceasefire.coding.words import words

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj", "dative", "attr", "oprd"})
VERBAL = frozenset({"VERB", "AUX"})
#: Tags of verbs with a tense of their own.
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
NOMINAL = frozenset({"NOUN", "PROPN"})
_LISTED = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET", "X"})


def child(token: Token, *relations: str) -> Token | None:
    """The first dependant that stands in one of the relations."""
    return next((dependant for dependant in token.children if dependant.dep_ in relations), None)


def after(token: Token, group: str) -> Iterator[Token]:
    """What stands after the token's own prepositions of a group of vocabulary/grammar.yaml: "talks *with Russia*"."""
    for dependant in token.children:
        if dependant.dep_ == "prep" and dependant.lower_ in words("grammar", group):
            inner = child(dependant, "pobj")
            if inner is not None:
                yield inner


def joined(token: Token) -> Iterator[Token]:
    """The token and everything coordinated with it: "Iran, the United States and Oman"."""
    return _along(token, lambda d: d.dep_ == "conj" and d.pos_ in _LISTED)


def listed(token: Token) -> Iterator[Token]:
    """Like `joined`, through the appositions that the parser makes of long lists: "from Chad, Togo and Mali"."""
    return _along(token, lambda d: d.dep_ in {"conj", "appos"})


def _along(token: Token, goes_on: Callable[[Token], bool]) -> Iterator[Token]:
    waiting = [token]
    while waiting:
        one = waiting.pop()
        yield one
        waiting.extend(reversed([dependant for dependant in one.rights if goes_on(dependant)]))


def up(token: Token) -> Iterator[Token]:
    """The token's heads up to the root of its sentence."""
    while token.head != token:
        token = token.head
        yield token


def clause_of(token: Token) -> Token:
    """The nearest verb at or above the token, the token itself where there is none."""
    return next((one for one in (token, *up(token)) if one.pos_ in VERBAL), token)


def possessor(noun: Token) -> Token | None:
    """ "Iran's proposal", "the proposal of / from / by Iran": Iran."""
    own = child(noun, "poss")
    if own is not None:
        return own
    for dependant in noun.children:
        if dependant.dep_ in {"prep", "agent"} and dependant.lower_ in words("grammar", "owner"):
            inner = child(dependant, "pobj")
            if inner is not None:
                return inner
        if dependant.dep_ == "acl" and dependant.tag_ == "VBN":
            by = agent(dependant)
            if by is not None:
                return by
    return None


def agent(verb: Token) -> Token | None:
    """Who did it, in the passive: "rejected by the allies"."""
    for dependant in verb.children:
        if dependant.dep_ == "agent" or (dependant.dep_ == "prep" and dependant.lower_ == "by"):
            return child(dependant, "pobj")
    return None


def is_passive(verb: Token) -> bool:
    """The subject undergoes the action: "was signed", "a plan accepted by"."""
    if any(dependant.dep_ in {"auxpass", "nsubjpass", "csubjpass"} for dependant in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl"} and not child(verb, "aux", "nsubj")
