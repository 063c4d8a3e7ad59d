"""What a provision requires, by the words themselves: "would require", "is a precondition for"."""

from __future__ import annotations

from spacy.tokens import Token

from ceasefire.coding.clauses import child
from ceasefire.coding.conditions import Price
from ceasefire.coding.phrases import lemma
from ceasefire.coding.words import words
from ceasefire.vocabulary import load


def required(verb: Token) -> Token | None:
    """ "a ceasefire would *require* an end to aid": what is required, where the verb requires."""
    known = words("conditions", "verbs")
    base = lemma(verb)
    for dependant in verb.children:
        if dependant.dep_ == "prep" and f"{base} {dependant.lower_}" in known:
            return child(dependant, "pobj", "pcomp")
        if base == "be" and dependant.dep_ in {"acomp", "attr"}:
            inner = child(dependant, "prep")
            inner = inner if inner is not None else child(verb, "prep")
            if inner is not None and f"be {dependant.lower_} {inner.lower_}" in known:
                return child(inner, "pobj", "pcomp")
    return child(verb, "dobj", "ccomp", "xcomp") if base in known else None


def precondition(noun: Token) -> Token | None:
    """ "the end of aid is a *precondition* for talks": what comes first, as the subject of the clause."""
    deciding = load("conditions")["deciding"]
    if lemma(noun) not in words("conditions", "required") and not (
        lemma(noun) == deciding["noun"] and any(d.lower_ in deciding["adjectives"] for d in noun.children)
    ):
        return None
    if noun.dep_ != "attr" or lemma(noun.head) != "be":
        return None
    return child(noun.head, "nsubj", "csubj")


def price_words(wanted: Token) -> Price:
    """The words of what is required, without the clauses that only comment on it."""
    doc, start, end = wanted.doc, wanted.left_edge.i, wanted.right_edge.i + 1
    for token in doc[wanted.i : end]:
        if token.dep_ in {"relcl", "advcl", "appos"} and token.head.i >= wanted.i:
            end = token.left_edge.i
            break
    while end > start + 1 and doc[end - 1].is_punct:
        end -= 1
    return Price(start, end)
