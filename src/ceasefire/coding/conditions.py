"""What an act is made to depend on: "only if", "until", "subject to", "would require"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from ceasefire.coding.clauses import child, clause_of, is_only_after
from ceasefire.coding.phrases import lemma
from ceasefire.vocabulary import load


@dataclass(frozen=True, slots=True)
class Price:
    """The words that state a condition, as token indexes, and whether it asks that something not be."""

    start: int
    end: int
    negative: bool = False


@cache
def _marks() -> frozenset[str]:
    return frozenset(load("conditions")["clause"])


@cache
def _phrases() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in load("conditions")["phrase"])


def clause_condition(verbs: tuple[Token, ...]) -> Price | None:
    """A clause that hangs on one of the verbs: "will not withdraw until Hamas disarms"."""
    for verb in verbs:
        for dependant in verb.children:
            if dependant.dep_ not in {"advcl", "prep"}:
                continue
            mark = _mark(dependant)
            if mark is None:
                continue
            end = dependant.right_edge.i + 1
            return Price(mark.i, _trim(mark, end), mark.lower_ in load("conditions")["negative_clause"])
    return None


def _mark(clause: Token) -> Token | None:
    if clause.dep_ == "prep" and clause.lower_ in {"until", "unless"} and child(clause, "pcomp", "pobj"):
        return clause
    if clause.dep_ != "advcl":
        return None
    for dependant in clause.children:
        if dependant.dep_ in {"mark", "advmod"} and dependant.lower_ in _marks() and dependant.i < clause.i:
            if dependant.lower_ in {"while", "before", "once"} and not _holds_back(clause.head):
                return None
            return dependant
        if is_only_after(dependant):
            return dependant
    return None


def _holds_back(verb: Token) -> bool:
    """ "while" and "once" are conditions only for what is refused or promised: "will not negotiate while"."""
    return any(dependant.lower_ in {"not", "n't", "will", "wo", "never"} for dependant in verb.children)


def phrase_condition(verbs: tuple[Token, ...], end: int) -> Price | None:
    """A phrase after the act: "subject to inspections", "in exchange for safe passage", "without a withdrawal"."""
    if not verbs:
        return None
    sentence = verbs[-1].sent
    for index in range(verbs[0].i + 1 if verbs else end, sentence.end):
        for words in _phrases():
            if tuple(token.lower_ for token in sentence.doc[index : index + len(words)]) == words:
                opener = sentence.doc[index]
                inner = child(sentence.doc[index + len(words) - 1], "pobj", "pcomp") or child(opener, "pobj", "pcomp")
                if inner is None or opener.head.is_sent_start or clause_of(opener.head) not in verbs:
                    continue
                if words == ("without",) and (lemma(inner) in load("conditions")["no_price"] or not _withheld(verbs)):
                    continue
                return Price(index, _trim(opener, inner.right_edge.i + 1))
    return None


def _withheld(verbs: tuple[Token, ...]) -> bool:
    """ "rejects a truce without a withdrawal", "no deal without": without is a price only for what is refused."""
    return any(lemma(verb) in {"reject", "refuse", "rule", "accept", "agree"} for verb in verbs)


def required(verb: Token) -> Token | None:
    """ "a ceasefire would *require* an end to aid": what is required, where the verb requires."""
    words = load("conditions")["verbs"]
    base = lemma(verb)
    for dependant in verb.children:
        if dependant.dep_ == "prep" and f"{base} {dependant.lower_}" in words:
            return child(dependant, "pobj", "pcomp")
        if base == "be" and dependant.dep_ in {"acomp", "attr"}:
            inner = child(dependant, "prep")
            if inner is not None and f"be {dependant.lower_} {inner.lower_}" in words:
                return child(inner, "pobj", "pcomp")
    return child(verb, "dobj", "ccomp", "xcomp") if base in words else None


def precondition(noun: Token) -> Token | None:
    """ "the end of aid is a *precondition* for talks": what comes first, as the subject of the clause."""
    deciding = load("conditions")["deciding"]
    if lemma(noun) not in load("conditions")["required"] and not (
        lemma(noun) == deciding["noun"] and any(d.lower_ in deciding["adjectives"] for d in noun.children)
    ):
        return None
    if noun.dep_ != "attr" or lemma(noun.head) != "be":
        return None
    return child(noun.head, "nsubj", "csubj")


def asks_details(noun: Token) -> bool:
    """ "requested more *information*"."""
    words = load("conditions")["details"]
    return noun.dep_ in {"dobj", "pobj"} and lemma(noun) in words["nouns"] and lemma(clause_of(noun)) in words["verbs"]


def _trim(first: Token, end: int) -> int:
    doc = first.doc
    while end > first.i + 1 and doc[end - 1].is_punct and doc[end - 1].text not in {'"', "”", ")"}:
        end -= 1
    return end
