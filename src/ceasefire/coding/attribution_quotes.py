"""Attributions of quotations that the parse leaves loose: the cue stands just before or just after the marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from spacy.tokens import Doc, Token

from ceasefire.coding.attribution_clauses import said
from ceasefire.coding.attribution_content import Quoted
from ceasefire.coding.attribution_cues import cues
from ceasefire.coding.attribution_said import Said
from ceasefire.coding.attribution_source import subject_of
from ceasefire.coding.quotation import Quotation
from ceasefire.coding.statement import Span
from ceasefire.coding.texts import words_of

REACH = 25  # tokens from a quotation to its cue
#: Where the search for a cue beside a quotation ends.
STOPS = frozenset({".", "!", "?", '"', "“", "”"})


def beside_quotations(doc: Doc, quoted: Quoted, taken: list[Said]) -> Iterator[Said]:
    """A quotation that nobody is credited with yet is his whose cue stands beside it.

    Inside wider content ("they report a note stating, '…'") only a cue right before the marks counts.
    A quotation that lies within one token holds no words to credit.
    """
    if not quoted.all:
        return
    offsets = [token.idx for token in words_of(doc)]
    spans = sorted({span for one in taken for span in one.content})
    starts = [span.start for span in spans]
    widest = list(accumulate((span.end for span in spans), max))
    for quotation in quoted.all:
        at = bisect_left(starts, quotation.start - 1)
        if at < len(starts) and starts[at] <= quotation.start + 1:
            continue
        nested = at > 0 and widest[at - 1] >= quotation.end
        first, last = bisect_left(offsets, quotation.start), bisect_left(offsets, quotation.end)
        if first == last:
            continue
        cue = _cue_before(doc, first, last) or (None if nested else _cue_after(doc, last, quoted.text, quotation))
        if cue is None or (nested and cue.i < first - 2):
            continue
        source = subject_of(cue)
        if source is not None and not first <= source.i < last:
            head = max(doc[first:last], key=lambda token: (token.dep_ == "ROOT", -token.i))
            yield said("quotation", cue, source, (Span(quotation.start, quotation.end),), (head,))


def _cue_before(doc: Doc, first: int, last: int) -> Token | None:
    """The cue that leads into a quotation: straight before it, or with a comma or colon between."""
    led = first > 0 and _text_before(doc, first) in (",", ":", "that")
    clause = any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in doc[first:last])
    for index in range(first - 1, max(-1, first - 1 - REACH), -1):
        token = doc[index]
        if token.text in (".", "!", "?", '"', "”") or (token.is_space and token.text.count("\n") > 1 and not led):
            return None
        if token.pos_ == "VERB":
            if cues().verb_takes(token, "wording"):
                return token if last - first > 3 and doc[index + 1 : first] and _as(doc, first) else None
            if cues().verb_takes(token, "quote") and (led or (clause and index == first - 1)):
                return token
            if not led:
                return None
    return None


def _as(doc: Doc, first: int) -> bool:
    return doc[first - 1].lower_ == "as"


def _cue_after(doc: Doc, last: int, text: str, quotation: Quotation) -> Token | None:
    """The cue that follows a quotation: "…," X said, or "…," said X."""
    tail = text[max(quotation.start, quotation.end - 9) : quotation.end].rstrip("\"”'’» ")[-1:]
    if tail not in ",?!—-…" and text[quotation.end : quotation.end + 1] != ",":
        return None
    for token in doc[last : last + REACH]:
        if token.text in (".", "!", "?", '"', "“") or token.text.count("\n") > 1:
            return None
        if token.pos_ == "VERB":
            taken = any(child.dep_ == "dobj" for child in token.rights) and token.lemma_.lower() not in cues().dative
            return token if cues().verb_takes(token, "quote") and not taken else None
    return None


def _text_before(doc: Doc, first: int) -> str:
    index = first - 1
    while index > 0 and doc[index].is_space:
        index -= 1
    return doc[index].text
