"""From a mention of a provision to the word that the sentence does something with.

"reject the United States' *proposal* for a ceasefire": the topic is the ceasefire, the anchor is the
proposal, and what is done to the anchor is done to the ceasefire.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from ceasefire.coding.clauses import OBJECTS, PASSIVE_SUBJECTS, SUBJECTS, VERBAL, up
from ceasefire.coding.phrases import lemma, stems
from ceasefire.coding.topic import Topic
from ceasefire.coding.words import words

_STEPS = 8
_CARRYING = (
    "plain",
    "propose",
    "accept",
    "reject",
    "suspend",
    "consult",
    "mediate",
    "violate",
    "accuse",
    "striving",
    "pointing",
)
_NOMINAL = frozenset({"NOUN", "PROPN", "X"})


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the grammar takes hold of a topic.

    `kind` is "provision", "talks", "proposal" or "doing"; `carriers` are the nouns passed on the way up
    ("deal", "proposal", "violations"), nearest first.
    """

    topic: Topic
    token: Token
    kind: str
    carriers: tuple[Token, ...] = ()

    @property
    def nouns(self) -> tuple[Token, ...]:
        """The topic's own word, what carries it, and where the grammar takes hold; one word may stand for two."""
        return (self.topic.head, *self.carriers, self.token)


@cache
def _all_carriers() -> frozenset[str]:
    return frozenset().union(*(words("topics", "carriers", group) for group in _CARRYING))


def is_carrier(token: Token, group: str = "") -> bool:
    """Whether a noun carries a provision or act (of one group, when named)."""
    known = words("topics", "carriers", group) if group else _all_carriers()
    return token.pos_ in _NOMINAL and any(form in known for form in stems(token))


def taken(named: Iterable[Anchor]) -> frozenset[int]:
    """The token indexes that named provisions take: their words, the nouns that carry them, the anchors."""
    return frozenset(
        position
        for one in named
        for position in (*range(one.topic.start, one.topic.end), *(noun.i for noun in one.carriers), one.token.i)
    )


def anchor(topic: Topic) -> Anchor:
    """Climb from the topic through the nouns that carry it."""
    token, carriers = topic.head, []
    for _ in range(_STEPS):
        above = _carried_by(token, topic)
        if above is None:
            break
        if above != token and is_carrier(above):
            carriers.append(above)
        token = above
    return Anchor(topic, token, _kind(topic, token, carriers), tuple(carriers))


def _kind(topic: Topic, token: Token, carriers: list[Token]) -> str:
    for noun in [*reversed(carriers), topic.head]:
        if topic.doing and noun == topic.head:
            break
        if is_carrier(noun, "consult"):
            return "talks"
        if is_carrier(noun, "propose"):
            return "proposal"
        if is_carrier(noun, "settled"):
            break
    if topic.category == "talks":
        return "talks"
    return "doing" if topic.doing and token == topic.head else "provision"


def _carried_by(token: Token, topic: Topic) -> Token | None:
    """The next noun up that carries the token, or None where the grammar turns to a verb."""
    head = token.head
    if _misread(token) and token.i + 1 < len(token.doc) and token.nbor().head == token and is_carrier(token.nbor()):
        return token.nbor()
    if head == token:
        return None
    match token.dep_:
        case "compound" | "amod" | "nmod" | "npadvmod" | "poss" if head.pos_ in _NOMINAL:
            return head if token.dep_ != "poss" or is_carrier(head) else None
        case "conj" if head.pos_ in _NOMINAL and token.pos_ in _NOMINAL:
            return head
        case "conj" if _shares_subject(token) and head.pos_ in VERBAL:
            return _carried_by(head, topic)
        case "pobj" if displaced(token):
            return None
        case "pobj" | "pcomp":
            return _through_preposition(head)
        case "acl" | "relcl" if is_carrier(head):
            return head
        case "conj" if _is_link(_first(token)) and is_carrier(_first(token).head):
            return _first(token).head
        case "dobj" | "xcomp" | "ccomp" if _is_link(_first(head)) and _adds_nothing(head):
            return _first(head).head if is_carrier(_first(head).head) else None
        case _:
            return None


