"""Incidents with their assessments, reports and links, and claims with what is behind them, as JSON holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from ceasefire.monitoring.assessment import Assessment
from ceasefire.monitoring.claim import Checked
from ceasefire.monitoring.incident import Link
from ceasefire.monitoring.monitored import Assessed
from ceasefire.monitoring.report import Report
from ceasefire.publishing.monitor.answer_terms import key


def assessed(one: Assessed) -> dict[str, Any]:
    """An incident with what it is under each version, and every reason."""
    incident = one.incident
    return {
        "id": incident.id,
        "happened_at": plain(incident.happened_at),
        "place": plain(incident.place),
        "happened": plain(incident.happened),
        "assessments": [_assessment(each) for each in one.assessments],
        "sources": list(incident.sources),
        "reporters": list(incident.reporters),
        "reports": list(incident.reports),
        "told": [_report(each) for each in one.told],
        "links": [_link(each) for each in incident.links],
        "claims": sorted(one.claims),
    }


def claim(one: Checked) -> dict[str, Any]:
    """A claim, whether an incident is behind it, and which."""
    return {
        **plain(one.claim),
        "published": one.claim.published.edtf or None,
        "state": one.state,
        "behind": [plain(each) for each in one.behind],
    }


def plain(held: Any) -> Any:
    """A value object as JSON holds it: days as ISO 8601, tuples as lists, mappings by sorted names."""
    if isinstance(held, date):
        return held.isoformat()
    if isinstance(held, Mapping):
        return {name: plain(held[name]) for name in sorted(held)}
    if isinstance(held, tuple | list):
        return [plain(each) for each in held]
    if is_dataclass(held):
        return {one.name: plain(getattr(held, one.name)) for one in fields(held)}
    return held


def _assessment(one: Assessment) -> dict[str, Any]:
    return {**plain(one), "verdict": key(one.verdict)}


def _link(one: Link) -> dict[str, Any]:
    return {**plain(one), "weight": round(one.weight, 4), "probability": round(one.probability, 6)}


def _report(one: Report) -> dict[str, Any]:
    return {**plain(one), "grade": str(one.grade)}
