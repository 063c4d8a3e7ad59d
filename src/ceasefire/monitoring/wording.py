"""What the rules of monitoring say, in the words of vocabulary/monitoring.yaml."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterable
from datetime import date

from ceasefire.vocabulary import load


def said(group: str, how: str, **facts: object) -> str:
    """A sentence of the vocabulary with its facts filled in; days and lists as readers write them."""
    pattern: str = load("monitoring")["reasons"][group][how]
    return pattern.format(**{name: _shown(value) for name, value in facts.items()})


def day(one: date) -> str:
    """18 March 2025."""
    return f"{one.day} {month_name[one.month]} {one.year}"


def _shown(value: object) -> str:
    if isinstance(value, date):
        return day(value)
    if isinstance(value, str):
        return value
    if isinstance(value, Iterable):
        return ", ".join(str(one) for one in value)
    return str(value)
