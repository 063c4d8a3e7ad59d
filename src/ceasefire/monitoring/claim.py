"""What somebody claims to have happened: a statement, never an incident, and never counted with incidents."""

from __future__ import annotations

from dataclasses import dataclass, field

from ceasefire.monitoring.report import Moment, Place
from ceasefire.when import UNKNOWN, When

DENIES, ADMITS, SILENT = "denies", "admits", ""

BEHIND, PERHAPS, NONE, NOT_COMPARED = "incident", "perhaps", "none", "not compared"
"""Whether an incident is behind a claim: one that fits in place, time and target; one that may; none on record.

A claim that is not about one event is not compared with incidents.
"""

ONE_EVENT, NUMBER, NO_EVENT = "", "number", "no event"
"""What a claim is about: one event; a number of deeds ("14 attacks in a day"); or it accuses nobody of anything."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody says that a party did something to something, somewhere, some day.

    `claimant` and `accused` are parties where the words name one, else as named ("" where nobody is accused).
    `targets` are classes of the vocabulary. `answer` is what the accused is on record as saying: "denies", "admits"
    or "". `source` is the address or the document where it stands; `statements` the ids of statements on record that
    it was read from, () for a row of a ledger. `about` is "" for one event, else "number" or "no event" with the reason
    in `why`. `answers` is the id of the claim to which this one answers by accusing in return, "" without one.
    """

    id: str
    when: Moment
    claimant: str
    accused: str
    place: Place
    targets: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    words: str = ""
    answer: str = SILENT
    answer_words: str = ""
    published: When = UNKNOWN
    source: str = ""
    statements: tuple[str, ...] = ()
    about: str = ONE_EVENT
    why: str = ""
    answers: str = ""


@dataclass(frozen=True, slots=True)
class Behind:
    """An incident that may be what a claim speaks of, and what speaks for and against it.

    `state` is "incident" where place, day and target all fit and nothing speaks against it, else "perhaps".
    """

    incident: str
    fits: tuple[str, ...]
    against: tuple[str, ...] = ()
    state: str = PERHAPS


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim with the incidents behind it, the best first.

    `state` is "incident", "perhaps", "none", or "not compared" for what is not about one event. `contradicts` are the
    ids of claims that accuse somebody else of the same event.
    """

    claim: Claim
    state: str
    behind: tuple[Behind, ...] = field(default=())
    contradicts: tuple[str, ...] = ()
