"""The same question put to many series, by party or by region, with care for how many were asked.

Of twenty places without a change one will look changed. The chances are adjusted by Holm's rule (1979).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ceasefire.monitoring.rates.change import Change, change
from ceasefire.monitoring.rates.series import Series, Window
from ceasefire.monitoring.rates.verdict import FEWER, MORE

LEVEL = 0.05


@dataclass(frozen=True, slots=True)
class Among:
    """One series among several: its change, its chance adjusted for how many were asked, whether its verdict stands.

    `adjusted` is None where it cannot be told; `asked` counts the series of which it can.
    """

    name: str
    change: Change
    adjusted: float | None
    stands: bool
    asked: int


def among(series: Mapping[str, Series], window: Window) -> tuple[Among, ...]:
    """Each series by its name, in the order of the names."""
    changes = {name: change(series[name], window) for name in sorted(series)}
    chances = {name: one.chance for name, one in changes.items() if one.usable and one.chance is not None}
    adjusted = holm(chances)
    return tuple(
        Among(name, one, adjusted.get(name), _stands(one, adjusted.get(name)), len(chances))
        for name, one in changes.items()
    )


def holm(chances: Mapping[str, float]) -> dict[str, float]:
    """The chances, smallest first, times how many are left, never falling again and never above 1."""
    adjusted: dict[str, float] = {}
    most = 0.0
    for at, name in enumerate(sorted(chances, key=lambda name: (chances[name], name))):
        most = max(most, min(1.0, chances[name] * (len(chances) - at)))
        adjusted[name] = round(most, 4)
    return adjusted


def _stands(one: Change, adjusted: float | None) -> bool:
    return one.verdict in (FEWER, MORE) and adjusted is not None and adjusted <= LEVEL
