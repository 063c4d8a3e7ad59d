"""The parties that stand beside a noun: before it as adjective or possessor, after it with "of" or "from"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasefire.coding.party_index import fold
from ceasefire.coding.party_roles import NOBODY, Roles, left_words, merged, noun, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ceasefire.coding.cast import Cast
    from ceasefire.coding.parties import Mention

HYPHENS = frozenset("-–‑—")


def owners(cast: Cast, token: Token) -> Roles:
    """The parties that a noun belongs to: "Sudan's Rapid Support Forces commander" is of the last named."""
    possessor = next((c for c in token.children if c.dep_ == "poss"), None)
    own = [m for m in left_mentions(cast, token) if m.how != "outlet"]
    if possessor is not None:
        own = [m for m in own if m.start_token > possessor.i]
    if own:
        return merged([(cast.role(m.party),) for m in own])
    if possessor is not None:
        return cast.of(possessor)
    for child in token.children:
        if child.dep_ in ("prep", "agent") and child.i > token.i and child.lower_ in words("belonging"):
            roles = merged([_of_object(cast, child, obj) for obj in child.children if obj.dep_ == "pobj"])
            if roles:
                return roles
    return _from_after(cast, token)


def _from_after(cast: Cast, token: Token) -> Roles:
    """ "mediators from Qatar", also where the parser ties "from" to the verb."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    if after.lower_ != "from" or token.pos_ != "NOUN":
        return NOBODY
    return merged([_of_object(cast, after, obj) for obj in after.children if obj.dep_ == "pobj"])


def named_beside(cast: Cast, token: Token) -> Roles:
    """A person with an armed group's or organisation's name alone beside: "Hamas's Omar Khalaf"."""
    roles = owners(cast, token)
    kinds = {cast.parties.kind(role.party) for role in roles}
    return roles if kinds and kinds <= {"armed-group", "organisation", "other"} else NOBODY


def pair(cast: Cast, token: Token) -> Roles:
    """The parties in a compound ("Iran–U.S."), before a noun ("Russian-Ukrainian talks"), or after "between"."""
    beside = (*left_mentions(cast, token), *cast.at(token))
    roles = merged([(cast.role(m.party),) for m in beside if m.how != "outlet"])
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in words("joining"):
            for obj in child.children:
                if obj.dep_ == "pobj":
                    roles = merged([roles, cast.all_of(obj)])
    return roles


def left_mentions(cast: Cast, token: Token) -> list[Mention]:
    """Parties named before a noun inside its phrase, but not those of "Iran-backed" or "pro-Russian"."""
    found: list[Mention] = []
    own = cast.at(token)
    for word in left_words(token):
        for mention in cast.at(word):
            if mention not in found and mention not in own and not _only_qualifies(mention, token):
                found.append(mention)
    return found


def _of_object(cast: Cast, preposition: Token, obj: Token) -> Roles:
    """ "officials in Tehran", "ministry of Iran and Iraq": the parties after a preposition.

    Mediators in a capital are only there; mediators in a state are that state's.
    """
    found = []
    guests = noun(preposition.head) in words("own_people") and preposition.lower_ != "from"
    for head in (obj, *obj.conjuncts):
        mentions = [m for m in cast.at(head) if m.how != "outlet" and not (guests and m.how == "capital")]
        named = tuple(cast.role(m.party) for m in mentions)
        found.append(named or (NOBODY if preposition.lower_ in words("locative") else cast.of(head)))
    return merged(found)


def _only_qualifies(mention: Mention, head: Token) -> bool:
    """The name is part of "Iran-backed", "pro-Russian", "UN-brokered"."""
    doc = head.doc
    last = doc[mention.end_token - 1]
    if "-" in last.text and fold(last.text).rsplit("-", 1)[-1] in words("participles"):
        return True
    after = [doc[i] for i in range(mention.end_token, min(mention.end_token + 2, len(doc)))]
    hyphen = bool(after) and after[0].text in HYPHENS
    after = after[1:] if hyphen else after
    if (
        after
        and after[0].lower_ in words("participles")
        and (hyphen or (after[0].is_lower and after[0].pos_ == "VERB"))
    ):
        return True
    before = mention.start_token - 1
    return before > 0 and doc[before].text in HYPHENS and doc[before - 1].lower_ in words("former")


def is_place(token: Token) -> bool:
    """The name stands after "in", "to", "near": where something happens, not who acts."""
    head = token
    while head.dep_ in ("conj", "compound", "appos") and head.head.i != head.i:
        head = head.head
    return head.dep_ == "pobj" and head.head.lower_ in words("locative")
