"""What is said: from the head of a clause, or a quotation, to exact content spans."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Token

from ceasefire.coding.attribution_cues import cues
from ceasefire.coding.attribution_source import resumed_by
from ceasefire.coding.clauses import FINITE
from ceasefire.coding.quotation import Quotation
from ceasefire.coding.statement import Span

_TRAILING = ".,;:!?…\"”’'»)]"
_DANGLING = re.compile(r"[,;\s]+(?:and|but|or|while|with)\s*\Z")


class Quoted:
    """The quotations of a document, found by offset, beside its text (which a parsed text rebuilds at every asking)."""

    def __init__(self, text: str, quotations: Sequence[Quotation]) -> None:
        self.text = text
        self.all = tuple(quotations)
        self._starts = [quotation.start for quotation in self.all]

    def at(self, offset: int) -> Quotation | None:
        """The quotation that holds the offset."""
        index = bisect_right(self._starts, offset) - 1
        return self.all[index] if index >= 0 and self.all[index].holds(offset) else None

    def following(self, offset: int) -> Quotation | None:
        """The first quotation that starts at the offset or after it."""
        index = bisect_right(self._starts, offset - 1)
        return self.all[index] if index < len(self.all) else None


def is_finite(head: Token) -> bool:
    """The clause has a finite verb: a tense, a modal, or a subjunctive after "that"."""
    if head.tag_ in FINITE:
        return True
    parts = list(head.children)
    if any(part.dep_ in ("aux", "auxpass", "cop") and part.tag_ in FINITE for part in parts):
        return True
    if any(part.tag_ == "TO" for part in parts):
        return False
    has_subject = any(part.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") for part in parts)
    return has_subject and (head.tag_ == "VBN" or any(part.dep_ == "mark" for part in parts))


def after(cue: Token, heads: Sequence[Token], quoted: Quoted) -> Span | None:
    """The content that follows its cue: the clause, with all of a quotation that it enters."""
    doc = cue.doc
    first = max(min(_left(head, cue.i) for head in heads), cue.i + 1)
    if not any(child.dep_ == "mark" for child in heads[0].lefts):
        first = min([first, *(child.left_edge.i for child in _taken_for_objects(cue, first))])
    if first > cue.i + 1 and doc[cue.i + 1].lower_ == "that" and doc[cue.i + 1].tag_ == "IN":
        first = cue.i + 1
    last = max(head.right_edge.i for head in heads)
    resumed = [child for head in heads for child in head.rights if child.i > head.i and resumed_by(child) is not None]
    last = min([last, *(child.left_edge.i - 1 for child in resumed)])
    return _settled(doc[first].idx, _end(doc[last]), cue, quoted, forward=True)


def _taken_for_objects(cue: Token, first: int) -> list[Token]:
    """Objects of a verb that takes none beside its clause: the parser cut the clause's subject off."""
    if cue.lemma_.lower() in cues().dative:
        return []
    return [child for child in cue.rights if child.dep_ in ("dobj", "csubj") and child.i < first]


def before(cue: Token, head: Token, limit: int, quoted: Quoted) -> Span | None:
    """The content that precedes its cue and ends before token `limit`."""
    doc = cue.doc
    first = min(head.left_edge.i, head.i)
    start, end = doc[first].idx, _end(doc[limit - 1])
    return _settled(start, end, cue, quoted, forward=False)


def _settled(start: int, end: int, cue: Token, quoted: Quoted, forward: bool) -> Span | None:
    around = quoted.at(cue.idx)
    if around is None:
        opening = quoted.at(start)
        closing = quoted.at(max(start, end - 1))
        if forward:
            if opening is None and start and (opening := quoted.at(start - 1)) and opening.end <= start:
                opening = None
            start = max(opening.start, _end(cue)) if opening else start
            end = max(end, closing.end) if closing else end
        else:
            start = min(start, opening.start) if opening else start
            end = min(max(end, closing.end), cue.idx) if closing else end
            if opening is None and closing is not None and closing.start < start:
                start = closing.start
    else:
        start, end = max(start, around.start), min(end, around.end)
    return trimmed(quoted.text, start, end, forward)


def trimmed(text: str, start: int, end: int, forward: bool = True) -> Span | None:
    """The span without space, stray commas or joining words at its edges, with the punctuation that closes it."""
    while start < end and (text[start].isspace() or text[start] in ",;:–—"):
        start += 1
    tail = max(start, end - 40)
    end = tail + len(_DANGLING.sub("", text[tail:end]).rstrip())
    while forward and end < len(text) and text[end] in _TRAILING:
        end += 1
    return Span(start, end) if any(character.isalnum() for character in text[start:end]) else None


def without(text: str, spans: Sequence[Span], holes: Sequence[Span]) -> tuple[Span, ...]:
    """The spans, in order and apart, with the holes cut out of them."""
    kept: list[Span] = []
    for span in sorted(spans):
        start = max(span.start, kept[-1].end) if kept else span.start
        for hole in sorted(holes):
            if hole.start < span.end and hole.end > start:
                kept += [piece for piece in (trimmed(text, start, hole.start, forward=False),) if piece]
                start = max(start, hole.end)
        if start == span.start:
            kept.append(span)
        elif start < span.end and (rest := trimmed(text, start, span.end, forward=False)):
            kept.append(rest)
    return tuple(kept)


def _left(head: Token, cue: int) -> int:
    lefts = [token.left_edge.i for token in head.lefts if token.left_edge.i > cue]
    return min([head.i, *lefts])


def _end(token: Token) -> int:
    return token.idx + len(token)
