"""A document's text with the cited words marked: overlapping and nested quotations keep their own links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from ceasefire.publishing.brief import Citation
from ceasefire.publishing.inert import visible
from ceasefire.publishing.wording import phrase

LONGEST_SHOWN = 60_000
AROUND = 1_500


@dataclass(frozen=True, slots=True)
class Mark:
    """text[start:end] carries citation `number`; `first` is False where the text says the same again."""

    start: int
    end: int
    number: int
    first: bool = True


def marks(citations: Iterable[Citation]) -> dict[str, list[Mark]]:
    """Every place that citations mark, by document, in the order of its text."""
    found: dict[str, list[Mark]] = {}
    for one in citations:
        found.setdefault(one.document, []).append(Mark(one.start, one.end, one.number))
        for document, start, end in one.again:
            found.setdefault(document, []).append(Mark(start, end, one.number, False))
    return {
        document: sorted((one for one in held if one.end > one.start), key=lambda one: (one.start, one.end, one.number))
        for document, held in found.items()
    }


def marked_text(text: str, chosen: Sequence[Mark]) -> str:
    """The text as HTML: escaped, each cited span in `<mark id="q…">`, long uncited stretches left out aloud.

    Spans that overlap are cut into pieces; the first piece of a citation bears its id, and every piece
    bears its class `c…`, so that a link can light all of them.
    """
    parts = []
    for start, end in _shown(text, chosen):
        if start is None:
            parts.append(f'<span class="left-out">{escape(phrase("marked.left_out", count=end))}</span>')
        else:
            parts.append(_stretch(text, start, end, chosen))
    return "".join(parts)


def split_rules(chosen: Sequence[Mark]) -> str:
    """CSS that lights the later pieces of a citation whose first piece is the target."""
    edges = sorted({edge for mark in chosen for edge in (mark.start, mark.end)})
    split = [mark.number for mark in chosen if mark.first and any(mark.start < edge < mark.end for edge in edges)]
    return "".join(f"#q{number}:target~.c{number}{{background:var(--target)}}" for number in split)


def _shown(text: str, chosen: Sequence[Mark]) -> list[tuple[int | None, int]]:
    """Stretches (start, end) to show; (None, n) where n characters are left out of a very long text."""
    if len(text) <= LONGEST_SHOWN:
        return [(0, len(text))]
    kept: list[tuple[int, int]] = []
    for start, end in [(0, 0), *((mark.start, mark.end) for mark in chosen)]:
        low, high = max(0, start - AROUND), min(len(text), end + AROUND)
        if kept and low <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(high, kept[-1][1]))
        else:
            kept.append((low, high))
    shown: list[tuple[int | None, int]] = []
    for (start, end), (following, _) in pairwise([*kept, (len(text), len(text))]):
        shown.append((start, end))
        if following > end:
            shown.append((None, following - end))
    return shown


def _stretch(text: str, start: int, end: int, chosen: Sequence[Mark]) -> str:
    inside = [mark for mark in chosen if start <= mark.start and mark.end <= end]
    edges = sorted({start, end} | {edge for mark in inside for edge in (mark.start, mark.end)})
    pieces = []
    place = 0
    active: list[Mark] = []
    for low, high in pairwise(edges):
        active = [mark for mark in active if mark.end > low]
        while place < len(inside) and inside[place].start == low:
            active.append(inside[place])
            place += 1
        words = escape(visible(text[low:high]))
        pieces.append(_piece(words, low, high, active) if active else words)
    return "".join(pieces)


def _piece(words: str, low: int, high: int, active: list[Mark]) -> str:
    """A stretch that the same citations cover: ids where citations start, links back where they end."""
    starting = [mark for mark in active if mark.start == low]
    ids = [mark.number for mark in starting if mark.first]
    anchors = "".join(f'<span id="q{number}" class="anchor"></span>' for number in ids[1:])
    own = f' id="q{ids[0]}"' if ids else ""
    numbers = dict.fromkeys(mark.number for mark in active)
    classes = " ".join(["again"] * (not any(mark.first for mark in active)) + [f"c{number}" for number in numbers])
    links = "".join(_back(mark.number) for mark in active if mark.end == high)
    backs = f'<sup class="backs">{links}</sup>' if links else ""
    return f'{anchors}<mark{own} class="{classes}">{words}</mark>{backs}'


def _back(number: int) -> str:
    label = escape(phrase("marked.back", number=number))
    return f'<a href="#w{number}" aria-label="{label}">{number}</a>'
