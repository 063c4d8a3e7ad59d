"""What an incident is under a version of a provision: the rules' answer, with every reason.

1. Outside, when some field of the scope excludes it.
2. Unverifiable, when what reports say is too coarse to place it inside or outside.
3. Not yet checked, when no report says enough: nobody has looked at what would tell.
4. Disputed, when who is said to have done it denies it, or it is attributed to different parties.
5. Corroborated, when independent reporters tell of it, or who is said to have done it says so too.
6. Unverifiable, when nobody could look there at that time and only one reporter tells of it.
7. Alleged.

A person's decision supersedes the rules' answer, and keeps it among the reasons.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ceasefire.monitoring.assessment import (
    ALLEGED,
    CORROBORATED,
    DISPUTED,
    FIELDS,
    NOT_YET_CHECKED,
    OUTSIDE,
    UNVERIFIABLE,
    Assessment,
    Reason,
)
from ceasefire.monitoring.happened import NO, UNKNOWN, YES
from ceasefire.monitoring.scope_rules import NOT_TOLD, TOO_COARSE, Circumstances, Fit, fits
from ceasefire.monitoring.scope_rules import OUTSIDE as EXCLUDED
from ceasefire.monitoring.version import Version
from ceasefire.monitoring.wording import said

DOUBTFUL_SOURCES, DOUBTFUL_WORDS = frozenset("DE"), frozenset("45")


@dataclass(frozen=True, slots=True)
class Telling:
    """What one report adds to how sure an incident is: its reporter, data set and grade, and whom it blames."""

    report: str
    source: str
    reporter: str = ""
    reliability: str = "F"
    credibility: str = "6"
    by: str = ""

    @property
    def doubtful(self) -> bool:
        """Whether the source, or what it says, is graded as not to be relied on."""
        return self.reliability in DOUBTFUL_SOURCES or self.credibility in DOUBTFUL_WORDS


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is known of how sure an incident is: its reports, what claims beside it say, and whether one could look.

    `admitted` and `denied` hold the ids of claims or statements of the party that is said to have done it.
    `unobserved` is what could not be done there at that time, "" where nothing is known to have stood in the way.
    """

    told: tuple[Telling, ...]
    admitted: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    unobserved: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person decided that an incident is under a provision, in one version or (terms "") in all."""

    incident: str
    provision: str
    verdict: str
    by: str
    reason: str
    recorded: str = ""
    terms: str = ""
    reports: tuple[str, ...] = field(default=())


def assess(
    incident: str, given: Circumstances, evidence: Evidence, version: Version, decided: Decided | None = None
) -> Assessment:
    """The assessment of an incident under a version of a provision."""
    found = fits(given, version)
    excluding = {one.reason.field for one in found if one.state == EXCLUDED}
    outside = tuple(one for one in FIELDS if one in excluding)
    verdict, reasons = _verdict(given, found, evidence)
    made = Assessment(incident, version.provision, version.name, verdict, outside, tuple(reasons))
    return made if decided is None else _superseded(made, decided)


def _verdict(given: Circumstances, found: Sequence[Fit], evidence: Evidence) -> tuple[str, list[Reason]]:
    of_scope = [one.reason for one in found]
    if given.what.attack == NO:
        return OUTSIDE, [_whole("an_attack", "no_attack"), *of_scope]
    excluding = [one.reason for one in found if one.state == EXCLUDED]
    if excluding:
        return OUTSIDE, excluding
    coarse = [one.reason for one in found if one.state == TOO_COARSE]
    if coarse:
        return UNVERIFIABLE, [*coarse, *(one for one in of_scope if one not in coarse)]
    open_ = [one.reason for one in found if one.state == NOT_TOLD]
    if given.what.attack == UNKNOWN:
        open_.insert(0, _whole("an_attack", "perhaps_attack"))
    if open_:
        return NOT_YET_CHECKED, [*open_, *(one for one in of_scope if one not in open_)]
    assert given.what.attack == YES
    verdict, because = how_sure(evidence)
    return verdict, [*because, *of_scope]


def how_sure(evidence: Evidence) -> tuple[str, list[Reason]]:
    """How sure it is that an incident inside the scope happened as told."""
    disputed = [*_denied(evidence), *_blamed_on_several(evidence)]
    independent = _independent(evidence)
    if disputed:
        return DISPUTED, [*disputed, *independent, *_doubtful(evidence)]
    admitted = [_whole("said_by_who_did_it", "admitted", evidence.admitted)] if evidence.admitted else []
    if independent or admitted:
        return CORROBORATED, [*admitted, *independent, *_doubtful(evidence)]
    told = [_told_by(evidence), *_doubtful(evidence)]
    if evidence.unobserved:
        return UNVERIFIABLE, [_whole("nobody_could_look", "nobody_could_look", says=evidence.unobserved), *told]
    return ALLEGED, told


def _denied(evidence: Evidence) -> list[Reason]:
    return [_whole("denied_by_who_did_it", "denied", evidence.denied)] if evidence.denied else []


def _blamed_on_several(evidence: Evidence) -> list[Reason]:
    parties = sorted({one.by for one in evidence.told if one.by})
    return [_whole("blamed_on_several", "two_parties", parties=parties)] if len(parties) > 1 else []


def _independent(evidence: Evidence) -> list[Reason]:
    """Two reporters with different names; or two data sets, none of whose reporters is the other's."""
    counted = [one for one in evidence.told if not one.doubtful]
    reporters = sorted({one.reporter for one in counted if one.reporter})
    reports = tuple(sorted({one.report for one in counted}))
    if len(reporters) > 1:
        return [_whole("several_reporters", "reporters", reports=reports, count=len(reporters), reporters=reporters)]
    sources = sorted({one.source for one in counted})
    of_source = {name: {one.reporter for one in counted if one.source == name} for name in sources}
    if len(sources) > 1 and not set[str].intersection(*of_source.values()) - {""}:
        return [_whole("several_data_sets", "data_sets", reports=reports, sources=sources)]
    return []


def _told_by(evidence: Evidence) -> Reason:
    reporters = sorted({one.reporter for one in evidence.told if one.reporter})
    if len(evidence.told) == 1 or len(reporters) == 1:
        shown = reporters or [evidence.told[0].source] if evidence.told else [""]
        return _whole("one_reporter", "one_reporter", reporters=shown)
    return _whole("reporters_not_named", "unnamed_reporters", count=len(evidence.told))


def _doubtful(evidence: Evidence) -> list[Reason]:
    count = sum(one.doubtful for one in evidence.told)
    return [_whole("doubtful", "doubtful", count=count)] if count else []


def _superseded(made: Assessment, decided: Decided) -> Assessment:
    because = _whole("a_person_decided", "person", by=decided.by, reason=decided.reason)
    return Assessment(
        made.incident,
        made.provision,
        made.terms,
        decided.verdict,
        made.outside_by if decided.verdict == OUTSIDE else (),
        (because, *made.reasons),
        decided.by,
        decided.recorded,
    )


def _whole(
    rule: str, how: str, statements: tuple[str, ...] = (), reports: tuple[str, ...] = (), **facts: object
) -> Reason:
    return Reason(rule, "", said("whole", how, **facts), statements, reports)
