"""Whose words: from the subject of a cue to the spans that name the source."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from ceasefire.coding.attribution_cues import cues
from ceasefire.coding.statement import Span

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_HANGING = frozenset({"conj", "xcomp", "advcl", "aux", "pcomp", "acomp", "oprd", "attr", "ccomp"})
_FARTHEST = 12
_SET_OFF = frozenset({"appos", "relcl", "acl", "parataxis", "advcl", "punct", "dep"})
_JOINING = frozenset({"preconj", "cc", "mark", "advmod", "intj"})
_INSIDE = frozenset({"-", "/", "(", "%"})
_KEPT = frozenset({"prep", "acl", "relcl", "case", "nmod", "compound", "nummod", "npadvmod", "appos", "amod", "acomp"})
_RELATIVES = frozenset({"WP", "WDT"})


def subject_of(verb: Token) -> Token | None:
    """Who does what the verb says: its subject, that of the verb it hangs on, or the agent of a passive.

    None where the words name nobody: a passive without "by", an infinitive of no one, a mere "it".
    """
    start = verb
    verb = resumed_by(verb) or verb
    for _ in range(_FARTHEST):
        own = [child for child in verb.children if child.dep_ in _SUBJECTS]
        if own:
            subject = own[-1]
            if verb.i == start.i and subject.dep_ == "nsubjpass":
                return _agent(verb)
            idle = verb.i != start.i and subject.lower_ == "it"
            return None if subject.dep_ == "expl" or idle else subject
        if verb.tag_ in ("NNS", "NNPS"):
            return next((child for child in verb.lefts if child.pos_ in ("NOUN", "PROPN")), None)
        if verb.dep_ in ("acl", "amod") and verb.head.pos_ in ("NOUN", "PROPN"):
            return verb.head
        if verb.dep_ not in _HANGING or (verb.dep_ == "ccomp" and verb.tag_ not in ("VBG", "VB")):
            return None
        verb = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return None


def resumed_by(verb: Token) -> Token | None:
    """The cue that a second verb of saying goes on from ("said it was shut and added that it would stay so").

    The parser coordinates the second with the verb of the clause; same tense and no subject of its own
    show that it is the speaker who goes on.
    """
    if verb.dep_ != "conj" or verb.head.dep_ != "ccomp" or any(child.dep_ in _SUBJECTS for child in verb.lefts):
        return None
    clause, first = verb.head, verb.head.head
    known = cues()
    speaks = first.i < clause.i < verb.i and verb.tag_ == first.tag_ and known.verb_takes(first, "clause")
    goes_on = known.verb_takes(verb, "resume") and not known.verb_takes(clause, "clause")
    return first if speaks and goes_on else None


def surface_subject(verb: Token) -> Token | None:
    """The subject as it stands, of an active or a passive verb."""
    own = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    return own[-1] if own else subject_of(verb)


def _agent(verb: Token) -> Token | None:
    by = next((child for child in verb.children if child.dep_ == "agent"), None)
    return next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None


def spans_of(head: Token, cue: Token | None = None) -> tuple[Span, ...]:
    """The spans of a source: one for each coordinated name, and for "who" also the name it stands for.

    Set-off matter (", the minister,") is left out, and so is the clause that holds the cue; a
    restrictive clause or a place inside the name is kept.
    """
    if head.tag_ in _RELATIVES and head.head.dep_ == "relcl":
        antecedent = head.head.head
        return (*spans_of(antecedent, cue), _chars(head.doc, head.i, head.i))
    heads = [head, *(token for token in head.conjuncts if token.i > head.i)]
    if len(heads) > 1 and head.tag_ == "NN" and not any(child.dep_ in ("det", "poss") for child in head.lefts):
        return (Span(_one(head, cue).start, _one(heads[-1], cue).end),)
    return tuple(sorted({_one(each, cue) for each in heads}))


def _one(head: Token, cue: Token | None) -> Span:
    """One name: its words up to the first matter set off by a comma, without what joins it to others."""
    left, right = _whole_subject(head).left_edge.i, head.i
    for child in head.lefts:
        if child.dep_ in _JOINING or (child.dep_ in _SET_OFF and child.dep_ != "punct"):
            left = max(left, child.right_edge.i + 1)
    owned = any(child.dep_ == "poss" for child in head.lefts)
    for child in head.rights:
        if child.dep_ in ("cc", "conj") or child.i <= right:
            continue
        if cue is not None and child.left_edge.i <= cue.i <= child.right_edge.i:
            break
        if child.dep_ == "punct" and child.text in _INSIDE:
            continue
        if child.dep_ == "prep" and child.lower_ == "of" and head.doc[child.i - 1].text == ",":
            right = max(right, child.right_edge.i)
            continue
        if child.dep_ == "punct" and child.i + 1 < head.right_edge.i and child.nbor().lower_ == "of":
            continue
        if child.dep_ == "punct" or (child.dep_ in _SET_OFF and not _close(child)) or (child.dep_ == "appos" and owned):
            break
        if child.dep_ in _KEPT:
            right = max(right, child.right_edge.i)
    return _chars(head.doc, *_bare(head, left, right))


def _whole_subject(head: Token) -> Token:
    """The first of the pieces into which the parser cut a subject, where they stand side by side."""
    if head.dep_ == "nsubj":
        for piece in sorted(head.head.lefts, key=lambda token: -token.i):
            if piece.dep_ == "nsubj" and piece.i < head.i and piece.right_edge.i + 1 >= head.left_edge.i:
                head = piece
    return head


def _bare(head: Token, left: int, right: int) -> tuple[int, int]:
    doc = head.doc
    while right > head.i and (doc[right].is_punct or doc[right].is_space):
        right -= 1
    while left < head.i and (doc[left].is_space or (doc[left].is_punct and not doc[left].is_quote)):
        left += 1
    return min(left, head.i), right


def _close(token: Token) -> bool:
    """Nothing sets it off from the name before it."""
    before = token.doc[token.left_edge.i - 1] if token.left_edge.i else None
    return before is None or before.text not in (",", "–", "—", "-", "(", ";", ":")


def _chars(doc: Doc, first: int, last: int) -> Span:
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))
