"""A text with parties in each other's places, in the same grammatical form, and where its passages then stand.

A text in which a form cannot be changed so that it stays English is refused with the reason: an armed group has no
capital, "northern the United States" is no phrase, and "the group" cannot mean a state.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from spacy.tokens import Doc, Token

from ceasefire.coding.cast import Cast
from ceasefire.coding.parties import Mention
from ceasefire.coding.party_roles import words
from evaluation import party_forms as forms

MODIFIERS = frozenset({"compound", "amod", "nmod"})
HYPHENS = frozenset("-–‑—/")


class NoForm(Exception):  # noqa: N818 - not an error: the text says nothing on neutrality
    """The text cannot be swapped and stay English; says why."""


@dataclass(frozen=True, slots=True)
class Piece:
    """text[start:end] is `words` in the swapped text."""

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Swapped:
    """The swapped text, and the pieces that differ, in order."""

    text: str
    pieces: tuple[Piece, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of the original stands; a bound inside a piece goes to the piece's own bound."""
        return self._bound(start, last=False), self._bound(end, last=True)

    def whole(self, start: int, end: int) -> tuple[int, int]:
        """A span of the swapped text, its bounds moved in the same way."""
        moved = 0
        for piece in self.pieces:
            first = piece.start + moved
            after = first + len(piece.words)
            start = first if first <= start < after else start
            end = after if first < end <= after else end
            moved += len(piece.words) - (piece.end - piece.start)
        return start, end

    def _bound(self, at: int, last: bool) -> int:
        moved = 0
        for piece in self.pieces:
            if (piece.start < at <= piece.end) if last else (piece.start <= at < piece.end):
                return piece.start + moved + (len(piece.words) if last else 0)
            if piece.end <= at:
                moved += len(piece.words) - (piece.end - piece.start)
        return at + moved


def swap(doc: Doc, cast: Cast, change: Mapping[str, str], on: date | None) -> Swapped:
    """The text of `doc` with each party of `change` in the place of the other. Raises NoForm."""
    if not _same_relations(cast, change):
        _refuse_kinds(doc, cast)
    pieces = [_piece(doc, mention, change[mention.party], on) for mention in cast.mentions if mention.party in change]
    text, done = [], 0
    for piece in pieces:
        if piece.start < done:
            raise NoForm("two names in one word")
        text += [doc.text[done : piece.start], piece.words]
        done = piece.end
    return Swapped("".join(text) + doc.text[done:], tuple(pieces))


def _same_relations(cast: Cast, change: Mapping[str, str]) -> bool:
    """States stay states, and each armed group's home is still the state that takes its home's place."""
    parties = forms.PARTIES
    if any(parties.kind(a) != parties.kind(b) for a, b in change.items()):
        return False
    named = {mention.party for mention in cast.mentions}
    return all(
        parties.home(change.get(group, group)) == change.get(home, home)
        for group in named
        if (home := parties.home(group)) in named or group in change or home in change
    )


def _refuse_kinds(doc: Doc, cast: Cast) -> None:
    """ "The group", "the government" mean parties of one kind alone."""
    named = words("groups") | words("countries") | words("bodies")
    for token in doc:
        stem = token.lower_.removesuffix("s")
        if (stem in named or token.lower_ in named) and not cast.at(token):
            before = doc[token.i - 1] if token.i else None
            if before is None or not cast.at(before):
                raise NoForm("a word for one kind of party")


def _piece(doc: Doc, mention: Mention, to: str, on: date | None) -> Piece:
    first, last = doc[mention.start_token], doc[mention.end_token - 1]
    start, end = first.idx, last.idx + len(last)
    new = _form(doc, mention, to, on)
    if new.startswith("the ") and first.i and _takes_no_article(doc[first.i - 1]):
        new = new.removeprefix("the ")
    if doc.text[start:end].isupper() and len(doc.text[start:end]) > 5:
        raise NoForm("in capitals")
    before = doc[first.i - 1] if first.i else None
    if new.startswith("the ") and before is not None and before.whitespace_ and before.head == last:
        if before.dep_ in (*MODIFIERS, "poss", "nummod"):
            raise NoForm("a word before the name that takes no article")
    if before is not None and before.lower_ == "the" and before.whitespace_ and _acts(mention, last):
        start = before.idx
        first = before
    elif before is not None and before.lower_ in ("a", "an") and before.whitespace_:
        start, first = before.idx, before
        new = f"{forms.an_or_a(new)} {new}"
    if first.is_sent_start or not doc.text[:start].strip() or doc.text[start - 1] == "\n":
        new = new[0].upper() + new[1:]
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if after is not None and after.tag_ == "POS" and not last.whitespace_:
        end = after.idx + len(after)
        new += after.text[0] if new.endswith("s") else f"{after.text[0]}s"
    if last.text.endswith(".") and (after is None or after.is_sent_start or after.is_space) and not new.endswith("."):
        new += "."
    return Piece(start, end, new)


def _takes_no_article(before: Token) -> bool:
    """ "the rebel group Hamas", "(Hamas)"."""
    return before.text in "([" or (before.pos_ == "NOUN" and before.dep_ != "ROOT" and bool(before.whitespace_))


def _acts(mention: Mention, last: Token) -> bool:
    """The name stands for the party itself, so that "the" before it is its own."""
    return mention.how in ("name", "group") and not modifies(last)


def modifies(last: Token) -> bool:
    """The name stands before a noun: "U.S. forces", "Hamas officials", "U.S. and Iranian officials"."""
    while last.dep_ == "conj" and last.head.i < last.i and last.head.dep_ in (*MODIFIERS, "conj"):
        last = last.head
    return last.dep_ in MODIFIERS and last.head.i > last.i and last.head.pos_ in ("NOUN", "PROPN")


def _form(doc: Doc, mention: Mention, to: str, on: date | None) -> str:
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
    row = forms._rows()[party]
    return frozenset(row.get("nouns", ())) - frozenset(row.get("adjectives", ()))


def _capital(doc: Doc, mention: Mention, to: str, on: date | None) -> str | None:
    return forms.capital(to)


def _leader(doc: Doc, mention: Mention, to: str, on: date | None) -> str | None:
    """The leader in the same place of the other's list, by full name or surname."""
    ours, theirs = forms.leaders(mention.party, on), forms.leaders(to, on)
    text = doc[mention.start_token : mention.end_token].text
    for at, (_, surname) in enumerate(ours):
        if text.endswith(surname):
            break
    else:
        return None
    if not theirs:
        return None
    other_full, other_surname = theirs[at % len(theirs)]
    return other_surname if text == surname else other_full


FORMS = {"name": _name, "group": _name, "demonym": _demonym, "capital": _capital, "leader": _leader}
