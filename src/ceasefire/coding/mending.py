"""Where the parser hangs the later parts of a list on the wrong word, they are hung on its first part again.

1. "agreed to *lift* the siege, *open* the road and *free* the sailors": bare infinitives that the parser
   coordinates with the finite verb belong to the infinitive before them.
2. "a call for a *truce* in the north, the *lifting* of the siege and the *release* of prisoners": nouns that the
   parser takes for another name of a place, or coordinates with the verb, belong to the noun before them.
"""

from __future__ import annotations

import numpy as np
from spacy.attrs import DEP
from spacy.tokens import Doc, Token

from ceasefire.coding.clauses import up

_FINITE = frozenset({"VBZ", "VBP", "VBD", "VB", "VBN"})
_COMMON = frozenset({"NN", "NNS"})
_FARTHEST = 40


def mend_lists(doc: Doc) -> None:
    """Hang the parts of lists in a parsed sentence on the part before them."""
    strings, relations = doc.vocab.strings, doc.to_array(DEP)
    for at in np.flatnonzero((relations == strings["conj"]) | (relations == strings["appos"])):
        token = doc[int(at)]
        if token.dep_ == "conj" and token.tag_ == "VB" and token.head.tag_ in _FINITE:
            _hang(token, _infinitive_before(token))
        elif token.tag_ in _COMMON and (
            (token.dep_ == "conj" and token.head.pos_ in {"VERB", "AUX"}) or (token.dep_ == "appos" and _is_deed(token))
        ):
            _hang(token, _noun_before(token))


def _hang(token: Token, first: Token | None) -> None:
    if first is not None and first != token.head and token not in (first, *up(first)):
        token.head = first
        token.dep_ = "conj"


def _infinitive_before(verb: Token) -> Token | None:
    """The last "to …" between the finite verb and this one, where this one has no subject or auxiliary of its own."""
    auxiliary = any(d.dep_ == "aux" and d.tag_ == "MD" for d in verb.head.children)
    if auxiliary or any(d.dep_ in {"nsubj", "aux", "nsubjpass"} for d in verb.children):
        return None
    for i in range(verb.i - 1, max(verb.head.i, verb.i - _FARTHEST), -1):
        token = verb.doc[i]
        if token.tag_ == "VB" and any(d.tag_ == "TO" for d in token.children):
            return token
    return None


def _is_deed(noun: Token) -> bool:
    """ "Gaza, *the lifting of* the siege": what is done, not another name of the place."""
    articles = any(d.dep_ == "det" and d.lower_ == "the" for d in noun.children)
    return articles and noun.head.pos_ == "PROPN" and any(d.dep_ == "prep" and d.lower_ == "of" for d in noun.children)


def _noun_before(noun: Token) -> Token | None:
    """Above the word that ends before the comma or "and": the last part of the list, else the nearest common noun."""
    i = noun.left_edge.i - 1
    while i > noun.sent.start and (noun.doc[i].is_punct or noun.doc[i].tag_ == "CC"):
        i -= 1
    nearest: Token | None = None
    for token in (noun.doc[i], *up(noun.doc[i])):
        if token.pos_ in {"VERB", "AUX"} or token == noun.head:
            break
        if token.tag_ in _COMMON and token.dep_ in {"conj", "appos"}:
            return token
        if nearest is None and token.tag_ in _COMMON and token.dep_ in {"pobj", "dobj"}:
            nearest = token
    return nearest
