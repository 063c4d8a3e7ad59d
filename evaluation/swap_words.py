"""The words for one party that fit where a text names another: the same grammatical form, or none."""

from __future__ import annotations

from datetime import date
from functools import cache

from spacy.tokens import Doc, Token

from ceasefire.coding.parties import Mention
from evaluation import party_forms as forms

MODIFIERS = frozenset({"compound", "amod", "nmod"})
HYPHENS = frozenset("-–‑—/")


class NoForm(Exception):  # noqa: N818 - not an error: the text says nothing on neutrality
    """The text cannot be swapped and stay English; says why."""


def modifies(last: Token) -> bool:
    """The name stands before a noun: "U.S. forces", "Hamas officials", "U.S. and Iranian officials"."""
    while last.dep_ == "conj" and last.head.i < last.i and last.head.dep_ in (*MODIFIERS, "conj"):
        last = last.head
    return last.dep_ in MODIFIERS and last.head.i > last.i and last.head.pos_ in ("NOUN", "PROPN")


def form(doc: Doc, mention: Mention, to: str, on: date | None) -> str:
    """What the other party is called in the place of a mention. Raises NoForm."""
    found = FORMS[mention.how](doc, mention, to, on) if mention.how in FORMS else None
    if found is None:
        raise NoForm(f"no {mention.how} to put there")
    return found


def _name(doc: Doc, mention: Mention, to: str, on: date | None) -> str | None:
    last = doc[mention.end_token - 1]
    text = doc[mention.start_token : mention.end_token].text
    beside = {doc[i].text for i in (mention.start_token - 1, mention.end_token) if 0 <= i < len(doc)}
    if beside & HYPHENS:
        return bare(to)
    if not modifies(last):
        return forms.name_of(to)
    plain = forms.PARTIES.kind(mention.party) == "state" and text == mention.party
    takes_none = to not in forms.pairs()["with_article"] and forms.PARTIES.kind(to) == "state"
    return to if plain and takes_none and mention.party not in forms.pairs()["with_article"] else forms.before_noun(to)


def bare(party: str) -> str:
    """The name without its article, as in "Iran–United States talks"."""
    return forms.name_of(party).removeprefix("the ")


def _demonym(doc: Doc, mention: Mention, to: str, on: date | None) -> str | None:
    last = doc[mention.end_token - 1]
    text = doc[mention.start_token : mention.end_token].text
    if text in _peoples(mention.party):
        return forms.people(to)
    after = doc[last.i + 1].text if last.i + 1 < len(doc) else ""
    if modifies(last) or after in HYPHENS:
        return forms.adjective(to)
    return None


@cache
def _peoples(party: str) -> frozenset[str]:
    row = forms.rows()[party]
    return frozenset(row.get("nouns", ())) - frozenset(row.get("adjectives", ()))


def _capital(doc: Doc, mention: Mention, to: str, on: date | None) -> str | None:
    return forms.capital(to)


def _leader(doc: Doc, mention: Mention, to: str, on: date | None) -> str | None:
    """The leader in the same place of the other's list, by full name or surname."""
    ours, theirs = forms.leaders(mention.party, on), forms.leaders(to, on)
    text = doc[mention.start_token : mention.end_token].text
    at = next((at for at, (_, surname) in enumerate(ours) if text.endswith(surname)), None)
    if at is None or not theirs:
        return None
    full, surname = theirs[at % len(theirs)]
    return surname if text == ours[at][1] else full


FORMS = {"name": _name, "group": _name, "demonym": _demonym, "capital": _capital, "leader": _leader}
