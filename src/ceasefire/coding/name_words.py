"""Which words of a parsed text are parts of one party's name: a name counts as one word, however long it is.

Limits of distance and the search for provisions ask this, so that neither "the Democratic Republic of the Congo" nor
"the Rapid Support Forces" is read otherwise than "Chad" or "Hamas".
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

_PLACES = "ceasefire_name_places"


def keep_places(doc: Doc, places: Sequence[int]) -> None:
    """For each token of the text, the number of words before it when every name is one word."""
    doc.user_data[_PLACES] = places


def places_in(doc: Doc) -> Sequence[int]:
    """The same numbers, kept or counted."""
    kept: Sequence[int] | None = doc.user_data.get(_PLACES)
    return kept if kept is not None else range(len(doc))


def apart(doc: Doc, first: int, last: int) -> int:
    """How many words on the token `last` stands from the token `first`, a name being one word."""
    places = doc.user_data.get(_PLACES)
    if places is None or last >= len(doc) or first >= len(doc):
        return last - first
    return int(places[last] - places[first])


def in_long_name(token: Token) -> bool:
    """The token is part of a name of several words, and names nothing itself: "Forces" in "Rapid Support Forces"."""
    places = token.doc.user_data.get(_PLACES)
    if places is None:
        return False
    at, here = token.i, places[token.i]
    return bool((at > 0 and places[at - 1] == here) or (at + 1 < len(places) and places[at + 1] == here))
