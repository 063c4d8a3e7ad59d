"""Which conditions are new since an earlier date, and which were dropped."""

from __future__ import annotations

from dataclasses import dataclass

from ceasefire.reasoning.compared import Compared
from ceasefire.reasoning.state import Condition, Position


@dataclass(frozen=True, slots=True)
class Price:
    """A condition that a party put on a provision, or no longer puts on it, with the words that show it."""

    party: str
    provision: str
    condition: Condition
    statements: tuple[str, ...]


def new_prices(compared: Compared) -> list[Price]:
    """Conditions that a party names at the later date and did not name at the earlier one."""
    return [
        Price(key[0], key[1], condition, _naming(compared, after, condition) or compared.first_after(after))
        for key, after in sorted(compared.after.items())
        for condition in _more(after, compared.before.get(key))
    ]


def dropped_prices(compared: Compared) -> list[Price]:
    """Conditions that a party named at the earlier date and no longer names; with its first words without them."""
    return [
        Price(key[0], key[1], condition, compared.first_after(compared.after[key]))
        for key, before in sorted(compared.before.items())
        if key in compared.after
        for condition in _more(before, compared.after[key])
    ]


def _more(one: Position, other: Position | None) -> list[Condition]:
    """The conditions of one position that the other does not have."""
    known = {_same(price) for price in other.conditions} if other else set()
    return [price for price in one.conditions if _same(price) not in known]


def _same(price: Condition) -> tuple[str, bool, str]:
    """Two conditions are one when they ask for the same provision; by their words where no provision fits."""
    return (price.provision, price.wanted, "" if price.provision else price.words)


def _naming(compared: Compared, position: Position, condition: Condition) -> tuple[str, ...]:
    """The first words that name the condition."""
    return tuple(one for one in position.statements if compared.said[one].condition == condition.words)[:1]
