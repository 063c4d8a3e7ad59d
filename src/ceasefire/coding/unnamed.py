"""Provisions that no vocabulary names: what a party demands or refuses is kept under the words used."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from ceasefire.coding.anchors import Anchor, anchor, is_carrier, taken
from ceasefire.coding.clauses import child
from ceasefire.coding.name_words import apart
from ceasefire.coding.phrases import lemma
from ceasefire.coding.texts import words_of
from ceasefire.coding.topic import HALTS, Topic
from ceasefire.coding.words import act_words

#: The category of a provision that fits no other (codebook).
OTHER = "other"
_LONGEST = 8


def unnamed(doc: Doc, named: list[Anchor]) -> list[Anchor]:
    """ "demanded *the reopening of the schools*": in a text about a halt, where the verb has no named provision."""
    if not any(one.topic.category in HALTS for one in named):
        return []
    known = taken(named)
    found = []
    for verb in words_of(doc):
        if verb.pos_ != "VERB" or lemma(verb) not in act_words("demanding"):
            continue
        thing = child(verb, "dobj")
        if thing is None or not _is_term(thing) or any(token.i in known for token in verb.subtree):
            continue
        found.append(anchor(Topic(OTHER, thing, thing.i, _end(thing))))
    return found


def words_used(topic: Topic) -> str:
    """The phrase without its article: "reopening of the schools"."""
    doc = topic.head.doc
    first = topic.head.left_edge.i
    while first < topic.head.i and (doc[first].pos_ in {"DET", "PUNCT"} or doc[first].dep_ in {"det", "poss", "case"}):
        first += 1
    return doc[first : topic.end].text


def _is_term(thing: Token) -> bool:
    """A common noun with words of its own: no person, no report, no charge, nothing pointed at."""
    if thing.pos_ != "NOUN":
        return False
    if is_carrier(thing, "charges") or is_carrier(thing, "pointing") or lemma(thing) in act_words("no_terms"):
        return False
    return any(d.dep_ in {"amod", "compound", "poss", "prep"} for d in thing.children)


def _end(thing: Token) -> int:
    """Past the noun, and past what it is "of" where that is short."""
    of = next((d for d in thing.rights if d.dep_ == "prep" and d.lower_ == "of"), None)
    end = of.right_edge.i + 1 if of is not None else thing.i + 1
    return end if apart(thing.doc, thing.i, end - 1) < _LONGEST else thing.i + 1
