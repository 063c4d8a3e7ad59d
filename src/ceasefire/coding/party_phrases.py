"""From a noun phrase to the party that it stands for: small rules, each named for what is true, tried in order.

A rule answers roles, an empty tuple ("this is no party"), or None ("not mine to say").
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ceasefire.coding.party_joint import both_sides
from ceasefire.coding.party_owners import is_place, left_mentions, owners
from ceasefire.coding.party_people import a_person_with_office, is_past_office
from ceasefire.coding.party_pronouns import a_definite_description, a_pronoun, nearest, same_noun_before
from ceasefire.coding.party_roles import NOBODY, Roles, left_words, merged, noun, words
from ceasefire.coding.party_unlisted import has_region, is_of_a_kind, is_of_a_sort

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ceasefire.coding.cast import Cast
    from ceasefire.coding.parties import Mention


def resolve(cast: Cast, token: Token) -> Roles:
    """Whom the noun phrase headed by `token` stands for, by the first rule that can say."""
    for rule in RULES:
        roles = rule(cast, token)
        if roles is not None:
            return roles
    return NOBODY


def a_relative_pronoun(cast: Cast, token: Token) -> Roles | None:
    """ "who", "which", "that" stand for the noun that their clause describes."""
    if token.tag_ not in ("WP", "WDT", "WP$"):
        return None
    clause = next((a for a in (token, *token.ancestors) if a.dep_ == "relcl"), None)
    return cast.of(clause.head) if clause is not None and clause.head.i < token.i else NOBODY


def a_name(cast: Cast, token: Token) -> Roles | None:
    """The words are a party's own name, leader, body or capital; a capital where something happens is a place."""
    mentions = [m for m in cast.at(token) if m.how != "demonym"]
    if not mentions:
        return None
    if mentions[0].how == "outlet" or (mentions[0].how == "capital" and is_place(token)):
        return NOBODY
    if mentions[0].how == "leader" and is_past_office(token):
        return NOBODY
    return merged([(cast.role(m.party),) for m in mentions])


def a_people(cast: Cast, token: Token) -> Roles | None:
    """ "the Iranians" act for Iran; "three Iranians" and "an Iranian" are people."""
    mentions = [m for m in cast.at(token) if m.how == "demonym"]
    if not mentions:
        return None
    if any(child.dep_ == "nummod" or child.lower_ in ("a", "an") for child in token.children):
        return NOBODY
    return merged([(cast.role(m.party),) for m in mentions])


def an_ally_or_faction(cast: Cast, token: Token) -> Roles | None:
    """ "Ukraine's European allies", "the Somali opposition": related to a party, but others, under the words used."""
    lemma = noun(token)
    if lemma not in words("related"):
        return None
    own = left_mentions(cast, token)
    if lemma in words("members"):
        return _members(cast, token, own)
    groups = [m for m in own if cast.parties.kind(m.party) in ("armed-group", "other") and m.how != "leader"]
    if groups and lemma not in words("allies"):
        return merged([(cast.role(m.party),) for m in groups])
    if own and lemma in words("own_people"):
        return None
    if token.i + 1 < len(token.doc) and (next_name := cast.at(token.nbor(1))) and next_name[0].how == "group":
        return (cast.role(next_name[0].party),)
    if own or is_of_a_kind(cast, token):
        return (cast.words_used(token),)
    return None


def a_minority(cast: Cast, token: Token) -> Roles | None:
    """ "Kosovo Serbs": a people of a state are not the state."""
    others = words("bodies") | words("officials") | words("joint")
    if token.tag_ == "NNPS" and noun(token) not in others and not cast.at(token) and left_mentions(cast, token):
        return (cast.words_used(token),)
    return None


def _members(cast: Cast, token: Token, own: list[Mention]) -> Roles | None:
    """ "NATO member states" are not NATO; "Ukraine's ally" is not Ukraine; "the Iranian state" is Iran."""
    organisations = [m for m in own if cast.parties.kind(m.party) == "organisation"]
    if organisations and token.tag_ in ("NNS", "NNPS"):
        return (cast.words_used(token),)
    if noun(token) in words("allies") and (own or is_of_a_kind(cast, token)):
        return (cast.words_used(token),)
    return None


def a_gathering(cast: Cast, token: Token) -> Roles | None:
    """ "European leaders", "several countries", "mediators": kept under the words used."""
    lemma = noun(token)
    plural = token.tag_ in ("NNS", "NNPS")
    if lemma in words("collective") and has_region(cast, token) and not left_mentions(cast, token):
        return (cast.words_used(token),)
    if lemma in words("collective") and plural and is_of_a_sort(token) and not owners(cast, token):
        return _of_some_government(cast, token) or (cast.words_used(token),)
    if lemma in words("bare") and plural and not owners(cast, token) and not _points_back(token):
        if token.dep_ == "appos" and (roles := cast.all_of(token.head)):
            return roles
        if token.i + 1 < len(token.doc) and cast.at(after := token.nbor(1)):
            return cast.all_of(cast.doc[cast.at(after)[0].end_token - 1])
        return same_noun_before(cast, token) or (cast.words_used(token),)
    return None


def a_body_or_official(cast: Cast, token: Token) -> Roles | None:
    """ "the Israeli military", "officials in Tehran", "a Hamas delegation": the party that stands beside it."""
    lemma = noun(token)
    if lemma in words("outsiders"):
        return NOBODY
    if lemma not in words("bodies") and lemma not in words("officials"):
        return a_person_with_office(cast, token) if token.pos_ == "PROPN" else None
    if is_past_office(token):
        return NOBODY
    named = _its_holder(cast, token)
    if named:
        return named
    return owners(cast, token) or _of_some_government(cast, token) or None


def _its_holder(cast: Cast, token: Token) -> Roles:
    """ "his aide Yuri Ushakov": whom the name stands for, whoever "his" may be."""
    for child in token.children:
        if child.dep_ == "appos" and any(m.how == "leader" for m in cast.at(child)):
            return cast.of(child)
    return NOBODY


def _of_some_government(cast: Cast, token: Token) -> Roles:
    """ "government negotiators", "rebel leaders": of the state or armed group that the text named last."""
    for word in reversed(left_words(token)):
        if word.lower_ in words("of_group"):
            return nearest(cast, token, frozenset({"armed-group", "other"}))
        if word.lower_ in words("of_government"):
            return nearest(cast, token, frozenset({"state"}))
    return NOBODY


def an_apposition(cast: Cast, token: Token) -> Roles | None:
    """A noun that a party's name explains: "the mediator, Qatar"."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    for child in token.children:
        if child.dep_ == "appos" and any(m.how != "demonym" for m in cast.at(child)):
            return cast.of(child)
    return None


RULES: tuple[Callable[[Cast, Token], Roles | None], ...] = (
    a_relative_pronoun,
    both_sides,
    a_pronoun,
    a_name,
    a_people,
    an_ally_or_faction,
    a_minority,
    a_gathering,
    a_body_or_official,
    an_apposition,
    a_definite_description,
)


def _points_back(token: Token) -> bool:
    """ "the mediators": said of before."""
    return any(c.lower_ in words("pointing") for c in token.children)
