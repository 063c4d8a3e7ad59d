"""All claims of a case beside its incidents: those of its ledgers and those that its texts hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ceasefire.coding.parties import Parties
from ceasefire.coding.statement import Statement
from ceasefire.monitoring.claim import Checked, Claim
from ceasefire.monitoring.claims.accused import accusations
from ceasefire.monitoring.claims.checking import checked, evidence_of
from ceasefire.monitoring.claims.gazetteer import Gazetteer
from ceasefire.monitoring.claims.ledger import Ledger, ledgers
from ceasefire.monitoring.incident import Incident
from ceasefire.record.case import Case


@dataclass(frozen=True)
class ClaimsBeside:
    """Claims held against incidents; `ledger` also has the rows that could not be used and how many were read."""

    checked: tuple[Checked, ...] = ()
    ledger: Ledger = field(default_factory=Ledger)

    @cached_property
    def evidence(self) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        """By incident, the ids of claims by which the accused admits it and by which it denies it."""
        return evidence_of(self.checked)


def claims_beside(
    case: Case | None,
    statements: Iterable[Statement],
    incidents: Sequence[Incident],
    regions: Iterable[str] = (),
    about: Mapping[str, str] | None = None,
    as_of: date | None = None,
) -> ClaimsBeside:
    """The claims of a case's ledgers, then those of accusations in its texts, beside incidents.

    `regions` are the names of its outlines, `about` the provision of each statement. With `as_of`, only what had been
    claimed by then. Raises InputError or CaseError where a ledger or its mapping cannot be read.
    """
    parties = Parties.builtin().with_aliases(case.parties) if case else Parties.builtin()
    files = case.claims if case else ()
    folder = case.folder if case else None
    paths = [(folder / one.path, folder / one.mapping if one.mapping else None) for one in files if folder]
    known = Gazetteer.of((one.place for one in incidents), regions)
    read = ledgers(paths, parties)
    claims = [one for one in (*read.claims, *accusations(statements, about, known)) if _by_then(one, as_of)]
    return ClaimsBeside(tuple(checked(claims, incidents, known)), read)


def _by_then(claim: Claim, as_of: date | None) -> bool:
    """Claimed by a day, as far as it is known when; by the event's day where it is not."""
    day = claim.published.first or claim.when.first
    return as_of is None or day is None or day <= as_of
