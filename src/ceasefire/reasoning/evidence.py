"""What one statement shows about where a party stands, and how much weight it has. Each rule is a function."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ceasefire.coding.statement import Statement
from ceasefire.reasoning.state import Condition
from ceasefire.record.order import in_time

STANCE_OF = {
    "accept": "accepts",
    "implement": "accepts",
    "reject": "rejects",
    "condition": "accepts on condition",
    "suspend": "has suspended",
    "propose": "has proposed",
}
COMPATIBLE = (
    {"accepts", "has proposed", "accepts on condition"},
    {"rejects", "has suspended", "unknown"},
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A statement that shows a stance. `denial` marks a party's own denial that it accepted."""

    statement: Statement
    stance: str
    firm: bool
    claim: bool = False
    denial: bool = False
    conditions: tuple[Condition, ...] = ()


def shows_no_stance(one: Statement) -> bool:
    """Meeting, mediating, accusing and breaking a term change no position; what is only supposed counts nowhere."""
    return one.act not in STANCE_OF or one.modality == "hypothetical"


def is_claim(one: Statement) -> bool:
    """Known only through another party's words: it counts, but less firmly than the party's own."""
    return one.speaker is not None and one.speaker != one.actor


def is_hedged(one: Statement) -> bool:
    """Tentative, in principle, expected or planned."""
    return one.modality in ("tentative", "planned")


def is_negated(one: Statement) -> bool:
    """ "Has not accepted" is no refusal: the party is listed, and where it stands is unknown."""
    return one.modality == "negated"


def denies_acceptance(denial: Statement, everything: Iterable[Statement]) -> bool:
    """A denial that answers another's claim that the party accepted, not an accusation.

    It does when somebody else made such a claim by then, and its own document accuses the party of nothing here.
    """
    if denial.act != "deny" or denial.modality in ("hypothetical", "negated") or is_claim(denial):
        return False
    given = list(everything)
    accused = any(
        one.act in ("accuse", "violate") and denial.actor in (one.recipient, one.actor)
        for one in given
        if one.document == denial.document
    )
    claimed = any(
        one.actor == denial.actor
        and is_claim(one)
        and STANCE_OF.get(one.act) in COMPATIBLE[0]
        and not _later(one, denial)
        for one in given
    )
    return claimed and not accused


def may_be_denied(one: Statement) -> bool:
    """What a denial can answer: another's claim about the party, or an accusation."""
    return is_claim(one) or one.act in ("accuse", "violate")


def caution_wins(found: Sequence[Evidence]) -> list[Evidence]:
    """What one document says of the same act both firmly and with a hedge is hedged: headlines shorten.

    Not so where it is already being carried out.
    """
    hedged = {
        (one.statement.document, one.statement.said.edtf, one.stance)
        for one in found
        if is_hedged(one.statement) and not one.claim
    }
    return [
        replace(one, firm=False)
        if (one.statement.document, one.statement.said.edtf, one.stance) in hedged and one.statement.act != "implement"
        else one
        for one in found
    ]


def agree(one: str, other: str) -> bool:
    """Whether two stances can both be true of a party at once."""
    return one == other or any({one, other} <= together for together in COMPATIBLE)


def evidence(one: Statement, conditions: tuple[Condition, ...]) -> Evidence:
    """What a statement with a stance shows."""
    if is_negated(one):
        return Evidence(one, "unknown", firm=False, claim=is_claim(one))
    firm = one.modality == "actual" and not is_claim(one)
    return Evidence(one, STANCE_OF[one.act], firm, is_claim(one), conditions=conditions)


def _later(one: Statement, other: Statement) -> bool:
    return in_time(one.said) > in_time(other.said)
