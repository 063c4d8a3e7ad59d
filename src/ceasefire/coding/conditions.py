"""What an act is made to depend on: "only if", "until", "subject to", "would require"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from ceasefire.coding.clauses import child, clause_of
from ceasefire.coding.phrases import lemma
from ceasefire.coding.verbs import is_only_after
from ceasefire.coding.words import words
from ceasefire.vocabulary import load


@dataclass(frozen=True, slots=True)
class Price:
    """The words that state a condition, as token indexes, and whether it asks that something not be."""

    start: int
    end: int
    negative: bool = False

    def holds(self, token: Token) -> bool:
        """The token is one of these words."""
        return self.start <= token.i < self.end


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """The phrases that open a condition, by their first word, in the order of the vocabulary."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in load("conditions")["phrase"]:
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append(parts)
    return found


@cache
def _longest_phrase() -> int:
    return max(len(phrase) for phrases in _phrases().values() for phrase in phrases)


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
            return Price(mark.i, _trim(mark, end), mark.lower_ in words("conditions", "negative_clause"))
    return None


def _mark(clause: Token) -> Token | None:
    if (
        clause.dep_ == "prep"
        and clause.lower_ in words("conditions", "clause_prepositions")
        and child(clause, "pcomp", "pobj")
    ):
        return clause
    if clause.dep_ != "advcl":
        return None
    for dependant in clause.children:
        if (
            dependant.dep_ in {"mark", "advmod"}
            and dependant.lower_ in words("conditions", "clause")
            and dependant.i < clause.i
        ):
            if dependant.lower_ in words("conditions", "only_with_will") and not _holds_back(clause.head):
                return None
            return dependant
        if is_only_after(dependant):
            return dependant
    return None


def _holds_back(verb: Token) -> bool:
    """ "while" and "once" are conditions only for what is refused or promised: "will not negotiate while"."""
    return any(dependant.lower_ in words("conditions", "will") for dependant in verb.children)


def phrase_condition(verbs: tuple[Token, ...]) -> Price | None:
    """A phrase after the act: "subject to inspections", "in exchange for safe passage", "without a withdrawal"."""
    doc, end = verbs[-1].doc, verbs[-1].sent.end
    following = [token.lower_ for token in doc[verbs[0].i + 1 : end + _longest_phrase()]]
    for index in range(verbs[0].i + 1, end):
        for phrase in _phrases().get(following[index - verbs[0].i - 1], ()):
            first = index - verbs[0].i - 1
            if tuple(following[first : first + len(phrase)]) == phrase:
                inner = _held_to(doc[index], doc[index + len(phrase) - 1], phrase, verbs)
                if inner is not None:
                    return Price(index, _trim(doc[index], inner.right_edge.i + 1))
    return None


def _held_to(opener: Token, last: Token, phrase: tuple[str, ...], verbs: tuple[Token, ...]) -> Token | None:
    """What the act is made to depend on by a phrase, where the phrase hangs on one of the act's verbs."""
    inner = child(last, "pobj", "pcomp") or child(opener, "pobj", "pcomp")
    if inner is None or opener.head.is_sent_start or clause_of(opener.head) not in verbs:
        return None
    if phrase == ("without",) and (lemma(inner) in words("conditions", "no_price") or not _withheld(verbs)):
        return None
    return inner


def _withheld(verbs: tuple[Token, ...]) -> bool:
    """ "rejects a truce without a withdrawal", "no deal without": without is a price only for what is refused."""
    return any(lemma(verb) in words("conditions", "withheld") for verb in verbs)


def required(verb: Token) -> Token | None:
    """ "a ceasefire would *require* an end to aid": what is required, where the verb requires."""
    known = words("conditions", "verbs")
    base = lemma(verb)
    for dependant in verb.children:
        if dependant.dep_ == "prep" and f"{base} {dependant.lower_}" in known:
            return child(dependant, "pobj", "pcomp")
        if base == "be" and dependant.dep_ in {"acomp", "attr"}:
            inner = child(dependant, "prep")
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


def asks_details(noun: Token) -> bool:
    """ "requested more *information*"."""
    if noun.dep_ not in {"dobj", "pobj"} or lemma(noun) not in words("conditions", "details", "nouns"):
        return False
    return lemma(clause_of(noun)) in words("conditions", "details", "verbs")


def _trim(first: Token, end: int) -> int:
    doc = first.doc
    while end > first.i + 1 and doc[end - 1].is_punct and doc[end - 1].text not in {'"', "”", ")"}:
        end -= 1
    return end
