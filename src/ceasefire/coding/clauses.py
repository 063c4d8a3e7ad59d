"""Who does what in a parsed sentence: subjects, agents, particles, negation, the words of a phrase."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from ceasefire.vocabulary import load

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj", "dative", "attr", "oprd"})
SUPPOSING = frozenset({"since", "if", "unless", "until", "once", "before", "whether", "provided", "should"})
RELATIVE = frozenset({"who", "which", "that", "whom"})


def child(token: Token, *relations: str) -> Token | None:
    """The first dependant that stands in one of the relations."""
    return next((dependant for dependant in token.children if dependant.dep_ in relations), None)


def joined(token: Token) -> Iterator[Token]:
    """The token and everything coordinated with it: "Iran, the United States and Oman"."""
    yield token
    for dependant in token.rights:
        if dependant.dep_ == "conj" and dependant.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET", "X"}:
            yield from joined(dependant)


def listed(token: Token) -> Iterator[Token]:
    """Like `joined`, through the appositions that the parser makes of long lists: "from Chad, Togo and Mali"."""
    yield token
    for dependant in token.rights:
        if dependant.dep_ in {"conj", "appos"}:
            yield from listed(dependant)


def is_passive(verb: Token) -> bool:
    """The subject undergoes the action: "was signed", "a plan accepted by"."""
    if any(dependant.dep_ in {"auxpass", "nsubjpass", "csubjpass"} for dependant in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl"} and not child(verb, "aux", "nsubj")


def subject(verb: Token) -> Token | None:
    """Who does it: the verb's own subject, or the one that it shares or is controlled by."""
    own = child(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
    if own is not None and own.lower_ in RELATIVE and verb.dep_ == "relcl":
        return verb.head
    if own is not None and own.dep_ in SUBJECTS | PASSIVE_SUBJECTS and own.tag_ != "EX":
        return own
    return _borrowed_subject(verb)


def _borrowed_subject(verb: Token) -> Token | None:
    head = verb.head
    if head == verb:
        return None
    match verb.dep_:
        case "conj" | "advcl" | "dep" | "parataxis":
            return subject(head) if head.pos_ in {"VERB", "AUX"} else None
        case "xcomp" | "ccomp":
            if verb.dep_ == "ccomp" and verb.tag_ not in {"VB", "VBG"}:
                return None
            return _controller(head)
        case "acl" if verb.tag_ == "VB":
            return possessor(head) or next(
                (subject(above) for above in up(head) if above.pos_ in {"VERB", "AUX"}), None
            )
        case "acl" | "relcl":
            return head if not is_passive(verb) else None
        case "pcomp" | "prep" | "pobj":
            return _controller(head.head if head.dep_ in {"prep", "agent"} else head)
        case _:
            return None


def _controller(verb: Token) -> Token | None:
    """ "urge Iran to stop", "accuse Iran of breaking": the object; "agreed to stop": the subject."""
    if verb.pos_ == "ADJ" and verb.head.pos_ in {"AUX", "VERB"}:
        return subject(verb.head)
    if verb.pos_ in {"NOUN", "PROPN"}:
        return possessor(verb) or (subject(verb.head) if verb.head.pos_ in {"VERB", "AUX"} else None)
    controlled = child(verb, "dobj", "dative") if verb.lemma_.lower() in _controlling() else None
    if controlled is not None:
        return controlled
    for preposition in verb.children:
        if preposition.dep_ == "prep" and preposition.lower_ in {"on", "upon"} and verb.lemma_ == "call":
            return child(preposition, "pobj")
    return subject(verb)


@cache
def _controlling() -> frozenset[str]:
    return frozenset(next(group["controlling"] for group in load("acts") if "controlling" in group))


def possessor(noun: Token) -> Token | None:
    """ "Iran's proposal", "the proposal of / from / by Iran": Iran."""
    own = child(noun, "poss")
    if own is not None:
        return own
    for dependant in noun.children:
        if dependant.dep_ in {"prep", "agent"} and dependant.lower_ in {"of", "from", "by"}:
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


def is_negated(verb: Token) -> bool:
    """ "did not agree", "has never agreed", "no deal" as its object or subject."""
    for dependant in verb.children:
        if dependant.dep_ == "neg" or dependant.lower_ in {"never", "no longer"}:
            return True
        if dependant.dep_ in OBJECTS | SUBJECTS | PASSIVE_SUBJECTS and any(
            inner.lower_ == "no" and inner.dep_ in {"det", "neg"} for inner in dependant.children
        ):
            return True
    return False


def auxiliaries(verb: Token) -> set[str]:
    """The lower-case auxiliaries of a verb, those of the verb it is coordinated with where it has none."""
    own = {
        dependant.lower_.replace("'ll", "will") for dependant in verb.children if dependant.dep_ in {"aux", "auxpass"}
    }
    if not own and verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and verb.tag_ == "VB":
        return auxiliaries(verb.head)
    return own


def is_future(verb: Token) -> bool:
    """ "will", "shall", "won't"."""
    return bool(auxiliaries(verb) & {"will", "shall", "wo"})


def up(token: Token) -> Iterator[Token]:
    """The token's heads up to the root of its sentence."""
    while token.head != token:
        token = token.head
        yield token


def clause_of(token: Token) -> Token:
    """The nearest verb at or above the token."""
    if token.pos_ in {"VERB", "AUX"}:
        return token
    return next((head for head in up(token) if head.pos_ in {"VERB", "AUX"}), token)


def is_only_after(word: Token) -> bool:
    """ "only *after* they leave", "only *when* they leave"."""
    return word.lower_ in {"after", "when"} and word.i > 0 and word.nbor(-1).lower_ == "only"


def is_supposed(token: Token) -> bool:
    """The token stands in a clause that is no more than a condition: "if Hamas disarms", "until they leave"."""
    for verb in (token, *up(token)):
        if verb.dep_ == "advcl" and any(
            d.dep_ in {"mark", "advmod"} and d.i < verb.i and (d.lower_ in SUPPOSING or is_only_after(d))
            for d in verb.children
        ):
            return True
        if verb.dep_ in {"pcomp", "pobj"} and (verb.head.lower_ in SUPPOSING or is_only_after(verb.head)):
            return True
    return False
