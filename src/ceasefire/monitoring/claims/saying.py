"""Sentences on how a claim compares with an incident, from vocabulary/claims.yaml."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ceasefire.monitoring.wording import day
from ceasefire.vocabulary import load


def says(group: str, how: str, **facts: object) -> str:
    """A sentence of the group "fits" or "against" with its facts."""
    pattern: str = load("claims")[group][how]
    return pattern.format(**{name: _shown(value) for name, value in facts.items()})


def _shown(value: object) -> str:
    if isinstance(value, date):
        return day(value)
    if isinstance(value, str):
        return value
    return ", ".join(map(str, value)) if isinstance(value, Iterable) else str(value)
