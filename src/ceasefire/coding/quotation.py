"""Where a text quotes: the stretches between quotation marks, paired and, where one is missing, repaired.

A layer of its own, because a parser loses its way inside quotations. Linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_MARK = re.compile(r"[\"“”„«»‟]|``|''|\n[^\S\n]*\n\s*")
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=\S)([^\n\"“”„«»‟]{1,400}?\S)['’](?!\w)")
_OPENING, _CLOSING = "“„«‟", "”»"
_BEFORE_OPENING, _AFTER_CLOSING = "([{—–-/‘'", ".,;:!?)]}—–-/…’'"
_PAIRS = {"„": "“”‟", "“": "”", "«": "»", "»": "«", "‟": "”", "``": "''"}


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """text[start:end] is quoted, its marks included; `closed` is False where the closing mark is missing.

    A quotation may run over paragraphs, each of which may open with a mark of its own.
    """

    start: int
    end: int
    closed: bool = True

    def holds(self, offset: int) -> bool:
        return self.start <= offset < self.end


def quotations(text: str) -> tuple[Quotation, ...]:
    """Every outermost quotation of the text, in order, none overlapping another.

    A mark that neither opens nor closes anything is left alone; a quotation whose closing mark is
    missing ends with its paragraph, or before the next mark that can only open one.
    """
    found = _between_double_marks(text)
    starts = [quotation.start for quotation in found]
    for match in _SINGLE.finditer(text):
        before = bisect_right(starts, match.start()) - 1
        outside = before < 0 or found[before].end <= match.start()
        if outside and (before + 1 >= len(found) or found[before + 1].start >= match.end()):
            found.append(Quotation(match.start(), match.end()))
    return tuple(sorted(found))


def _between_double_marks(text: str) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None
    opener = ""
    inner = False
    marks = list(_MARK.finditer(text))
    for index, match in enumerate(marks):
        mark, at = match.group(), match.start()
        if mark[0] == "\n":
            inner = False
            if opened is not None and not _goes_on(text, marks, index):
                found.append(Quotation(opened, _trimmed(text, opened, at), closed=False))
                opened = None
            continue
        shape = _shape(text, match, opener if opened is not None else "")
        if opened is None:
            if shape != "closing":
                opened, opener = at, mark
        elif shape != "opening":
            if not inner:
                found.append(Quotation(opened, match.end()))
                opened = None
            inner = False
        elif index and marks[index - 1].group()[0] == "\n" and marks[index - 1].end() == at:
            continue
        elif _closes_twice(text, marks, index):
            inner = True
        else:
            found.append(Quotation(opened, _trimmed(text, opened, at), closed=False))
            opened, opener, inner = at, mark, False
    if opened is not None:
        found.append(Quotation(opened, _trimmed(text, opened, len(text)), closed=False))
    return found


def _closes_twice(text: str, marks: list[re.Match[str]], index: int) -> bool:
    """An opening mark inside a quotation opens an inner one where two closing marks follow in the paragraph."""
    following = marks[index + 1 : index + 3]
    return len(following) == 2 and all(
        mark.group()[0] != "\n" and _shape(text, mark, "") == "closing" for mark in following
    )


def _shape(text: str, match: re.Match[str], opener: str) -> str:
    """Whether a mark looks like "opening", "closing", or "either"."""
    mark = match.group()
    if opener and mark in _PAIRS.get(opener, ""):
        return "closing"
    if mark in _OPENING or mark == "``":
        return "opening"
    if mark in _CLOSING:
        return "opening" if mark == "»" and not opener and _opens(text, match) else "closing"
    if mark == "''":
        return "closing"
    opens, closes = _opens(text, match), _closes(text, match)
    return "either" if opens == closes else "opening" if opens else "closing"


def _opens(text: str, match: re.Match[str]) -> bool:
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    return (not before or before.isspace() or before in _BEFORE_OPENING) and bool(after) and not after.isspace()


def _closes(text: str, match: re.Match[str]) -> bool:
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    return (not after or after.isspace() or after in _AFTER_CLOSING) and bool(before) and not before.isspace()


def _goes_on(text: str, marks: list[re.Match[str]], index: int) -> bool:
    """An open quotation goes on past a paragraph's end when the next one opens with a mark, or closes it."""
    if index + 1 == len(marks) or marks[index + 1].group()[0] == "\n":
        return False
    following = marks[index + 1]
    return following.start() == marks[index].end() or _shape(text, following, "") == "closing"


def _trimmed(text: str, start: int, end: int) -> int:
    return start + max(1, len(text[start:end].rstrip()))
