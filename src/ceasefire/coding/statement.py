"""What a coder makes of a document: statements, attributions, readings and events, each with its span.

The fields and closed lists are those of the codebook (docs/vocabulary.md).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ceasefire.reading.document import Document
from ceasefire.when import UNKNOWN, When


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """document.text[start:end], in Unicode code points."""

    start: int
    end: int


#: What Scope.extendable and Scope.ends_if hold.
EXTENDABLE = "extendable"
BY_AGREEMENT = "by mutual agreement"
BREACH = "breach by the other side"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a provision covers, as far as the words say; an empty field means that they do not.

    `targets`: target classes ("energy-infrastructure"); for other categories kinds of the thing
    ("military-assistance", "intelligence-sharing"), for "other" the words used. `domains`: of "air", "land",
    "sea". `area`: places as named. `duration`: ISO 8601 ("P30D"). `start`: as precise as published.
    `direction`: "" or "end" where the words are about ending the thing (arms deliveries, sanctions, talks).
    `between`: the parties it would bind, where the words say so. `occasion`: a holiday or event that it is
    tied to. `extendable`: "extendable" or "by mutual agreement" where it may be made longer. `ends_if`: what
    releases a side from it before its time ("breach by the other side"). These two are left out of the
    representation, from which a statement's id is made, so that ids stay what they were.
    """

    targets: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    duration: str = ""
    start: When = UNKNOWN
    direction: str = ""
    between: tuple[str, ...] = ()
    occasion: str = ""
    extendable: str = field(default="", repr=False)
    ends_if: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Statement:
    """According to a document, a party took an act towards a provision, in these words.

    `provision` is a category of the codebook, `scope` narrows it. `speaker` is the party in whose
    words we have it, None when the document asserts it itself. `places` holds every span of the
    document that says the same (the first is start, end). `words` are the words used for an actor
    that no vocabulary lists, kept as `actor`, with `listed` False.
    """

    id: str
    document: str
    actor: str
    act: str
    provision: str
    quote: str
    start: int
    end: int
    recipient: str | None = None
    condition: str | None = None
    condition_provision: str | None = None
    speaker: str | None = None
    modality: str = "actual"
    scope: Scope = field(default_factory=Scope)
    condition_scope: Scope = field(default_factory=Scope)
    places: tuple[Span, ...] = ()
    listed: bool = True
    said: When = UNKNOWN


@dataclass(frozen=True, slots=True)
class Attribution:
    """Any "X said Y": where the source, the cue and the content stand.

    Spans may be discontinuous: a quotation in two parts has two content spans. `party` is the party
    that the source stands for, when it stands for one.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Somebody's reading of a party's motive or prospect: kept apart from positions.

    `reader` is who supposes it (a party, "observers", or None when the document itself does),
    `about` the party supposed about.
    """

    reader: str | None
    about: str | None
    quote: str
    start: int
    end: int


#: What EventMention.kind holds.
CALL, MEETING, TALKS, SIGNING = "call", "meeting", "talks", "signing"


@dataclass(frozen=True, slots=True)
class EventMention:
    """A document tells that parties called each other, met, held talks or signed something.

    `kind` is "call", "meeting", "talks" or "signing". `parties` are sorted; `hosts` are those in whose house or by
    whose mediation it took place. `when` is the day that the words give, unknown where they give none; `place` is
    as named, "" where none is named. `held` is False for what is planned or agreed to be held.
    """

    kind: str
    parties: tuple[str, ...]
    when: When
    place: str
    held: bool
    quote: str
    start: int
    end: int
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coded:
    """A document and everything a coder made of it; `coder` names the coder and its version."""

    document: Document
    statements: tuple[Statement, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    readings: tuple[Reading, ...] = ()
    coder: str = ""
    events: tuple[EventMention, ...] = ()
