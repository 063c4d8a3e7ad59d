"""Where an account says that a party stands on a provision: from acts and modality to one word a party."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ceasefire.coding.statement import Statement
from ceasefire.vocabulary import load

STATUSES = (
    "agreed on condition",
    "rejected",
    "denied",
    "agreed",
    "suspended",
    "agreed tentatively",
    "not agreed",
    "proposed",
    "mediated",
    "discussed",
    "to be discussed",
    "alleges a breach",
    "denies a breach",
)
"""What an account can say of a party and a provision; of several, the first in this order is the one shown."""

REFUSALS = frozenset({"rejected", "denied", "not agreed"})
AGREEMENTS = frozenset({"agreed", "agreed tentatively"})


def statuses(statements: Iterable[Statement]) -> Mapping[str, str]:
    """Each party that an account names on a provision, with the firmest word that it has for it there."""
    given = list(statements)
    found: dict[str, set[str]] = defaultdict(set)
    for one in given:
        found[one.actor].add(_status(one, given))
    return {party: min(found[party], key=STATUSES.index) for party in sorted(found)}


def contradict(one: str, other: str) -> bool:
    """One account says that a party agreed, the other that it refused or had not agreed."""
    return (one in AGREEMENTS and other in REFUSALS) or (one in REFUSALS and other in AGREEMENTS)


def _status(one: Statement, beside: Iterable[Statement]) -> str:
    if one.act == "deny":
        return "denies a breach" if _answers_an_accusation(one, beside) else "denied"
    status = str(load("account_status")["status"][one.act])
    if one.modality == "negated" and status in ("agreed", "agreed on condition"):
        return "not agreed"
    if status == "agreed" and one.modality in ("tentative", "hypothetical"):
        return "agreed tentatively"
    return "to be discussed" if status == "discussed" and one.modality == "planned" else status


def _answers_an_accusation(denial: Statement, beside: Iterable[Statement]) -> bool:
    """A party that is accused beside its denial denies the breach, not that it agreed."""
    accusing = (one for one in beside if one.act in ("accuse", "violate") and one.document == denial.document)
    return any(denial.actor in (one.recipient, one.actor) for one in accusing)
