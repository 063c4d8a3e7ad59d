"""Whether an incident may be what a claim speaks of: rules named for what fits, for place, day, target and party."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from ceasefire.monitoring.claim import BEHIND, PERHAPS, Behind, Claim
from ceasefire.monitoring.claims.finding import (
    ECHO,
    EXCLUDED,
    FITS,
    MAY,
    NOT_THE_SAME,
    NOTHING,
    Finding,
    echo,
    fits,
    may,
)
from ceasefire.monitoring.claims.gazetteer import Gazetteer
from ceasefire.monitoring.claims.where import place_fits
from ceasefire.monitoring.happened import NO, UNKNOWN
from ceasefire.monitoring.incident import Incident
from ceasefire.reasoning.words import included
from ceasefire.vocabulary import load

FEW_DAYS = 3
"""A claim or report that leaves more days open than this does not say on which day."""

BESIDE = timedelta(days=1)
"""Strikes at night and other time zones put one event on two days."""

Rule = Callable[[Claim, Incident, Gazetteer], Finding]


def the_day_fits(claim: Claim, incident: Incident, known: Gazetteer) -> Finding:
    """It happened on a day that the claim gives, or on one beside it."""
    del known
    said, told = claim.when, incident.happened_at
    if said.first is None or said.last is None:
        return may("no_day", 2)
    if told.first is None or told.last is None:
        return may("incident_days", 2)
    if told.last < said.first - BESIDE or told.first > said.last + BESIDE:
        return NOT_THE_SAME
    if said.days > FEW_DAYS:
        return may("many_days", 2, days=said.days)
    if told.days > FEW_DAYS:
        return may("incident_days", 2)
    overlap = told.last >= said.first and told.first <= said.last
    day = _nearest(told.first, told.last, said.first)
    return fits("same_day", day=day) if overlap else fits("next_day", 1, day=day)


def it_was_an_attack(claim: Claim, incident: Incident, known: Gazetteer) -> Finding:
    """A report says that there was an attack, or none says that there was not."""
    del claim, known
    attack = incident.happened.attack
    return NOT_THE_SAME if attack == NO else may("perhaps_attack", 1) if attack == UNKNOWN else NOTHING


def the_target_fits(claim: Claim, incident: Incident, known: Gazetteer) -> Finding:
    """Both name the same class of target, or one's class includes the other's."""
    del known
    said, told = claim.targets, incident.happened.targets
    if not said:
        return may("target_not_claimed", 2)
    if not told:
        return may("target_not_told", 2)
    same = sorted(set(said) & set(told))
    if set(same) - _wide():
        return fits("same_target", classes=same)
    pairs = [(one, other) for one in said for other in told if one in included(other) or other in included(one)]
    if not pairs:
        return NOT_THE_SAME
    close = [pair for pair in pairs if not _wide() & set(pair)]
    sides = [sorted(set(side)) for side in zip(*(close or pairs), strict=True)]
    return (fits if close else may)("one_includes" if close else "wide_target", 1, claimed=sides[0], told=sides[1])


def the_place_fits(claim: Claim, incident: Incident, known: Gazetteer) -> Finding:
    """It lies where the claim says."""
    return place_fits(claim.place, incident.place, known, incident.texts)


def the_party_fits(claim: Claim, incident: Incident, known: Gazetteer) -> Finding:
    """The reports name the party that the claim accuses, or nobody."""
    del known
    what = incident.happened
    if what.by and what.by != claim.accused:
        return may("other_party", 3, told=what.by, claimed=claim.accused)
    if what.against and what.against == claim.accused and not what.by:
        return may("own_side", 3, party=claim.accused)
    return fits("same_party", party=what.by) if what.by else Finding(NOTHING.state, rank=1)


def somebody_else_tells_of_it(claim: Claim, incident: Incident, known: Gazetteer) -> Finding:
    """Its report does not rest on the word of the claimant alone: a claim that is reported is no second witness."""
    del known
    said_by = incident.happened.said_by
    alone = len(incident.reports) == 1 and said_by and said_by == claim.claimant
    return echo("same_word", party=said_by) if alone else NOTHING


RULES: tuple[Rule, ...] = (
    it_was_an_attack,
    the_day_fits,
    the_target_fits,
    the_place_fits,
    the_party_fits,
    somebody_else_tells_of_it,
)
"""The quick ones first."""

SHOWN: tuple[Rule, ...] = (
    the_place_fits,
    the_day_fits,
    the_target_fits,
    the_party_fits,
    it_was_an_attack,
    somebody_else_tells_of_it,
)
"""The order in which what they find is told."""


def behind(claim: Claim, incident: Incident, known: Gazetteer) -> tuple[int, Behind] | None:
    """The incident as one that may be behind the claim, with its rank (less is better); None where it cannot be.

    All fits: it is behind. One thing speaks against it, or its report only passes the claim on: perhaps. With more it
    is one of many, and not listed.
    """
    found: dict[Rule, Finding] = {}
    doubts = 0
    for rule in RULES:
        one = found[rule] = rule(claim, incident, known)
        doubts += one.state == MAY
        if one.state == EXCLUDED or doubts > 1:
            return None
    told = [found[rule] for rule in SHOWN]
    fit = tuple(one.words for one in told if one.state == FITS)
    against = tuple(one.words for one in told if one.state in (MAY, ECHO))
    rank = 10 * doubts + sum(one.rank for one in told)
    return rank, Behind(incident.id, fit, against, PERHAPS if against else BEHIND)


@cache
def _wide() -> frozenset[str]:
    return frozenset(load("claims")["wide_targets"])


def _nearest(first: date, last: date, asked: date) -> date:
    """The day of a span that lies nearest to another."""
    return min(max(first, asked), last)
