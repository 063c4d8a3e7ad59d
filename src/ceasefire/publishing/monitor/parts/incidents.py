"""The table of assessed incidents of the period: none is dropped, undated and unplaced ones come last."""

from __future__ import annotations

from ceasefire.monitoring.assessment import OUTSIDE, Reason
from ceasefire.monitoring.monitored import Assessed, Monitored, OfProvision
from ceasefire.publishing.monitor.numbering import Numbers
from ceasefire.publishing.monitor.paper import Cell, Lines, Row, Table, cell, lines
from ceasefire.publishing.monitor.parts.incident_cells import assessed, attributed, observed, place_and_time, sources
from ceasefire.publishing.monitor.parts.terms import whose
from ceasefire.publishing.monitor.words import counted, days, phrase, words

WIDTHS = (0.35, 1.5, 1.5, 1.1, 2.1, 1.4, 0.7)


def incidents(of: OfProvision, found: Monitored, numbers: Numbers, at: int) -> tuple[Lines | Table, ...]:
    """The table, and before it the reasons that hold for all that it lists."""
    if not of.shown:
        return (lines(phrase("incidents.none")),)
    ordered = sorted(of.shown, key=lambda one: numbers.incidents[one.incident.id])
    shared = same_for_all(ordered)
    names = {under.version.name: whose(under.version) for under in of.versions}
    rows = tuple(_row(one, numbers, names, shared, at) for one in ordered)
    caption = phrase("incidents.caption", days=days(found.period.first, found.period.last))
    said = [phrase("not_known_means")]
    if shared:
        said.append(phrase("incidents.shared", reasons=" ".join(one.because for one in shared)))
    more = max(of.more, _counted(of) - sum(one.assessments[0].verdict != OUTSIDE for one in of.shown))
    return (
        lines(*said, soft=True),
        Table(caption, tuple(words("incidents.columns")), rows, roomy=True, widths=WIDTHS),
        lines(*([counted("incidents.more", more)] if more else [])),
    )


def _counted(of: OfProvision) -> int:
    """How many of the period are not outside by the main version."""
    return of.versions[0].period.inside if of.versions else 0


def same_for_all(listed: list[Assessed]) -> tuple[Reason, ...]:
    """Reasons of the main version that every one of several incidents has, in their order."""
    if len(listed) < 2:
        return ()
    reasons = [one.assessments[0].reasons for one in listed]
    return tuple(reason for reason in reasons[0] if reason.field and all(reason in others for others in reasons[1:]))


def _row(one: Assessed, numbers: Numbers, names: dict[str, str], shared: tuple[Reason, ...], at: int) -> Row:
    incident = one.incident
    number = numbers.incidents[incident.id]
    claims = sorted(one.claims, key=lambda claim: (numbers.claims.get(claim, 0), claim))
    return Row(
        (
            cell(str(number)),
            place_and_time(incident),
            observed(incident.happened),
            attributed(incident.happened),
            assessed(one, names, shared),
            sources(one),
            cell(", ".join(map(numbers.claim, claims))) if claims else Cell((), after=(phrase("incidents.no_claim"),)),
        ),
        anchor=f"p{at}-i{number}",
    )
