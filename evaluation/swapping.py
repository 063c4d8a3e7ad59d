"""A text with parties in each other's places, in the same grammatical form, and where its passages then stand.

A text in which a form cannot be changed so that it stays English is refused with the reason: an armed group has no
capital, "northern the United States" is no phrase, and "the group" cannot mean a state.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Token

from ceasefire.coding.cast import Cast
from ceasefire.coding.parties import Mention
from ceasefire.coding.party_roles import words
from evaluation import party_forms as forms
from evaluation.swap_words import MODIFIERS, NoForm, form, modifies


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
            before = next((word for word in reversed(doc[: token.i]) if word.tag_ != "POS"), None)
            if before is None or not cast.at(before):
                raise NoForm("a word for one kind of party")


def _piece(doc: Doc, mention: Mention, to: str, on: date | None) -> Piece:
    first, last = doc[mention.start_token], doc[mention.end_token - 1]
    start, end = first.idx, last.idx + len(last)
    new = form(doc, mention, to, on)
    if new.startswith("the ") and first.i and _takes_no_article(doc[first.i - 1]):
        new = new.removeprefix("the ")
    if doc.text[start:end].isupper() and len(doc.text[start:end]) > 5:
        raise NoForm("in capitals")
    before = doc[first.i - 1] if first.i else None
    if new.startswith("the ") and before is not None and before.whitespace_ and _describes(before, last):
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


def _describes(before: Token, name: Token) -> bool:
    """ "northern Syria", "their Syria"."""
    return before.head == name and before.dep_ in (*MODIFIERS, "poss", "nummod")


def _takes_no_article(before: Token) -> bool:
    """ "the rebel group Hamas", "(Hamas)"."""
    return before.text in "([" or (before.pos_ == "NOUN" and before.dep_ != "ROOT" and bool(before.whitespace_))


def _acts(mention: Mention, last: Token) -> bool:
    """The name stands for the party itself, so that "the" before it is its own."""
    return mention.how in ("name", "group") and not modifies(last)
