"""When two texts are the same story: enough of the one's runs of words are the other's, and its figures too.

Resemblance and containment are Broder's ("On the resemblance and containment of documents", 1997), over
runs of words.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

# Runs of this many words; long enough that two accounts of one event seldom share many.
RUN = 3
# A copy resembles as a whole, or the shorter of the two is for the most part contained in the longer.
RESEMBLANCE = 0.45
CONTAINMENT = 0.6
# Formulaic bulletins differ in little but their figures, so figures that differ make another story.
FIGURES = 0.5
# A text of fewer words is a copy only when nearly all is the same.
FEWEST_WORDS = 30
RESEMBLANCE_OF_SHORT = 0.8
FEWEST_WORDS_IN_PIECE = 20

_WORD = re.compile(r"\w+(?:[.,]\d+)*")

Runs = frozenset[int]


@dataclass(frozen=True, slots=True)
class Print:
    """What of a text is needed to know a copy of it: its length, its runs of words, hashed, and its figures."""

    words: int
    runs: Runs
    figures: frozenset[str]


def print_of(text: str) -> Print:
    """What of a text is compared with others."""
    words = _words(text)
    return Print(len(words), _runs(words), frozenset(word for word in words if word[0].isdigit()))


def pieces_of(text: str) -> list[Runs]:
    """The runs of the whole and of each longer paragraph.

    A story cut to its first paragraphs resembles the whole too little to be found by it, but its
    paragraphs are found.
    """
    paragraphs = [words for words in map(_words, text.split("\n")) if len(words) >= FEWEST_WORDS_IN_PIECE]
    pieces = [_runs(_words(text)), *map(_runs, paragraphs)] if len(paragraphs) > 1 else [_runs(_words(text))]
    return list(dict.fromkeys(pieces))


def likeness(one: Print, other: Print) -> float:
    """How much of the two is the same, 0 when they are no copies: resemblance, or containment where that is more."""
    shared = len(one.runs & other.runs)
    if not shared:
        return 0.0
    resemblance = shared / len(one.runs | other.runs)
    if min(one.words, other.words) < FEWEST_WORDS:
        return resemblance if resemblance >= RESEMBLANCE_OF_SHORT and one.figures == other.figures else 0.0
    contained = shared / min(len(one.runs), len(other.runs))
    if (resemblance < RESEMBLANCE and contained < CONTAINMENT) or not _same_figures(one, other):
        return 0.0
    return max(resemblance, contained)


def _same_figures(one: Print, other: Print) -> bool:
    fewer = min(len(one.figures), len(other.figures))
    return fewer == 0 or len(one.figures & other.figures) >= FIGURES * fewer


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _runs(words: list[str]) -> Runs:
    runs = {" ".join(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1))}
    # CRC-32 is the same in every process, which Python's own hash is not.
    return frozenset(zlib.crc32(run.encode("utf-8", errors="replace")) for run in runs)
