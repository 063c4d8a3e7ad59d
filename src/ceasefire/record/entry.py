"""One entry of the record's log, and the hash that chains it to the entry before.

The log is the record: everything else is worked out from it. An entry is never changed; what turns out
otherwise is a later entry.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

import orjson

DOCUMENT, READING, UNREAD, DECISION, INCIDENTS = "document", "reading", "unread", "decision", "incidents"
LINK, ASSESSMENT = "link", "assessment"
KINDS = (DOCUMENT, READING, UNREAD, DECISION, INCIDENTS, LINK, ASSESSMENT)
BEGINNING = ""
"""What the first entry names as the hash before it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was recorded, about what, when, and after which other entry.

    `kind`: "document" (a text as read), "reading" (what a coder made of one), "unread" (what could not be
    read), "decision" (what a person said of a statement), "incidents" (a file of incident
    data as imported). `subject` is the id of that document, source or statement, or the hash of that file;
    `recorded` an instant in UTC; `body` canonical JSON; `bulk` what is large and seldom asked for: a document's
    text, a reading's attributions and suppositions, or the text of a user's mapping.
    """

    seq: int
    kind: str
    subject: str
    recorded: str
    body: str
    bulk: str
    previous: str
    hash: str

    def row(self) -> dict[str, Any]:
        """Its fields by name, as the table and the lines of an export have them."""
        return {name: getattr(self, name) for name in self.__slots__}

    def rehashed(self) -> str:
        """The hash that its contents give."""
        return hash_of(self.seq, self.kind, self.subject, self.recorded, self.body, self.bulk, self.previous)


def instant(moment: datetime) -> str:
    """An instant in UTC as the record writes it; the order of the texts is that of time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def end_of_day(day: date) -> str:
    """The last instant of a day in UTC."""
    return instant(datetime.combine(day, time.max, UTC))


def hash_of(seq: int, kind: str, subject: str, recorded: str, body: str, bulk: str, previous: str) -> str:
    """SHA-256 over all that an entry says, as canonical JSON; its bulk goes in by its own SHA-256."""
    digest = hashlib.sha256(bulk.encode()).hexdigest()
    return hashlib.sha256(canonical([seq, kind, subject, recorded, body, digest, previous]).encode()).hexdigest()


def canonical(value: Any) -> str:
    """JSON in its one form: keys sorted, no spaces, UTF-8."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


def plain(text: str) -> Any:
    """What canonical JSON holds."""
    return orjson.loads(text)
