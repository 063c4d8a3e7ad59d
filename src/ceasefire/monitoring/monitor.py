"""Is it holding? The incidents on record held against the pauses on record, with everything that bears on how sure.

1. Every version of every pause's terms (`version`). 2. Reports become incidents (`gathering`). 3. Each incident gets
its evidence: who reported it, what the accused says, whether anybody could look (`assessing.how_sure`). 4. All are
counted under every version at once (`counting`); what people decided goes before. 5. Those of the period that lie
inside some version are assessed one by one, with reasons. 6. Rates, clauses and coverage stand beside.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from ceasefire.errors import QuestionError
from ceasefire.monitoring.assessing import Decided, Evidence, Telling, assess, how_sure
from ceasefire.monitoring.assessment import NOT_YET_CHECKED, OUTSIDE, Assessment
from ceasefire.monitoring.claim import Checked
from ceasefire.monitoring.clauses import Held, clauses
from ceasefire.monitoring.counting.engine import DUCKDB, connected
from ceasefire.monitoring.counting.kinds import Kinds
from ceasefire.monitoring.counting.tables import Count, count, incidents_table
from ceasefire.monitoring.decisions import Standing
from ceasefire.monitoring.gathering import Gathered
from ceasefire.monitoring.happened import NO, YES
from ceasefire.monitoring.incident import Incident
from ceasefire.monitoring.monitored import Assessed, Coverage, DataSet, Monitored, OfProvision, Period, Rates
from ceasefire.monitoring.observing import touches as holds_in
from ceasefire.monitoring.observing import unobserved, watched
from ceasefire.monitoring.places import Named
from ceasefire.monitoring.report import Moment
from ceasefire.monitoring.scope_rules import INSIDE, Circumstances, fits
from ceasefire.monitoring.scope_rules import OUTSIDE as EXCLUDED
from ceasefire.monitoring.tallying import touches, under_version
from ceasefire.monitoring.trends import Observed, rates
from ceasefire.monitoring.version import Version, always, versions
from ceasefire.reasoning.life import Life
from ceasefire.reasoning.lives import is_pause, last_day, lives_of
from ceasefire.reasoning.provisions import agenda
from ceasefire.record.case import Case
from ceasefire.record.view import Record

SHOWN = 500
"""Incidents that a report lists at most; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: one provision or all, a period (by default the pause so far), as of which day.

    `within` compares only incidents received in so many days. `regions` are the names in the outlines given.
    `engine` counts ("duckdb", or "spark" on the cluster whose address is `master`).
    """

    provision: str | None = None
    first: date | None = None
    last: date | None = None
    as_of: date | None = None
    known_at: date | None = None
    within: int | None = None
    regions: tuple[str, ...] = ()
    outlines: str = ""
    record_end: str = ""
    engine: str = DUCKDB
    master: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the incidents: claims, what they give as evidence by incident, and what people decided.

    `ledger` says what became of the rows of ledgers.
    """

    claims: tuple[Checked, ...] = ()
    answers: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)
    decided: Sequence[Decided] = ()
    ledger: DataSet | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause on record with its life and the versions of its terms."""

    life: Life
    versions: tuple[Version, ...]


def pauses(record: Record, case: Case | None, asked: Asked) -> list[Pause]:
    """Every pause that binds or has bound somebody, those of the case file first; or the one that is asked for.

    Raises QuestionError when nothing on record has bound anybody, or no pause has the name.
    """
    statements = record.statements(asked.as_of, asked.known_at)
    on = agenda(statements, case)
    provisions = {one.id: one for one in on.provisions if is_pause(one)}
    until = asked.as_of or last_day(statements)
    found = []
    for life in lives_of(statements, on, until, case):
        told = versions(provisions[life.provision], life, case)
        if told:
            found.append(Pause(life, tuple(told)))
    if asked.provision is not None:
        found = [one for one in found if one.life.provision == asked.provision]
        if not found:
            names = ", ".join(sorted(provisions)) or "none"
            raise QuestionError(
                f"no pause called {asked.provision!r} has bound anybody; the pauses on record: {names}. "
                "Give one a first day in case.yaml (when: {from: …})"
            )
    if not found:
        raise QuestionError(
            "no pause on record has bound anybody, so there is nothing to hold incidents against; "
            "define one in case.yaml (must_not: attack, when: {from: …})"
        )
    return sorted(found, key=lambda one: (not one.life.dated, one.life.provision))


def monitored(
    title: str, held: Sequence[Pause], data: Gathered, case: Case | None, asked: Asked, beside: Beside | None = None
) -> Monitored:
    """The whole answer. Raises QuestionError when the period makes no sense."""
    beside = beside or Beside()
    period, previous = _periods(held[0].versions[0], data, asked)
    found = _Held(data, case, asked, beside)
    with connected(asked.engine, asked.master) as connection:
        provisions = tuple(found.of(one, period, previous, connection) for one in held)
    claimed = {behind.incident for one in beside.claims for behind in one.behind}
    inside = {
        one.incident.id for one in provisions[0].shown if one.assessments[0].verdict not in (OUTSIDE, NOT_YET_CHECKED)
    }
    restrictions = [
        one for one in (case.restrictions if case else ()) if holds_in(one, Moment(period.first, period.last))
    ]
    return Monitored(
        title=title,
        period=period,
        previous=previous,
        time_zone=case.time_zone if case else "UTC",
        provisions=provisions,
        claims=tuple(one for one in beside.claims if _claims_the_period(one, period)),
        unclaimed=tuple(sorted(inside - claimed)),
        coverage=Coverage(tuple(restrictions), (*data.data, *([beside.ledger] if beside.ledger else []))),
        incidents=len(data.incidents),
        reports=data.reports,
        links=len(data.links),
        as_of=asked.as_of,
        known_at=asked.known_at,
        outlines=asked.outlines,
        record_end=asked.record_end,
    )


class _Held:
    """The incidents with their evidence, to be held against one pause after another."""

    def __init__(self, data: Gathered, case: Case | None, asked: Asked, beside: Beside) -> None:
        self._data = data
        self._asked = asked
        self._restrictions = case.restrictions if case else ()
        self._named = Named.of(asked.regions)
        self._standing = Standing(beside.decided)
        self._claims: dict[str, tuple[str, ...]] = {}
        for one in beside.claims:
            for behind in one.behind:
                self._claims[behind.incident] = (*self._claims.get(behind.incident, ()), one.claim.id)
        self._evidence = {one.id: self._evidence_of(one, beside) for one in data.incidents}
        self._sure = {name: how_sure(one)[0] for name, one in self._evidence.items()}

    def of(self, pause: Pause, period: Period, previous: Period, connection: Any) -> OfProvision:
        """One provision: counts, incidents, rates, clauses."""
        told = pause.versions
        kinds = Kinds.under(told)
        apart = self._decided_apart()
        table = [one for one in self._data.incidents if one.id not in apart]
        numbers = [kinds.number(one.happened, one.place) for one in table]
        for one in self._data.incidents:
            kinds.number(one.happened, one.place)
        rows = incidents_table(
            (number, one.happened_at, self._sure[one.id]) for number, one in zip(numbers, table, strict=True)
        )
        both = (*told, *(always(one) for one in told))
        counted = count(rows, both, kinds, self._named, connection) + self._by_people(both, kinds, apart)
        listed = kinds.listed()
        under = tuple(
            under_version(
                one,
                [row for row in counted if row.version == number],
                [row for row in counted if row.version == number + len(told)],
                listed,
                period,
                previous,
            )
            for number, one in enumerate(told)
        )
        shown, breaches, untold = self._assessed(pause, period)
        return OfProvision(
            provision=pause.life.provision,
            title=pause.life.title,
            versions=under,
            shown=tuple(shown[:SHOWN]),
            more=max(0, len(shown) - SHOWN),
            untold=untold,
            rates=self._rates(told[0]),
            clauses=clauses(pause.life, told, breaches),
        )

    def _evidence_of(self, one: Incident, beside: Beside) -> Evidence:
        tellings = []
        for name in one.reports:
            report, what = self._data.rows[name]
            grade = report.grade
            tellings.append(
                Telling(name, report.source, report.reporter, grade.reliability, grade.credibility, what.by)
            )
        admitted, denied = beside.answers.get(one.id, ((), ()))
        closed = unobserved(one.happened_at, one.place, self._restrictions, self._named)
        return Evidence(tuple(tellings), admitted, denied, closed)

    def _decided_apart(self) -> set[str]:
        """Incidents that some person decided about: they are assessed one by one and not counted with the rest."""
        decided = self._standing.reports()
        return {one.id for one in self._data.incidents if decided.intersection(one.reports)} if decided else set()

    def _assessment(self, one: Incident, version: Version) -> Assessment:
        given = Circumstances(one.happened_at, one.place, one.happened, self._named)
        decided = self._standing.of(one.reports, version.provision, version.name) if self._standing else None
        return assess(one.id, given, self._evidence[one.id], version, decided)

    def _by_people(self, told: Sequence[Version], kinds: Kinds, apart: set[str]) -> list[Count]:
        """Counts of the incidents that some person decided about."""
        found = []
        for one in self._data.incidents:
            if one.id in apart and one.happened.attack != NO:
                kind, days = kinds.number(one.happened, one.place), one.happened_at
                for number, version in enumerate(told):
                    made = self._assessment(one, version)
                    first, last = days.first or date.min, days.last or date.min
                    found.append(Count(number, kind, first, last, made.verdict, made.outside_by, 1))
        return found

    def _assessed(self, pause: Pause, period: Period) -> tuple[list[Assessed], list[Held], int]:
        """The incidents of the period that are inside some version, all breaches inside the main one, and how many
        of the period name no target."""
        shown, breaches, untold = [], [], 0
        for one in self._data.incidents:
            if one.happened.attack == NO or (one.happened_at.known and not self._may_matter(one, pause, period)):
                continue
            made = tuple(self._assessment(one, version) for version in pause.versions)
            if all(each.verdict == OUTSIDE for each in made):
                continue
            if made[0].verdict != OUTSIDE:
                breaches.append((one, made[0]))
            if _in_period(one, period) and not one.happened.targets:
                untold += 1
            elif _in_period(one, period):
                told = tuple(self._data.rows[name][0] for name in one.reports)
                shown.append(Assessed(one, made, self._claims.get(one.id, ()), told))
        return shown, breaches, untold

    def _may_matter(self, one: Incident, pause: Pause, period: Period) -> bool:
        """Whether it may lie in the period, or in the days of some version."""
        when = one.happened_at
        assert when.first is not None
        assert when.last is not None
        return _in_period(one, period) or any(
            version.first is not None
            and when.last >= version.first
            and (version.after is None or when.first < version.after)
            for version in pause.versions
        )

    def _rates(self, version: Version) -> Rates:
        first, last = self._data.first, self._data.last
        if first is None or last is None:
            return Rates(why_not="no-data")
        covered, others = [], []
        plain = replace(version, exceptions=tuple(one for one in version.exceptions if not one.window.start.known))
        for one in self._data.incidents:
            if one.happened.attack != YES:
                continue
            given = Circumstances(one.happened_at, one.place, one.happened, self._named)
            states = {fit.state for fit in fits(given, plain) if fit.reason.field != "window"}
            if states == {INSIDE}:
                covered.append(one)
            elif EXCLUDED in states:
                others.append(one)
        shares = watched(first, last, self._restrictions, set(self._data.silent), self._named.regions)
        observed = Observed(first, last, shares if min(shares) < 1 else ())
        return rates(version, covered, others, observed, self._asked.within, self._received)

    def _received(self, one: Incident) -> date | None:
        days = [day for name in one.reports if (day := self._data.rows[name][0].received) is not None]
        return min(days, default=None)


def _in_period(one: Incident, period: Period) -> bool:
    when = one.happened_at
    if when.first is None or when.last is None:
        return True
    return touches(when.first, when.last, period)


def _claims_the_period(one: Checked, period: Period) -> bool:
    """Whether a claim is about some day of the period; one about no known day may be."""
    when = one.claim.when
    if when.first is None or when.last is None:
        return True
    return touches(when.first, when.last, period)


def _periods(main: Version, data: Gathered, asked: Asked) -> tuple[Period, Period]:
    """The period asked for, by default the pause so far, and the one of the same length before it."""
    latest = asked.as_of or data.last or main.first or date.min
    ends = main.after - timedelta(days=1) if main.after else latest
    last = asked.last or (asked.first if asked.first and not main.first else min(latest, ends))
    first = asked.first or main.first or last
    if first > last:
        raise QuestionError(f"the period cannot begin ({first}) after it ends ({last}): give an earlier --from")
    period = Period(first, last)
    return period, Period(first - timedelta(days=period.days), first - timedelta(days=1))
