"""A text as published, and what could not be read.

The law of a quote, true of every span anywhere: `document.text[start:end] == quote`, counted in
Unicode code points.
"""

from __future__ import annotations

from dataclasses import dataclass

from ceasefire.when import UNKNOWN, When


@dataclass(frozen=True, slots=True)
class Repeat:
    """A passage that says again what an earlier passage of the same document said.

    text[start:end] repeats text[first_start:first_end]; both have the same length and words.
    """

    start: int
    end: int
    first_start: int
    first_end: int


@dataclass(frozen=True, slots=True)
class Copy:
    """This document is a near-copy (a wire story run twice) of one read before it.

    `of` is the id of the first of its family that was read, so that counting by it counts a story
    once; `similarity`, between 0 and 1, is to the closest member of the family.
    """

    of: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Document:
    """One text as published: by whom, when as precise as known, in which language, from which bytes.

    `id` names it in the record; `origin` is the path or address that the user named (with "#3" for
    the third record of a file that holds many); `sha256` is of the bytes kept. Repeated passages and
    copies are marked, never dropped. `url` is where it was published, as far as it says; `header` is what
    a header block above the text says, field by field; `notes` say what reading had to mend or leave out.
    """

    id: str
    text: str
    sha256: str
    origin: str
    title: str = ""
    publisher: str = ""
    published: When = UNKNOWN
    language: str = "en"
    media_type: str = "text/plain"
    repeats: tuple[Repeat, ...] = ()
    copy: Copy | None = None
    url: str = ""
    header: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be read, and why; kept, counted and listed where the user looks.

    `reason` is one word of a closed list (`REASONS`); `detail` is a sentence for the user that says
    what was refused and what to do. `sha256` is of its bytes, as far as they were had; `kept` says whether
    a record has them in custody.
    """

    id: str
    origin: str
    reason: str
    detail: str
    sha256: str = ""
    kept: bool = False


REASONS = (
    "empty",
    "binary",
    "no-text-layer",
    "no-text",
    "unsupported-language",
    "unsupported-format",
    "too-large",
    "invalid",
    "encoding",
    "unreadable",
    "unreachable",
    "refused-address",
    "not-coded",
)
