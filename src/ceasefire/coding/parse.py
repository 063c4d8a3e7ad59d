"""English text → a spaCy Doc in which as many sentences are parsed as are asked for.

Each sentence is parsed as a piece of its own, so that its parse is the same whatever else of the text is parsed.
A sentence that is not parsed keeps its words and its bounds; they have no tag, no lemma and no relation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, POS, SENT_START, SPACY, TAG
from spacy.tokens import Doc

from ceasefire.coding.asides import hang_asides
from ceasefire.coding.lemmas import lemmatize_each
from ceasefire.coding.levelled import levelled
from ceasefire.coding.mending import mend_lists
from ceasefire.coding.model import parse_each, set_array, tokenized
from ceasefire.coding.name_words import keep_places, places_in
from ceasefire.coding.norms import lend_norms
from ceasefire.coding.sentences import sentence_starts
from ceasefire.coding.stand_ins import give_back_names, lend_stand_ins
from ceasefire.coding.texts import spelt, words_of

_READ = [TAG, POS, LEMMA, DEP, HEAD]
_BATCH = 64


class Draft:
    """A text whose sentences are known, and which of them are parsed.

    `doc` has the words of the text, and what is known of the parsed sentences; `doc.text` and
    `level` are the text as the parser reads it, `text` is what was published.
    """

    def __init__(self, text: str) -> None:
        self.text, self.level = text, levelled(text)
        self.doc = tokenized(self.level)
        self.doc.user_data.update(text=self.level, published=text)
        starts = sentence_starts(self.doc)
        self.bounds = list(zip(starts, [*starts[1:], len(self.doc)], strict=True)) if len(self.doc) else []
        self.parsed: set[int] = set()
        self._words = [token.text for token in words_of(self.doc)]
        self.small = [word.lower() for word in self._words]
        self._spaces = self.doc.to_array(SPACY).astype(bool).tolist()
        self._known = np.zeros((len(self.doc), len(_READ)), dtype="uint64")
        self._begins = np.full(len(self.doc), -1, dtype="int64").astype("uint64")
        self._places = [i - start for start, end in self.bounds for i in range(start, end)]
        for start, end in self.bounds:
            self._known[start:end, _READ.index(HEAD)] = -np.arange(end - start)  # all hang on the first word
            self._begins[start] = 1

    def sentence(self, index: int) -> Doc:
        """One sentence as a text of its own, not parsed."""
        start, end = self.bounds[index]
        return spelt(self.doc.vocab, self._words[start:end], self._spaces[start:end])

    def learn(self, index: int, piece: Doc) -> None:
        """Keep what is known of a sentence now that it is parsed."""
        start, end = self.bounds[index]
        self._known[start:end] = piece.to_array(_READ)
        self._places[start:end] = places_in(piece)
        self.parsed.add(index)

    def settle(self) -> None:
        """Give `doc` what is known of its sentences."""
        if len(self.doc):
            set_array(self.doc, _READ, self._known)
            set_array(self.doc, [SENT_START], self._begins.reshape(-1, 1))
            keep_places(self.doc, self._counted())
            self.doc.user_data.pop("stems", None)

    def _counted(self) -> list[int]:
        """For each word the number of words before it, a name being one."""
        found: list[int] = []
        for start, end in self.bounds:
            before = found[-1] + 1 if found else 0
            found += [before + place for place in self._places[start:end]]
        return found


def read(wanted: Iterable[tuple[Draft, Iterable[int]]]) -> None:
    """Parse these sentences of these drafts, where they are not parsed already."""
    new = [(draft, index) for draft, indexes in wanted for index in sorted(set(indexes) - draft.parsed)]
    pieces = [lend_stand_ins(draft.sentence(index)) for draft, index in new]
    for piece in pieces:
        lend_norms(piece)
        _make_one(piece)
    parse_each(pieces)
    lemmatize_each(pieces)
    for (draft, index), piece in zip(new, pieces, strict=True):
        hang_asides(piece)
        mend_lists(piece)
        draft.learn(index, give_back_names(piece))
    for draft in dict.fromkeys(draft for draft, _ in new):
        draft.settle()


def _make_one(piece: Doc) -> None:
    """The parser begins no sentence inside it."""
    begins = np.full((len(piece), 1), -1, dtype="int64").astype("uint64")
    begins[:1] = 1
    set_array(piece, [SENT_START], begins)


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """One Doc a text, in order, with all its sentences parsed."""
    waiting = iter(texts)
    while some := list(islice(waiting, _BATCH)):
        drafts = [Draft(text) for text in some]
        every = [(draft, range(len(draft.bounds))) for draft in drafts]
        read(every)
        yield from (draft.doc for draft in drafts)


def parsed(text: str) -> Doc:
    """One text, with all its sentences parsed."""
    return next(parse([text]))
