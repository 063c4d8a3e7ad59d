"""Persons: whom a name that no vocabulary knows stands for, by the office that the text gives to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasefire.coding.names import is_bare_name
from ceasefire.coding.party_owners import named_beside, owners
from ceasefire.coding.party_pronouns import nearest, same_noun_before
from ceasefire.coding.party_roles import NOBODY, Roles, left_words, merged, noun, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ceasefire.coding.cast import Cast


def a_person_with_office(cast: Cast, token: Token) -> Roles | None:
    """A person unknown to the vocabulary with a party's title before the name, or the office after it."""
    after = next((c for c in token.children if c.dep_ == "appos" and c.i > token.i), None)
    if after is not None and (roles := cast.of(after)):
        return roles
    if token.dep_ == "appos" and token.head.i < token.i and is_bare_name(token):
        return cast.of(token.head) or None
    office = [w for w in left_words(token) if noun(w) in words("officials")]
    if office and is_past_office(token):
        return NOBODY
    if office:
        roles = merged([owners(cast, token), *(owners(cast, word) for word in office)])
        if not roles and (group := next((w for w in left_words(token) if w.lower_ in words("of_group")), None)):
            roles = same_noun_before(cast, group) or nearest(cast, token, frozenset({"armed-group", "other"}))
        if not roles and any(noun(w) in words("countries") for w in office):
            roles = nearest(cast, token, frozenset({"state"}))
        return roles or None
    return named_beside(cast, token) or cast.person(token.text) or None


def is_past_office(token: Token) -> bool:
    """ "former president", "the exiled leader": no longer acting for the party."""
    return any(w.lower_ in words("former") for w in left_words(token))
