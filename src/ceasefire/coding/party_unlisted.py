"""Parties and voices that no vocabulary lists: kept under the words that the text uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasefire.coding.names import is_full_name, is_of_a_people
from ceasefire.coding.party_owners import left_mentions, owners
from ceasefire.coding.party_roles import NOBODY, Role, Roles, left_words, noun, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ceasefire.coding.cast import Cast


def speaker(cast: Cast, token: Token) -> Roles:
    """Whom to name as speaking: a party, a news outlet, or unnamed voices under the words used."""
    outlets = [m for m in cast.at(token) if m.how == "outlet"]
    if outlets:
        return (Role(outlets[0].party, False),)
    if roles := cast.of(token):
        return roles
    if noun(token) in words("media") and (state := owners(cast, token)):
        return state
    if noun(token) in words("voices"):
        return (cast.words_used(token),)
    return unlisted_name(cast, token)


def unlisted_name(cast: Cast, token: Token) -> Roles:
    """A proper name that no vocabulary lists, under the words used; places, days and works are none."""
    if cast.at(token) or token.pos_ not in ("PROPN", "NOUN") or noun(token) in words("outsiders"):
        return NOBODY
    if is_full_name(token):
        own = [w.i for w in left_words(token) if w.pos_ == "PROPN" and noun(w) not in words("officials")]
        return (Role(token.doc[min(own, default=token.i) : token.i + 1].text, False),)
    if token.pos_ == "PROPN":
        return (cast.words_used(token),)
    if noun(token) in words("name_nouns") and any(c.dep_ in ("amod", "compound") for c in token.children):
        return (cast.words_used(token),)
    return NOBODY


def has_region(cast: Cast, token: Token) -> bool:
    """ "European", "several", "regional" and the like stand before the noun, outside any party's name."""
    return any(w.lower_ in words("regions") and not cast.at(w) for w in left_words(token))


def is_of_a_kind(cast: Cast, token: Token) -> bool:
    """ "Tuareg rebels", "Ambazonian militant groups": a people or region stands before the noun."""
    own = left_mentions(cast, token)
    described = (w for w in left_words(token) if is_of_a_people(w))
    return has_region(cast, token) or any(not set(own).intersection(cast.at(w)) for w in described)


def is_of_a_sort(token: Token) -> bool:
    """ "six armed groups", "rebel factions", but not "the armed groups", who were named before."""
    before = left_words(token)
    definite = any(w.dep_ == "det" and w.lower_ in ("the", "these", "those", "both") for w in before)
    return not definite and any(w.lower_ in words("sorts") for w in before)
