"""What a pause's own terms make of what happened: its end, its being made longer, its release by a breach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from ceasefire.monitoring.assessment import CORROBORATED, Assessment
from ceasefire.monitoring.incident import Incident
from ceasefire.monitoring.version import Version
from ceasefire.monitoring.wording import day
from ceasefire.reasoning.life import CASE_FILE, Life
from ceasefire.record.terms import NOT_EXTENDABLE, Release
from ceasefire.vocabulary import load

Held = tuple[Incident, Assessment]


def clauses(life: Life, versions: Sequence[Version], breaches: Sequence[Held]) -> tuple[str, ...]:
    """In sentences: from when to when by whose count, made longer or not, broken off, and who may end it by a breach.

    `breaches` are the incidents inside the main version with what they are assessed as, in order of time.
    """
    return (*_spans(versions), *_steps(life), *_release(life, breaches))


def _spans(versions: Sequence[Version]) -> Iterator[str]:
    for one in versions:
        if one.first is None:
            continue
        by = _whose(one.by)
        if one.after is None:
            yield _said("runs_on", by=by, first=day(one.first))
        else:
            yield _said("runs", by=by, first=day(one.first), last=day(one.after - timedelta(days=1)))


def _whose(by: Sequence[str]) -> str:
    named = [load("monitoring")["clauses"]["case_file"] if one == CASE_FILE else one for one in by]
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)


def _steps(life: Life) -> Iterator[str]:
    named = {"extended": "prolonged", "broken off": "broken_off"}
    for step in life.steps:
        when = day(step.when.first) if step.when.first is not None else str(step.when)
        if step.name in named:
            yield _said(named[step.name], when=when)
        elif step.name == "suspended":
            yield _said("suspended", first=when)
    longer = any(step.name == "extended" for step in life.steps)
    if life.terms.extendable and life.terms.extendable != NOT_EXTENDABLE and not longer:
        yield _said("extendable", how=life.terms.extendable)


def _release(life: Life, breaches: Sequence[Held]) -> Iterator[str]:
    release = life.terms.ends_if
    if release is None or any(step.name == "broken off" for step in life.steps):
        return
    sure = [(incident, made) for incident, made in breaches if made.verdict == CORROBORATED]
    first = next(((incident, made) for incident, made in sure if _by(incident, release)), None)
    who = {"breach_by": _side(release.breach_by), "at_option_of": _side(release.at_option_of)}
    if first is None or first[0].happened_at.first is None:
        yield _said("release", **who)
        return
    incident, made = first
    yield _said("release_after", verdict=made.verdict, day=day(first[0].happened_at.first), incident=incident.id, **who)


def _by(incident: Incident, release: Release) -> bool:
    """Whether it is a breach by the side that the clause names; nobody's is nobody's."""
    by = incident.happened.by
    return bool(by) if release.breach_by == "either" else by == release.breach_by


def _side(name: str) -> str:
    words = load("monitoring")["clauses"]
    return str(words.get(name, name)) if name in ("either", "other") else name


def _said(name: str, **facts: str) -> str:
    pattern: str = load("monitoring")["clauses"][name]
    return pattern.format(**facts)
