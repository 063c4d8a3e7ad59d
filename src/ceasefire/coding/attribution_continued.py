"""Quotations in several parts: the same speaker goes on after the cue, in its sentence or in the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ceasefire.coding.attribution_content import Quoted
from ceasefire.coding.attribution_said import Said
from ceasefire.coding.quotation import Quotation
from ceasefire.coding.statement import Span

_SAME_SENTENCE = re.compile(r"[^.!?\n]{0,160}[,:;–—-]\s*\Z")
_NEXT_SENTENCE = re.compile(r"[^.!?\n\"“”]{0,160}[.]\s*\Z")


def continued(found: list[Said], quoted: Quoted) -> Iterator[Said]:
    """Each attribution with the parts that follow its cue.

    "A," she said, "B": both parts are content. "A," she said. "B", or "A" and B opening the next
    paragraph: B is covered, as `continued`, when nobody else is credited with it.
    """
    claimed = {span.start for one in found if not _inside(one, quoted) for span in one.content}
    for one in found:
        yield _with_next(one, quoted, claimed)


def _with_next(one: Said, quoted: Quoted, claimed: set[int]) -> Said:
    if not one.cue or not one.content or _inside(one, quoted):
        return one
    after_cue = max(span.end for span in (*one.cue, *one.source))
    last = one.content[-1]
    if last.end > after_cue or quoted.at(last.end - 1) is None:
        return one
    following = quoted.following(after_cue)
    if following is None:
        return one
    between = quoted.text[after_cue : following.start] if following.start - after_cue <= 170 else "\n\n"
    if _SAME_SENTENCE.fullmatch(between):
        return replace(one, content=(*one.content, Span(following.start, following.end)))
    parts = tuple(_run_on(following, between, quoted, claimed))
    return replace(one, continued=parts)


def _run_on(first: Quotation, between: str, quoted: Quoted, claimed: set[int]) -> Iterator[Span]:
    """The quotations that go on where the cue's sentence ends, paragraph by paragraph."""
    here: Quotation | None = first
    while here is not None and _NEXT_SENTENCE.fullmatch(between) and here.start not in claimed:
        yield Span(here.start, here.end)
        end = here.end
        here = quoted.following(end)
        gap = quoted.text[end : here.start] if here is not None else ""
        between = "." + gap if gap.strip() == "" else ""


def _inside(one: Said, quoted: Quoted) -> bool:
    return one.cue_token is not None and quoted.at(one.cue_token.idx) is not None
