"""From what a user names to documents: bytes in, `Document` or `Unread(reason)` out, in the order named."""

from ceasefire.reading.batch import read
from ceasefire.reading.copies import bands_of, mark_copies
from ceasefire.reading.document import REASONS, Copy, Document, Repeat, Unread
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