def _is_link(verb: Token) -> bool:
    """A verb between a noun and its content: "talks *aimed* at ending the war", "efforts to *secure* a truce"."""
    return verb.pos_ == "VERB" and verb.dep_ in {"acl", "relcl"}


def _first(verb: Token) -> Token:
    """The first of the verbs that it is coordinated with: "agreement to *end* the war and reopen the strait"."""
    while verb.dep_ == "conj" and verb.pos_ in VERBAL and verb.head.pos_ in VERBAL:
        verb = verb.head
    return verb


def _adds_nothing(verb: Token) -> bool:
    """ "efforts to *secure* a truce" are efforts about the truce; "efforts to *broker* it" say more."""
    return lemma(verb) in words("topics", "carriers", "links")


def _through_preposition(preposition: Token) -> Token | None:
    above = preposition.head
    if (above.pos_ in _NOMINAL and is_carrier(above)) or lemma(above) in words("topics", "carriers", "money"):
        return above
    if _is_link(above) and is_carrier(above.head) and _adds_nothing(above):
        return above.head
    if preposition.dep_ == "prep" and above.dep_ == "prep":
        return _through_preposition(above)
    return None


def displaced(token: Token) -> bool:
    """ "In a call between A and B, *a halt* was agreed", read as a third party to the call: it is the subject."""
    if token.dep_ != "pobj" or not any(d.dep_ == "pobj" and d.i < token.i for d in token.head.children):
        return False
    first = token.left_edge.i
    return first > 0 and token.doc[first - 1].text == ","


def _misread(token: Token) -> bool:
    """ "to *ceasefire* talks" read as an infinitive: the noun is its object and the phrase hangs by "to"."""
    return token.pos_ == "VERB" and token.lower_ in words("norms", "words")


def role(token: Token) -> tuple[Token, str] | None:
    """The word above an anchor and how the anchor hangs on it.

    Roles: "object", "subject", "clause", "prep:<word>", "modifier".
    """
    head = token.head
    if head == token:
        return None
    if displaced(token):
        verb = next((above for above in up(token) if above.pos_ in VERBAL), head)
        return verb, "object" if any(d.dep_ == "auxpass" for d in verb.children) else "subject"
    if _misread(head) and token.dep_ == "dobj" and head.head != head:
        return head.head, "prep:to"
    if token.dep_ == "conj" and _shares_subject(token):
        return role(head)
    return _by_relation(token, head)


def _shares_subject(verb: Token) -> bool:
    """A verb with no subject of its own: "to end the war and *reopen* the strait"."""
    return verb.pos_ in VERBAL and not any(d.dep_ in SUBJECTS | PASSIVE_SUBJECTS for d in verb.children)


def _by_relation(token: Token, head: Token) -> tuple[Token, str] | None:
    if token.dep_ in OBJECTS | PASSIVE_SUBJECTS:
        return head, "object"
    if token.dep_ in SUBJECTS:
        return head, "subject"
    if token.dep_ in {"xcomp", "ccomp", "acl", "advcl", "relcl", "acomp"}:
        return head, "clause"
    if token.dep_ in {"pobj", "pcomp"}:
        above, preposition = head.head, head.lower_
        if head.dep_ == "prep" and preposition in words("grammar", "beside") and above.pos_ in VERBAL:
            return above, "object"
        if lemma(above) in words("topics", "carriers", "delegations") and above.dep_ == "dobj":
            above = above.head  # "recalls its delegation *from* the talks"
        if head.dep_ == "prep" and above.dep_ == "prep":
            preposition, above = f"{above.lower_} {preposition}", above.head
        return (above, f"prep:{preposition}") if above != head else None
    if token.dep_ in {"compound", "amod", "nmod", "poss", "npadvmod", "appos"}:
        return head, "modifier"
    return None
