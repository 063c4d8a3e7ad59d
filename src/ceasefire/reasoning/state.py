"""What reasoning answers: provisions, positions, blockers, unlocks, packages.

All of it is a pure function of the record; nothing here is stored.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ceasefire.coding.statement import Scope
from ceasefire.record.terms import Terms
from ceasefire.when import UNKNOWN, When

STANCES = ("accepts", "rejects", "accepts on condition", "has proposed", "has suspended", "unknown")


@dataclass(frozen=True, slots=True)
class Provision:
    """A thing that can be agreed. `covers` lists the ids of every provision that it includes.

    `consent` is the parties who must agree; `consent_because` says how that is known
    ("case file", "it binds them", "they would have to act"). `conflict` is the parties that fight in
    the conflict that it belongs to. `terms` is what is agreed beside the scope.
    """

    id: str
    title: str
    category: str
    scope: Scope = field(default_factory=Scope)
    covers: tuple[str, ...] = ()
    consent: tuple[str, ...] = ()
    consent_because: str = ""
    conflict: tuple[str, ...] = ()
    terms: Terms = field(default_factory=Terms)


@dataclass(frozen=True, slots=True)
class Condition:
    """A party's price: the provision that it wants to come about (or, `wanted` False, not to)."""

    provision: str
    wanted: bool
    words: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a party stands on a provision, since when, and the statements that it rests on.

    `firm` is False when the words hedge ("tentatively", "in principle"); `contradicted_by` lists
    statements of the same party that say otherwise and are kept beside it.
    """

    party: str
    provision: str
    stance: str
    firm: bool = True
    conditions: tuple[Condition, ...] = ()
    since: When = UNKNOWN
    statements: tuple[str, ...] = ()
    contradicted_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A party moves on a provision from one stance to another."""

    party: str
    provision: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Blocker:
    """A smallest set of positions that together rule a provision out."""

    because: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Unlock:
    """A smallest set of changes that would let a provision through, and who would have to move."""

    changes: tuple[Change, ...]
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assumption:
    """A party whose consent is needed has said nothing: its position is taken as open, and listed."""

    party: str
    provision: str


@dataclass(frozen=True, slots=True)
class Outlook:
    """What stands in the way of one provision, and what would unlock it.

    `agreed` is True when every party whose consent is needed accepts without a condition that is open.
    `packages`: largest sets of provisions that all who must consent accept together.
    `capped` is True when more blockers or unlocks exist than were asked for.
    """

    provision: str
    agreed: bool
    blockers: tuple[Blocker, ...] = ()
    unlocks: tuple[Unlock, ...] = ()
    packages: tuple[tuple[str, ...], ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    capped: bool = False
