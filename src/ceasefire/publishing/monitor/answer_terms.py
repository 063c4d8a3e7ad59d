"""Versions, counts, coverage and data as JSON holds them: dates as ISO 8601, names sorted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from ceasefire.monitoring.assessment import FIELDS, VERDICTS
from ceasefire.monitoring.monitored import DataSet, Monitored, Tally, UnderVersion
from ceasefire.monitoring.version import Version
from ceasefire.record.case_accounts import Restriction
from ceasefire.record.terms import Window


def iso(one: date | None) -> str | None:
    """A day as ISO 8601."""
    return one.isoformat() if one is not None else None


def key(verdict: str) -> str:
    """An assessment as the name of a field: "not_yet_checked"."""
    return verdict.replace(" ", "_")


def assessments(tally: Tally) -> dict[str, int]:
    """How many have each assessment, none left out."""
    return {key(one): tally.verdicts.get(one, 0) for one in VERDICTS}


def by(counts: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    """Counts by a name; "" is nobody, or nowhere."""
    return {name: {key(one): counts[name].get(one, 0) for one in VERDICTS[1:]} for name in sorted(counts)}


def by_day(under: UnderVersion) -> dict[str, dict[str, int]]:
    """Counts of every day that has any; "" is no day known."""
    return by({"" if day == date.min else day.isoformat(): counts for day, counts in under.by_day.items()})


def window(version: Version) -> dict[str, Any]:
    """From the first day to the last, both included, but for the days on which it was suspended."""
    return {
        "start": iso(version.first),
        "end": iso(version.after - timedelta(days=1)) if version.after else None,
        "suspended": [[iso(begun), iso(ended)] for begun, ended in version.suspended],
    }


def version(under: UnderVersion) -> dict[str, Any]:
    """One version of the terms with its counts."""
    one, scope = under.version, under.version.scope
    return {
        "by": list(one.by),
        "window": window(one),
        "scope": {
            "targets": list(scope.targets),
            "domains": list(scope.domains),
            "area": list(scope.area),
            "between": list(scope.between),
        },
        "exceptions": [
            {"targets": list(each.towards), "area": list(each.area), "window": _window(each.window)}
            for each in one.exceptions
        ],
        "statements": list(one.statements),
        **{name: _tally(getattr(under, name)) for name in ("total", "period", "previous")},
        "by_party": by(under.by_party),
    }


def coverage(found: Monitored) -> dict[str, Any]:
    """What could not be observed, and the days without a report of each source."""
    kept = found.coverage
    return {
        "restrictions": [_restriction(one) for one in kept.restrictions],
        "sources": [
            {"source": one.source, "first": iso(one.first), "last": iso(one.last), "silent": _silent(one)}
            for one in kept.data
        ],
    }


def data(one: DataSet) -> dict[str, Any]:
    """The rows of one source."""
    return {
        "source": one.source,
        "rows": one.rows,
        "used": one.used,
        "unusable": {reason: one.unusable[reason] for reason in sorted(one.unusable)},
        "first": iso(one.first),
        "last": iso(one.last),
        "attacks": one.attacks,
        "unplaced": one.unplaced,
    }


def _silent(one: DataSet) -> list[str]:
    return [day.isoformat() for day in sorted(one.silent)]


def _tally(tally: Tally) -> dict[str, Any]:
    outside = {field: tally.outside_by.get(field, 0) for field in FIELDS}
    return {"assessments": assessments(tally), "outside_by": outside}


def _restriction(one: Restriction) -> dict[str, Any]:
    return {"area": list(one.area), "window": _window(one.window), "says": one.says, "source": one.source}


def _window(one: Window) -> dict[str, Any]:
    return {"start": iso(one.start.first), "end": iso(one.after - timedelta(days=1)) if one.after else None}
