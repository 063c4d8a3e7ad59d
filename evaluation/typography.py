"""The same words set otherwise: line ends, blanks, quotation marks and apostrophes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from ceasefire.coding.statement import Coded
from evaluation.same_coding import Key, keys

BLANK = re.compile(r"(?<=\d) (?=\w)|(?<=\b[A-Z]\.) (?=[A-Z])|(?<=,) (?=\w)")
QUOTED = re.compile(r'"([^"\n]*)"')
TYPOGRAPHIES: dict[str, Callable[[str], str]] = {
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "blanks that do not break": lambda text: BLANK.sub("\u00a0", text),
    "typographic quotation marks": lambda text: QUOTED.sub(r"“\1”", text).replace("'", "’"),
    "straight quotation marks": lambda text: text.replace("“", '"').replace("”", '"').replace("’", "'"),
    "a line end at the end": lambda text: text.rstrip("\n") + "\n",
}


def in_other_typography(coded: list[Coded]) -> Iterator[tuple[str, Coded, str, Counter[Key]]]:
    """Each text set otherwise: how, what was coded, the new text, and what its coding must be."""
    for one in coded:
        text = one.document.text
        for name, change in TYPOGRAPHIES.items():
            new = change(text)
            if new != text:
                yield name, one, new, _set_otherwise(one, text, new)


def _set_otherwise(one: Coded, text: str, new: str) -> Counter[Key]:
    """Places after a line end of two characters move; conditions are cut from the new text."""
    if len(text) == len(new) or "\r" not in new:
        shift = [0] * (len(text) + 1)
    else:
        shift = [text.count("\n", 0, at) for at in range(len(text) + 1)]

    def place(start: int, end: int) -> tuple[int, int]:
        return start + shift[start], end + shift[end]

    def words(said: str | None) -> str | None:
        if said is None or (at := text.find(said)) < 0:
            return said
        start, end = place(at, at + len(said))
        return new[start:end]

    return keys(one, words=words, place=place)
