"""What `ceasefire monitor` answers: incidents held against terms in a period, beside claims, rates and coverage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from ceasefire.monitoring.assessment import Assessment
from ceasefire.monitoring.claim import Checked
from ceasefire.monitoring.incident import Incident
from ceasefire.monitoring.report import Report
from ceasefire.monitoring.version import Version
from ceasefire.record.case_accounts import Restriction

if TYPE_CHECKING:
    from ceasefire.monitoring.rates.apart import Apart
    from ceasefire.monitoring.rates.change import Change
    from ceasefire.monitoring.rates.displacement import Displacement
    from ceasefire.monitoring.rates.many import Among
    from ceasefire.monitoring.rates.series import Series


@dataclass(frozen=True, slots=True)
class Period:
    """From a day to a day, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Tally:
    """How many incidents have each verdict, and how many lie outside by each field (one may by several)."""

    verdicts: Mapping[str, int] = field(default_factory=dict)
    outside_by: Mapping[str, int] = field(default_factory=dict)

    @property
    def inside(self) -> int:
        """How many are not outside: breaches as somebody alleges, and what nobody has checked yet."""
        return sum(count for verdict, count in self.verdicts.items() if verdict != "outside")


@dataclass(frozen=True, slots=True)
class UnderVersion:
    """The counts under one version of a provision's terms.

    `total` counts every incident on record, `period` and `previous` those of the period and the one of the same
    length before it. `by_day`, `by_party` and `by_region` count what is inside, over the whole record, by verdict;
    who is named by nobody is "".
    """

    version: Version
    total: Tally
    period: Tally
    previous: Tally
    by_day: Mapping[date, Mapping[str, int]] = field(default_factory=dict)
    by_party: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    by_region: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Assessed:
    """An incident with what it is under each version, the main one first; `claims` are the ids of claims about it.

    `told` are its reports themselves, with their grades and codes; () where they are not at hand.
    """

    incident: Incident
    assessments: tuple[Assessment, ...]
    claims: tuple[str, ...] = ()
    told: tuple[Report, ...] = ()


@dataclass(frozen=True, slots=True)
class Rates:
    """Whether the rate of covered incidents changed, under the main version.

    `alone` is each source fitted by itself. None where nothing can be fitted; then `why_not` says why. `series` are the
    incidents a day that were compared: all that the terms cover but for the day, before the pause too.
    """

    covered: Change | None = None
    displaced: Displacement | None = None
    by_party: tuple[Among, ...] = ()
    by_region: tuple[Among, ...] = ()
    alone: Apart | None = None
    why_not: str = ""
    series: Series | None = None


@dataclass(frozen=True, slots=True)
class OfProvision:
    """One provision: its versions with their counts, the incidents of the period inside any of them, and the rates.

    `shown` may be fewer than there are; `more` says how many are left out. `clauses` are sentences on what the
    pause's own terms make of this: its end, its being made longer, a release by a breach.
    """

    provision: str
    title: str
    versions: tuple[UnderVersion, ...]
    shown: tuple[Assessed, ...] = ()
    more: int = 0
    rates: Rates = field(default_factory=Rates)
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DataSet:
    """One source of incident data: rows read, used, and unusable by reason; its days; days on which it has nothing.

    `linked` is how many incidents its reports are of. `silent` are days inside its span without any report.
    """

    source: str
    rows: int
    used: int
    unusable: Mapping[str, int]
    first: date | None
    last: date | None
    attacks: int = 0
    silent: tuple[date, ...] = ()
    unplaced: int = 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """What could not be observed: restrictions of the case file that touch the period, and gaps in the data."""

    restrictions: tuple[Restriction, ...] = ()
    data: tuple[DataSet, ...] = ()


@dataclass(frozen=True, slots=True)
class Monitored:
    """The whole answer. `claims` stand beside incidents and are never added to them; `unclaimed` are incidents of the
    period inside a provision that no claim speaks of. `outlines` is the path of the outlines used, "" without any.
    """

    title: str
    period: Period
    previous: Period
    time_zone: str
    provisions: tuple[OfProvision, ...]
    claims: tuple[Checked, ...]
    unclaimed: tuple[str, ...]
    coverage: Coverage
    incidents: int
    reports: int
    links: int
    as_of: date | None = None
    known_at: date | None = None
    outlines: str = ""
    record_end: str = ""
