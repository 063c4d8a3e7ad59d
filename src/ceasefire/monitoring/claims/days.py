"""The day or days that a ledger gives: "2025-03-18", "2025-03-18/19", "2025-03-18/04-17", "2025-03"."""

from __future__ import annotations

from ceasefire.monitoring.report import Moment
from ceasefire.when import When


class UnusableError(ValueError):
    """A row cannot be used; the message is the reason by which such rows are counted."""


def days_of(words: str) -> Moment:
    """From the first day to the last; unknown for no words. Raises UnusableError."""
    if not words.strip():
        return Moment()
    one, _, other = words.strip().partition("/")
    try:
        first = When(one.strip())
        last = When(_like(one.strip(), other.strip())) if other.strip() else first
    except ValueError:
        raise UnusableError("date-not-readable") from None
    if first.first is None or last.last is None:
        raise UnusableError("date-not-readable")
    if last.last < first.first:
        raise UnusableError("ends-before-it-begins")
    instant = first.edtf if first.precision == "instant" and not other else ""
    return Moment(first.first, last.last, instant)


def _like(first: str, last: str) -> str:
    """A last day that gives only what differs from the first: "19" after "2025-03-18" is "2025-03-19"."""
    given, missing = last.split("-"), first.split("T")[0].split("-")
    return (
        "-".join([*missing[: max(0, len(missing) - len(given))], *given]) if len(given[0]) < len(missing[0]) else last
    )
