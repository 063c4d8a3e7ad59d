"""The answer of `ceasefire monitor` as JSON: the contract's keys for the main provision, the rest beside them."""

from __future__ import annotations

from typing import Any

from ceasefire.monitoring.monitored import Monitored, OfProvision, Period
from ceasefire.publishing.monitor.answer_incidents import assessed, claim
from ceasefire.publishing.monitor.answer_terms import assessments, by, by_day, coverage, data, version, window
from ceasefire.publishing.monitor.parts.summary import sentence

FORMAT = "ceasefire-monitor/1"


def answer(found: Monitored) -> dict[str, Any]:
    """What `--format json` gives, the main provision's keys first."""
    main = found.provisions[0] if found.provisions else None
    return {
        "format": FORMAT,
        **(provision(main, found) if main is not None else _nothing()),
        "coverage": coverage(found),
        "title": found.title,
        "period": _period(found.period),
        "previous": _period(found.previous),
        "time_zone": found.time_zone,
        "as_of": found.as_of.isoformat() if found.as_of else None,
        "known_at": found.known_at.isoformat() if found.known_at else None,
        "record_end": found.record_end,
        "claims": [claim(one) for one in sorted(found.claims, key=lambda one: one.claim.id)],
        "unclaimed": sorted(found.unclaimed),
        "data": [data(one) for one in found.coverage.data],
        "counted": {"incidents": found.incidents, "reports": found.reports, "links": found.links},
        "others": [provision(one, found) for one in found.provisions[1:]],
    }


def provision(of: OfProvision, found: Monitored) -> dict[str, Any]:
    """One provision: the contract's keys under its main version, then versions, rates and incidents."""
    from ceasefire.monitoring.rates.told import as_data, method, sentences

    main, rates = of.versions[0] if of.versions else None, of.rates
    covered = rates.covered
    return {
        "provision": of.provision,
        "window": window(main.version) if main else None,
        "assessments": assessments(main.total) if main else None,
        "by_party": by(main.by_party) if main else {},
        "rate": _rate(of),
        "method": method(covered) if covered else None,
        "title_of_provision": of.title,
        "summary": sentence(of, found) if main else None,
        "verdict": covered.verdict if covered else "cannot tell",
        "why_not": rates.why_not or None,
        "sentences": list(sentences(covered)) if covered else [],
        "displacement": as_data(rates.displaced) if rates.displaced else None,
        "sources_apart": as_data(rates.alone) if rates.alone else None,
        "rates": {
            "covered": as_data(covered) if covered else None,
            "by_party": as_data(rates.by_party),
            "by_region": as_data(rates.by_region),
        },
        "versions": [version(one) for one in of.versions],
        "by_region": by(main.by_region) if main else {},
        "by_day": by_day(main) if main else {},
        "clauses": list(of.clauses),
        "incidents": [assessed(one) for one in sorted(of.shown, key=lambda one: one.incident.id)],
        "incidents_left_out": of.more,
    }


def _rate(of: OfProvision) -> dict[str, Any]:
    """The contract's rate; every number null where nothing was fitted."""
    from ceasefire.monitoring.rates.change import UNIT
    from ceasefire.monitoring.rates.told import as_data

    covered = of.rates.covered
    names = ("before", "during", "ratio", "low", "high")
    return {**{name: as_data(getattr(covered, name, None)) for name in names}, "unit": UNIT}


def _nothing() -> dict[str, Any]:
    """The contract's keys where there is no provision to hold incidents against."""
    return {
        "provision": None,
        "window": None,
        "assessments": None,
        "by_party": {},
        "rate": None,
        "method": None,
        "verdict": "cannot tell",
        "versions": [],
        "incidents": [],
    }


def _period(one: Period) -> dict[str, Any]:
    return {"first": one.first.isoformat(), "last": one.last.isoformat(), "days": one.days}
