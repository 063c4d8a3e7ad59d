"""The terms of a pause: how it comes into force, what it leaves out, what suspends, prolongs or ends it.

What statements say of a pause (`Scope`) and what a case file sets down about it are the same values here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from ceasefire.coding.statement import BREACH, BY_AGREEMENT, EXTENDABLE, Scope
from ceasefire.record.lengths import end_of, hours
from ceasefire.when import UNKNOWN, When

ON_A_DATE = "on a date"
ON_CONSENT = "when all consent"
ON_SIGNATURE = "on signature"
NOT_EXTENDABLE = "not extendable"
EITHER, OTHER = "either", "other"


@dataclass(frozen=True, slots=True)
class Window:
    """From a day, for a length (ISO 8601) or until and including a day; what is not said is empty."""

    start: When = UNKNOWN
    duration: str = ""
    until: When = UNKNOWN

    @property
    def first(self) -> date | None:
        """The first day inside it; None where that is not one day."""
        return self.start.first if self.start.precision in ("day", "instant") else None

    @property
    def after(self) -> date | None:
        """The first day that is no longer inside it, or None where that cannot be said."""
        if self.until.last is not None:
            return self.until.last + timedelta(days=1)
        return end_of(self.first, self.duration)


@dataclass(frozen=True, slots=True)
class Release:
    """A breach that releases: whose ("either" or a party), and who may then choose ("other", "either", a party)."""

    breach_by: str = EITHER
    at_option_of: str = OTHER


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Who may leave ("either" or a party), and how long before it has to say so (ISO 8601; "" at once)."""

    by: str = EITHER
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Except:
    """What the provision does not cover: targets, places, a time; `otherwise` is the provision that holds there."""

    towards: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    window: Window = Window()
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """What is agreed about a pause beside its scope; an empty field means that nothing says so.

    `in_force` is "on a date", "when all consent" or "on signature"; `extendable` is "extendable",
    "by mutual agreement" or "not extendable"; `response_in_kind` is "allowed" or "forbidden".
    """

    in_force: str = ""
    window: Window = Window()
    suspended_if: Release | None = None
    exceptions: tuple[Except, ...] = ()
    withdrawal: Withdrawal | None = None
    response_in_kind: str = ""
    extendable: str = ""
    ends_if: Release | None = None

    def in_scope(self, scope: Scope) -> Scope:
        """The scope with these terms in the words that statements use for them."""
        extendable = self.extendable if self.extendable in (EXTENDABLE, BY_AGREEMENT) else ""
        ends = BREACH if self.ends_if == Release() else ""
        length = self.window.duration
        return replace(scope, start=self.window.start, duration=length, extendable=extendable, ends_if=ends)


def of_scope(scope: Scope) -> Terms:
    """The terms that the words of statements give."""
    return Terms(
        in_force=ON_A_DATE if scope.start.known else "",
        window=Window(scope.start, scope.duration if hours(scope.duration) is not None else ""),
        extendable=scope.extendable,
        ends_if=Release() if scope.ends_if == BREACH else None,
    )
