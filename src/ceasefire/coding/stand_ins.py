"""While a text is parsed, every party's name is one and the same word of its kind, so that the parse favours nobody.

The tagger and the parser read a name that they have often met otherwise than one that they hardly know, and one of
four words otherwise than one of one. Before them, each name is lent the word of vocabulary/stand_ins.yaml that stands
in for its kind; after them, the text's own words take up what was found. A name of several words is its last word
with the others before it. Works on any Doc that has words: a document, or a piece of one.
"""

from __future__ import annotations

from typing import Any

import numpy
from spacy.attrs import SPACY
from spacy.tokens import Doc

from ceasefire.coding.name_words import keep_places
from ceasefire.coding.party_spots import Spot, spots
from ceasefire.coding.texts import spelling, spelt
from ceasefire.vocabulary import load

Says = numpy.ndarray[tuple[int, int], numpy.dtype[numpy.uint64]]
Heads = numpy.ndarray[tuple[int], numpy.dtype[numpy.int64]]
_LENT = "ceasefire_lent"
_FOUND: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "ENT_IOB", "ENT_TYPE", "HEAD"]
_TAG, _POS, _, _LEMMA, _DEP, _ENT_IOB, _ENT_TYPE, _HEAD = range(len(_FOUND))
_AN = {"an": "a", "An": "A"}  # "a Russian" and "an Iranian" are one
_INSIDE, _BEGIN = 1, 3  # how spaCy writes that a word goes on an entity or begins one


def lend_stand_ins(doc: Doc) -> Doc:
    """The text with every name of a party replaced by the word of its kind; the text itself where none is named."""
    found, written = list(spots(doc)), spelling(doc)
    if not found and not any(map(str.isspace, written)):
        return doc
    gaps = doc.to_array(SPACY).astype(bool).tolist()
    words: list[str] = []
    spaces: list[bool] = []
    ends: list[int] = []
    at = 0
    for spot in [*found, Spot(len(doc), len(doc), "")]:
        for i in range(at, spot.start):
            possessive = i == at and i > 0 and written[i] == "'" and not gaps[i - 1]
            words.append("'s" if possessive else _letters(written[i]))
            spaces.append(gaps[i])
            ends.append(i)
        if spot.kind:
            if words and words[-1] in _AN and spaces[-1]:
                words[-1] = _AN[words[-1]]
            words.append(_word(spot))
            spaces.append(gaps[spot.end - 1])
            ends.append(spot.end - 1)
        at = spot.end
    lent = spelt(doc.vocab, words, spaces)
    lent.user_data[_LENT] = (doc, ends, found)
    return lent


def _letters(word: str) -> str:
    """The word itself; all line ends are one. ("The States'" and "Iran's" are one, too.)"""
    return ("\n" * word.count("\n") or word) if word.isspace() else word


def _word(spot: Spot) -> str:
    """The stand-in, in capitals where the name is shouted."""
    word: str = load("stand_ins")["words"][spot.kind]
    return word.upper() if spot.shouted else word


def give_back_names(lent: Doc) -> Doc:
    """The text in its own words, with what the parser found about the stand-ins."""
    if _LENT not in lent.user_data:
        return lent
    doc: Doc
    doc, ends, found = lent.user_data.pop(_LENT)
    last = numpy.asarray(ends, dtype=numpy.int64)
    of = numpy.searchsorted(last, numpy.arange(len(doc)))  # of which lent word each of the text's words is a part
    keep_places(doc, of.tolist())
    says: Any = lent.to_array(_FOUND)
    heads = last[numpy.arange(len(lent)) + says[:, _HEAD].astype(numpy.int64)][of]
    says = says[of]
    for spot in found:
        _spread(doc, spot, says, heads)
    says[:, _HEAD] = (heads - numpy.arange(len(doc))).astype(numpy.uint64)
    doc.from_array(_FOUND, says)
    return doc


def _spread(doc: Doc, spot: Spot, says: Says, heads: Heads) -> None:
    """What was found about a stand-in, for each word of the name: those before the last hang on it."""
    for i in range(spot.start, spot.end):
        says[i, _LEMMA] = doc[i].orth
        if i > spot.start and says[i, _ENT_IOB] == _BEGIN:
            says[i, _ENT_IOB] = _INSIDE
        if spot.body and says[i, _ENT_TYPE] == doc.vocab.strings["GPE"]:
            says[i, _ENT_TYPE] = _symbol(doc, "ORG")
        if i < spot.end - 1:
            heads[i] = spot.end - 1
            _hang(doc, i, says)


def _hang(doc: Doc, i: int, says: Says) -> None:
    """How a word of a name hangs on the last one: its article, a mark inside it, or another word."""
    if doc[i].lower_ == "the":
        says[i, _DEP] = _symbol(doc, "det")
        says[i, _TAG], says[i, _POS] = _symbol(doc, "DT"), _symbol(doc, "DET")
    else:
        says[i, _DEP] = _symbol(doc, "punct" if doc[i].is_punct else "compound")


def _symbol(doc: Doc, label: str) -> int:
    return int(doc.vocab.strings.add(label))
