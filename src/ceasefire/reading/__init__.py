"""From what a user names to documents: bytes in, `Document` or `Unread(reason)` out, in the order named."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ceasefire.reading.document import REASONS, Copy, Document, Repeat, Unread

if TYPE_CHECKING:
    from ceasefire.reading.batch import read
    from ceasefire.reading.copies import bands_of, mark_copies
    from ceasefire.reading.language import CODED_LANGUAGES
    from ceasefire.reading.repeats import first_said

__all__ = [
    "CODED_LANGUAGES",
    "REASONS",
    "Copy",
    "Document",
    "Repeat",
    "Unread",
    "bands_of",
    "first_said",
    "mark_copies",
    "read",
]

_WHERE = {
    "CODED_LANGUAGES": "language",
    "bands_of": "copies",
    "first_said": "repeats",
    "mark_copies": "copies",
    "read": "batch",
}
"""What is imported once it is asked for: who only asks what is on record reads nothing."""


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
