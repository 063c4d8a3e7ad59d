"""Attributions that a line's form shows without a verb: photo credits, signed quotations, a source before a colon."""

from __future__ import annotations

import re
from functools import cache

from ceasefire.coding.quotation import Quotation
from ceasefire.coding.statement import Attribution, Span
from ceasefire.vocabulary import load

_SIGNED = re.compile(r"[^\S\n]*\n?[^\S\n]*[-–—―]{1,2}[^\S\n]*([^\W\d_][^\n.;:,]{1,80}?)[.]?[^\S\n]*(?=\n|$)")
_LABEL = re.compile(r"[^\S\n]*([A-Z][\w’'.-]*(?:[^\S\n]+[\w’'.-]+){0,5})[^\S\n]*:[^\S\n]*")
_SENTENCE_END = re.compile(r"[.!?][\"”’)\]]*[^\S\n]+(?=[\"“‘(\[]?[A-Z])")


@cache
def _credit() -> re.Pattern[str]:
    words = "|".join(sorted(load("cues")["credits"]))
    return re.compile(rf"(?im)\b({words})s?(?:[^\S\n]+(?:by|credit))?:[^\S\n]*([^\n]{{1,120}}?)\.?[^\S\n]*$")


@cache
def _headline() -> re.Pattern[str]:
    words = "|".join(sorted(load("cues")["headline_sources"]))
    return re.compile(rf"(?i)\A\s*({words}):[^\S\n]+([^\n]+)")


def credited(text: str) -> list[Attribution]:
    """A line ending "Image: NAME" shows, on NAME's word, what the sentence before it says."""
    found = []
    for match in _credit().finditer(text):
        line = text.rfind("\n", 0, match.start()) + 1
        before = text[line : match.start()].rstrip(" (")
        first = max((end.end() for end in _SENTENCE_END.finditer(before)), default=0)
        first += len(before[first:]) - len(before[first:].lstrip())
        name = text[match.start(2) : match.end(2)].rstrip(" .)")
        if before[first:].strip(" .") and name and len(name.split()) <= 12:
            found.append(_plain(match.span(2)[0], len(name), match.span(1), (line + first, line + len(before))))
    return found


def headlined(text: str) -> list[Attribution]:
    """A headline that opens "Reports: …" gives the rest of itself on their word."""
    match = _headline().match(text)
    if not match or text[match.start(2) : match.end(2)].strip("\"“”' ") == "":
        return []
    start, end = match.span(2)
    end = start + len(text[start:end].rstrip())
    return [Attribution((Span(*match.span(1)),), (), (Span(start, end),))]


def signed(text: str, quoted: tuple[Quotation, ...]) -> list[Attribution]:
    """A quotation followed on its line, or the next, by a dash and a name is that person's."""
    found = []
    for quotation in quoted:
        match = _SIGNED.match(text, quotation.end)
        if match and len(match.group(1).split()) <= 8 and match.group(1)[0].isupper():
            found.append(Attribution((Span(*match.span(1)),), (), (Span(quotation.start, quotation.end),)))
    return found


def labelled(text: str, quoted: tuple[Quotation, ...]) -> list[Attribution]:
    """A line that is a short name, a colon and a quotation: the words are that speaker's."""
    found = []
    for quotation in quoted:
        line = max(text.rfind("\n", max(0, quotation.start - 100), quotation.start) + 1, quotation.start - 100, 0)
        match = _LABEL.fullmatch(text, line, quotation.start)
        alone = text[quotation.end : quotation.end + 1] in ("", "\n")
        if match and alone and (line == 0 or text[line - 1] == "\n"):
            found.append(Attribution((Span(*match.span(1)),), (), (Span(quotation.start, quotation.end),)))
    return found


def _plain(source: int, length: int, cue: tuple[int, int], content: tuple[int, int]) -> Attribution:
    return Attribution((Span(source, source + length),), (Span(*cue),), (Span(*content),))
