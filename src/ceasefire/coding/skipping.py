"""Which sentences of a text the rules could start from, or look at: no other is parsed.

1. Every text: sentences that hold a cue of attribution or the words of a provision, or stand in or beside a
   quotation.
2. A text that names parties, when somebody says something in it: sentences that name a party or hold a noun that
   stands for one, and the sentences before one whose speaker is a pronoun.
3. A text that names parties and holds a word for a call, a meeting, talks or a signing: the same as in 2.
4. A text that speaks of a provision: also sentences with a word of consent, refusal or the like, and the sentences
   before any pronoun.

All words come from the vocabulary (`triggers`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from spacy.tokens import Token

from ceasefire.coding import triggers
from ceasefire.coding.attribution_lines import credited, headlined
from ceasefire.coding.attribution_quotes import REACH, STOPS
from ceasefire.coding.attribution_said import Said
from ceasefire.coding.parse import Draft
from ceasefire.coding.parties import Parties
from ceasefire.coding.party_index import UNIT, fold
from ceasefire.coding.party_pronouns import SENTENCES_BACK
from ceasefire.coding.quotation import quotations
from ceasefire.coding.texts import words_of


class Look:
    """What the words of a draft show before anything is parsed; sentences are meant by their index."""

    def __init__(self, draft: Draft, parties: Parties) -> None:
        self.draft, self.parties = draft, parties
        self.words = [frozenset(_parts(draft.small[start:end])) for start, end in draft.bounds]

    @property
    def every(self) -> range:
        """All sentences."""
        return range(len(self.words))

    @property
    def first(self) -> frozenset[int]:
        """The sentences that the rules can start from."""
        return self.speaking | self.providing

    @property
    def cues(self) -> Iterator[Token]:
        """The words that may be cues: those of the vocabulary, and in some sentences any."""
        tokens, known, free = words_of(self.draft.doc), triggers.cue_words(), triggers.words_beside_any_cue()
        for at in sorted(self.speaking):
            start, end = self.draft.bounds[at]
            anywhere = not self.words[at].isdisjoint(free)
            yield from (
                tokens[i] for i in range(start, end) if anywhere or not known.isdisjoint(_parts([self.draft.small[i]]))
            )

    def further(self, said: Sequence[Said], speaks: bool) -> frozenset[int]:
        """The sentences that the rules look at from what was found: attributions, and provisions where it `speaks`."""
        if not (speaks or self.supposing or self.telling or (said and self.naming)):
            return frozenset()
        found = self.naming | self._with(triggers.role_words()) | self.supposing
        pointing = self._with(triggers.pronouns())
        if speaks:
            found |= self._with(triggers.stance_words())
            return found | self._before(pointing & (found | self.first))
        heads = {self._at_token(one.source_head.i) for one in said if one.source_head is not None}
        return found | self._before(pointing & (heads | self.supposing | self.telling))

    @cached_property
    def speaking(self) -> frozenset[int]:
        """Sentences in which an attribution may begin, or which a quotation runs through or stands beside."""
        return self._with(triggers.cue_words()).union(self._quoting(), self._credited())

    @cached_property
    def providing(self) -> frozenset[int]:
        """Sentences that may speak of a provision."""
        return frozenset(at for at, words in enumerate(self.words) if _holds_one(words, triggers.provisions()))

    @cached_property
    def bargaining(self) -> bool:
        """A sentence may hold a bargain or a threat whose words name no provision."""
        return any(_holds_one(words, triggers.bargains()) for words in self.words)

    @cached_property
    def supposing(self) -> frozenset[int]:
        """Sentences in which somebody may be supposing something about somebody's motives."""
        return self._with(triggers.supposing_words()) & self._with(triggers.motive_words())

    @cached_property
    def telling(self) -> frozenset[int]:
        """Sentences that may tell of a call, a meeting, talks or a signing between parties; a first that names some."""
        if not self.naming:
            return frozenset()
        told = self._with(triggers.event_words()) & (self.naming | self._with(triggers.role_words()))
        return told | (self.naming & {0})

    @cached_property
    def naming(self) -> frozenset[int]:
        """Sentences that may name a party."""
        units = [(match.group(), match.start()) for match in UNIT.finditer(self.draft.level)]
        written = [unit for unit, _ in units]
        places = self.parties.places(written, [fold(unit) for unit in written])
        return frozenset(self._at_offset(units[at][1]) for at in places)

    def _with(self, known: frozenset[str]) -> frozenset[int]:
        return frozenset(at for at, words in enumerate(self.words) if not words.isdisjoint(known))

    def _before(self, sentences: Iterable[int]) -> frozenset[int]:
        """The sentences as far before these as a pronoun looks back."""
        return frozenset(earlier for at in sentences for earlier in range(max(0, at - SENTENCES_BACK + 1), at))

    def _at_token(self, token: int) -> int:
        return bisect_right(self._starts, token) - 1

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.draft.bounds]

    @cached_property
    def _offsets(self) -> list[int]:
        return [self.draft.doc[start].idx for start in self._starts]

    def _at_offset(self, offset: int) -> int:
        return max(0, bisect_right(self._offsets, offset) - 1)

    def _quoting(self) -> Iterator[int]:
        small = self.draft.small
        found = quotations(self.draft.text)
        if not found:
            return
        offsets = [token.idx for token in words_of(self.draft.doc)]
        for one in found:
            first, last = bisect_left(offsets, one.start), bisect_left(offsets, one.end)
            while first > 0 and bisect_left(offsets, one.start) - first < REACH and small[first - 1] not in STOPS:
                first -= 1
            end = last
            while end < len(small) and end - last < REACH and small[end] not in STOPS:
                end += 1
            yield from range(self._at_token(first), self._at_token(max(first, end - 1)) + 1)

    def _credited(self) -> Iterator[int]:
        text = self.draft.text
        for one in (*credited(text), *headlined(text)):
            for span in one.source:
                yield from range(self._at_offset(span.start), self._at_offset(span.end - 1) + 1)


def _holds_one(words: frozenset[str], ways: Mapping[str, tuple[triggers.Needed, ...]]) -> bool:
    for first in words & ways.keys():
        for needed in ways[first]:
            if all(not words.isdisjoint(one) for one in needed):
                return True
    return False


def _parts(words: Iterable[str]) -> Iterator[str]:
    """The words, and the parts of those that a hyphen joins."""
    for word in words:
        yield word
        if "-" in word:
            yield from word.split("-")
            yield "-"
