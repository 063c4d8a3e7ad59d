"""What one statement shows about where a party stands, and how much weight it has. Each rule is a function."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from ceasefire.coding.statement import Statement
from ceasefire.reasoning.state import Condition
from ceasefire.record.order import by_date, in_time

STANCE_OF = {
    "accept": "accepts",
    "implement": "accepts",
    "reject": "rejects",
    "condition": "accepts on condition",
    "suspend": "has suspended",
    "propose": "has proposed",
}
NEGATED = "unknown"
""" "Has not accepted" is no refusal: the party is listed, and where it stands is unknown."""
COMPATIBLE = (
    {"accepts", "has proposed", "accepts on condition"},
    {"rejects", "has suspended", "unknown"},
)


class Evidence(NamedTuple):
    """A statement that shows a stance. `denial` marks a party's own denial that it accepted."""

    statement: Statement
    stance: str
    firm: bool
    claim: bool = False
    denial: bool = False
    conditions: tuple[Condition, ...] = ()


def shows_no_stance(one: Statement) -> bool:
    """Meeting, mediating, accusing and breaking a term change no position; what is only supposed counts nowhere."""
    return stance_shown(one.act, one.modality) is None


@cache
def stance_shown(act: str, modality: str) -> tuple[str, bool] | None:
    """The stance that an act shows, and whether firmly where the party says so itself; None where it shows none."""
    if act not in STANCE_OF or modality == "hypothetical":
        return None
    return (NEGATED, False) if modality == "negated" else (STANCE_OF[act], modality == "actual")


def is_claim(one: Statement) -> bool:
    """Known only through another party's words: it counts, but less firmly than the party's own."""
    return one.speaker is not None and one.speaker != one.actor


def is_hedged(one: Statement) -> bool:
    """Tentative, in principle, expected or planned."""
    return one.modality in ("tentative", "planned")


def denials_of_acceptance(told: Sequence[Statement], accusing: Iterable[Statement]) -> list[Statement]:
    """Of what a party has told of a provision, its denials that answer another's claim that it accepted.

    They do when somebody else made such a claim by then, and their own document accuses the party of nothing here;
    `accusing` are others' accusations against it.
    """
    denials = [one for one in told if one.act == "deny" and _is_meant(one)]
    if not denials:
        return []
    claims = {one.said.edtf for one in told if STANCE_OF.get(one.act) in COMPATIBLE[0] and is_claim(one)}
    if not claims:
        return []
    first = min(map(by_date, claims))
    accused = {one.document for one in (*told, *accusing) if one.act in ("accuse", "violate")}
    return [one for one in denials if first <= in_time(one.said) and one.document not in accused]


def _is_meant(denial: Statement) -> bool:
    return denial.modality not in ("hypothetical", "negated") and not is_claim(denial)


def caution_wins(found: Sequence[Evidence]) -> list[Evidence]:
    """What one document says of the same act both firmly and with a hedge is hedged: headlines shorten.

    Not so where it is already being carried out.
    """
    if all(one.firm and not one.denial for one in found):
        return list(found)
    unsure = (one for one in found if not one.claim and (not one.firm or one.denial))
    hedged = {_where(one) for one in unsure if is_hedged(one.statement)}
    if not hedged:
        return list(found)
    documents = {document for document, _, _ in hedged}
    return [
        Evidence(one.statement, one.stance, False, one.claim, one.denial, one.conditions)
        if one.firm
        and one.statement.document in documents
        and one.statement.act != "implement"
        and _where(one) in hedged
        else one
        for one in found
    ]


def _where(one: Evidence) -> tuple[str, str, str]:
    return (one.statement.document, one.statement.said.edtf, one.stance)


@cache
def agree(one: str, other: str) -> bool:
    """Whether two stances can both be true of a party at once."""
    return one == other or any({one, other} <= together for together in COMPATIBLE)


def evidence(told: Iterable[Statement], price: Mapping[str, str]) -> list[Evidence]:
    """What each of the statements that show a stance shows; `price` names the provision that a condition asks for."""
    found = []
    for one in told:
        if (shows := stance_shown(one.act, one.modality)) is not None:
            stance, firm = shows
            claim = one.speaker is not None and one.speaker != one.actor
            conditions = _conditions(one, price) if stance == "accepts on condition" else ()
            found.append(Evidence(one, stance, firm and not claim, claim, False, conditions))
    return found


def _conditions(one: Statement, price: Mapping[str, str]) -> tuple[Condition, ...]:
    """The price that a statement sets: the provision wanted, or only its words where no category fits them."""
    if one.id in price:
        return (Condition(price[one.id], True, one.condition or ""),)
    return (Condition("", True, one.condition),) if one.condition else ()
