"""What an act is made to depend on: "only if", "until", "subject to", "would require"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from ceasefire.coding.acts import act_of
from ceasefire.coding.clauses import child, clause_of
from ceasefire.coding.names import is_time
from ceasefire.coding.phrases import lemma
from ceasefire.coding.suppositions import Opening, opening
from ceasefire.coding.verbs import auxiliaries, is_negated
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
        for dependant in (*verb.children, *_after_saying(verb)):
            opened = opening(dependant)
            if opened is not None and _counts(opened, (verb, *verbs)):
                end = dependant.right_edge.i + 1
                negative = opened.telling in words("conditions", "negative_clause")
                return Price(opened.first.i, _trim(opened.first, end), negative)
    return None


def around(verbs: tuple[Token, ...]) -> tuple[Token, ...]:
    """The verbs with those above whose infinitive or adjective they are: "*is* ready to", "is *going* to"."""
    return tuple(dict.fromkeys(above for verb in verbs for above in _with_those_above(verb) if above.pos_ != "ADP"))


def _after_saying(verb: Token) -> Iterator[Token]:
    """What the parser hangs on the word of saying behind the verb: "will enter, *he says*, until they leave"."""
    while verb.dep_ in {"xcomp", "conj"}:
        verb = verb.head
    if verb.dep_ == "ccomp" and verb.head.i > verb.i:
        yield from verb.head.rights


def _counts(opened: Opening, verbs: tuple[Token, ...]) -> bool:
    """Some words state a condition only for what is refused, others only for what is promised as well."""
    refused = any(map(is_held_back, verbs))
    if opened.telling in words("conditions", "only_with_refusal"):
        return refused
    if opened.telling in words("conditions", "only_with_will"):
        return refused or any(map(is_promised, verbs))
    if opened.telling == "until" and not refused:
        return any(lemma(verb) in words("conditions", "staying") or _is_broken_off(verb) for verb in verbs)
    return True


def _is_broken_off(verb: Token) -> bool:
    return act_of(verb, "provision", "object") == "suspend"


def is_held_back(verb: Token) -> bool:
    """It is refused or denied: "will not negotiate", "refuses to leave", "there will be no talks"."""
    for one in _with_those_above(verb):
        if is_negated(one) or lemma(one) in words("conditions", "withheld"):
            return True
        if one.dep_ == "acl" and lemma(one.head) in words("conditions", "withheld_noun"):
            return True
    return False


def is_promised(verb: Token) -> bool:
    """It is to come: "will open", "is ready to send", "undertakes to leave"."""
    will, promising = words("conditions", "will"), words("conditions", "promising")
    return any(auxiliaries(one) & will or lemma(one) in promising for one in _with_those_above(verb))


def _with_those_above(verb: Token) -> Iterator[Token]:
    """The verb and those whose infinitive it is: "is not *going* to leave", "*refuses* to leave"."""
    yield verb
    while verb.dep_ in {"xcomp", "acomp", "pcomp", "prep"} and verb.head != verb:
        verb = verb.head
        yield verb


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
    if inner is None or any(is_time(token) for token in inner.subtree if phrase == ("until",)):
        return None
    if opener.head.is_sent_start or clause_of(opener.head) not in verbs:
        return None
    if phrase != ("without",):
        return inner
    counts = lemma(inner) not in words("conditions", "no_price") and any(map(is_held_back, verbs))
    return inner if counts else None


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
