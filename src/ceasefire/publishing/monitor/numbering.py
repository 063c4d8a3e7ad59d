"""The numbers by which incidents and claims are named throughout one report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ceasefire.monitoring.claim import Checked
from ceasefire.monitoring.incident import Incident
from ceasefire.monitoring.monitored import Monitored
from ceasefire.monitoring.report import Moment
from ceasefire.publishing.monitor.words import phrase


@dataclass(frozen=True, slots=True)
class Numbers:
    """Incidents that are listed have a number, others are named by their id; every claim has a number."""

    incidents: Mapping[str, int]
    claims: Mapping[str, int]

    def incident(self, one: str) -> str:
        """How an incident is called."""
        return phrase("claims.numbered", number=self.incidents[one]) if one in self.incidents else one

    def claim(self, one: str) -> str:
        """How a claim is called."""
        return phrase("claims.number", number=self.claims[one]) if one in self.claims else one


def numbers(found: Monitored) -> Numbers:
    """Incidents in order of time, undated ones last, one number each however many provisions it belongs to."""
    listed = {one.incident.id: one.incident for of in found.provisions for one in of.shown}
    return Numbers(_counted(in_time(listed.values())), _counted(claims_in_time(found.claims)))


def in_time(incidents: Iterable[Incident]) -> list[str]:
    """Ids of incidents in order of time, undated ones last."""
    return [one.id for one in sorted(incidents, key=lambda one: (*moment_order(one.happened_at), one.id))]


def claims_in_time(claims: Iterable[Checked]) -> list[str]:
    """Ids of claims in order of time, undated ones last."""
    ordered = sorted(claims, key=lambda one: (*moment_order(one.claim.when), one.claim.id))
    return [one.claim.id for one in ordered]


def moment_order(one: Moment) -> tuple[date, date, str]:
    """A sort key: by first and last day and time of day; what has no day comes last."""
    return (one.first or date.max, one.last or date.max, one.instant)


def _counted(ids: Iterable[str]) -> dict[str, int]:
    return {one: number for number, one in enumerate(dict.fromkeys(ids), start=1)}
