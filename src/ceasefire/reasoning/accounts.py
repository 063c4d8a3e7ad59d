"""What two parties say was discussed and agreed at the same event, provision by provision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ceasefire.reasoning.account_differences import LIMITS, Difference, differences, mirrored, reaches
from ceasefire.reasoning.account_pairs import Pair, pairs
from ceasefire.reasoning.account_terms import Account, Term, terms
from ceasefire.reasoning.words import rank

VERDICTS = ("contradictory", "different", "wider", "narrower", "same", "only first", "only second")
"""What a comparison says of a provision, seen from the first account."""

_MIRRORED = {"wider": "narrower", "narrower": "wider", "only first": "only second", "only second": "only first"}


@dataclass(frozen=True, slots=True)
class Row:
    """One provision as the two accounts word it, side by side; None where an account does not mention it."""

    first: Term | None
    second: Term | None
    verdict: str
    differences: tuple[Difference, ...] = ()

    @property
    def title(self) -> str:
        """What it is about, in the first account's words where it has any."""
        term = self.first or self.second
        return term.title if term else ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two accounts compared: their provisions, broadest category first."""

    first: Account
    second: Account
    rows: tuple[Row, ...] = ()


def compare(first: Account, second: Account) -> Comparison:
    """The two accounts, provision by provision. A pure function: an account compared with itself says the same."""
    found = sorted(pairs(terms(first), terms(second)), key=_order)
    return Comparison(first, second, tuple(_row(*pair) for pair in found))


def swapped(one: Comparison) -> Comparison:
    """The same comparison, seen from the second account."""
    rows = (
        Row(row.second, row.first, _MIRRORED.get(row.verdict, row.verdict), tuple(map(mirrored, row.differences)))
        for row in one.rows
    )
    return replace(one, first=one.second, second=one.first, rows=tuple(rows))


def verdict(found: Sequence[Difference]) -> str:
    """One word for all differences: a contradiction first, then scope, then whatever else differs."""
    if any(one.relation == "contradictory" for one in found):
        return "contradictory"
    scope = {reaches(one) for one in found if one.field in LIMITS}
    if len(scope) == 1:
        return scope.pop()
    return "different" if found else "same"


def _row(first: Term | None, second: Term | None) -> Row:
    if first is None or second is None:
        return Row(first, second, "only second" if first is None else "only first")
    found = differences(first, second)
    return Row(first, second, verdict(found), found)


def _order(pair: Pair) -> tuple[int, list[str]]:
    """Broadest category first; the same whichever account comes first."""
    kept = [one for one in pair if one is not None]
    return min(rank(one.category) for one in kept), sorted(repr(one.key) for one in kept)
