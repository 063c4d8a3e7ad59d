"""Two claims about one event that accuse different parties: both stand, and each says so of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ceasefire.monitoring.claim import ONE_EVENT, Claim
from ceasefire.monitoring.claims.comparing import BESIDE
from ceasefire.monitoring.claims.gazetteer import Gazetteer
from ceasefire.monitoring.claims.places import SETTLEMENT
from ceasefire.monitoring.claims.spelling import loosely
from ceasefire.reasoning.words import included


def contradicting(claims: Sequence[Claim], known: Gazetteer) -> dict[str, tuple[str, ...]]:
    """By claim, the ids of those that accuse somebody else of the same event: same settlement, day and target."""
    at: dict[str, list[Claim]] = defaultdict(list)
    for one in claims:
        if one.about == ONE_EVENT and one.accused and one.place.precision == SETTLEMENT:
            at[loosely(one.place.name)].append(one)
    found: dict[str, set[str]] = defaultdict(set)
    for group in at.values():
        for number, one in enumerate(group):
            for other in group[number + 1 :]:
                if one.accused != other.accused and _one_event(one, other, known):
                    found[one.id].add(other.id)
                    found[other.id].add(one.id)
    given = {one.id for one in claims}
    for one in claims:
        if one.answers in given:
            found[one.id].add(one.answers)
            found[one.answers].add(one.id)
    return {name: tuple(sorted(ids)) for name, ids in found.items()}


def _one_event(one: Claim, other: Claim, known: Gazetteer) -> bool:
    regions = {loosely(claim.place.region) for claim in (one, other)} - {""}
    if len(regions) > 1 or (not regions and len(known.places(one.place.name)) > 1):
        return False
    mine, theirs = one.when, other.when
    if mine.first is None or mine.last is None or theirs.first is None or theirs.last is None:
        return False
    if mine.last < theirs.first - BESIDE or theirs.last < mine.first - BESIDE:
        return False
    return any(a in included(b) or b in included(a) for a in one.targets for b in other.targets)
