"""The summary: a sentence a provision, with the counts of the period and of the one before it."""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.monitoring.assessment import FIELDS, NOT_YET_CHECKED, OUTSIDE, UNVERIFIABLE
from ceasefire.monitoring.monitored import Monitored, OfProvision, Tally
from ceasefire.publishing.monitor.before import before, inside
from ceasefire.publishing.monitor.paper import Part, lines
from ceasefire.publishing.monitor.words import counted, days, look, numbered, phrase, words
from ceasefire.publishing.wording import listed, start


def summary(found: Monitored) -> Part:
    """The counts of every provision, and what must be read beside them."""
    said = [sentence(of, found) for of in found.provisions if of.versions]
    said = said or [phrase("summary.none")]
    return Part("summary", phrase("summary.title"), (lines(*said), lines(*_beside(found), soft=True)))


def sentence(of: OfProvision, found: Monitored) -> str:
    """The counts of one provision under its main version."""
    main = of.versions[0]
    return start(
        phrase(
            "summary.sentence",
            provision=of.title,
            inside=_with_kinds(main.period),
            days=days(found.period.first, found.period.last),
            before=before(main, found.previous),
            open=unsure(main.period),
            outside=outside(main.period),
        )
    )


def kinds(tally: Tally) -> str:
    """ "7 alleged, 3 corroborated"; nothing where there is none."""
    return ", ".join(
        phrase("summary.kind", count=numbered(tally.verdicts[one]), word=look(one)["word"])
        for one in words("inside")
        if tally.verdicts.get(one, 0)
    )


def _with_kinds(tally: Tally) -> str:
    said = counted("summary.inside", inside(tally))
    return phrase("summary.kinds", inside=said, kinds=kinds(tally)) if inside(tally) else said


def unsure(tally: Tally) -> str:
    """What cannot be verified, and what nobody has checked yet, apart from each other."""
    coarse = counted("summary.unverifiable", tally.verdicts.get(UNVERIFIABLE, 0))
    return coarse + counted("summary.unchecked", tally.verdicts.get(NOT_YET_CHECKED, 0))


def outside(tally: Tally) -> str:
    """How many lie outside, and by which fields, the most frequent first."""
    count = tally.verdicts.get(OUTSIDE, 0)
    told = counted("summary.outside", count)
    ranked = sorted(
        (one for one in FIELDS if tally.outside_by.get(one, 0)),
        key=lambda one: (-tally.outside_by[one], FIELDS.index(one)),
    )
    named = [phrase("summary.by", count=numbered(tally.outside_by[one]), field=words("fields")[one]) for one in ranked]
    return phrase("summary.by_field", outside=told, fields=listed(named)) if count and named else told


def _beside(found: Monitored) -> Iterator[str]:
    yield counted("summary.claims", len(found.claims))
    if found.coverage.restrictions:
        yield counted("summary.restricted", len(found.coverage.restrictions))
    yield phrase("summary.zero")
