"""Accusations on record as claims: who says that whom broke a pause, and what the accused says to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ceasefire.coding.statement import Statement
from ceasefire.monitoring.claim import DENIES, Claim
from ceasefire.monitoring.claims.gazetteer import Gazetteer
from ceasefire.monitoring.claims.making import as_it_is_about
from ceasefire.monitoring.claims.said_days import event_days
from ceasefire.monitoring.claims.words import means_of, targets_of
from ceasefire.reasoning.words import category
from ceasefire.vocabulary import load

ACCUSE, VIOLATE, DENY = "accuse", "violate", "deny"
MEANT = ("actual", "tentative")
"""What is planned, supposed or said not to be so accuses nobody."""

NOWHERE = Gazetteer()


def accusations(
    statements: Iterable[Statement], about: Mapping[str, str] | None = None, known: Gazetteer = NOWHERE
) -> list[Claim]:
    """A claim for each accusation that a pause was broken, in the order of the statements.

    `about` gives the provision of each statement by id; without it, its category stands for it. Places are those that
    `known` has. Where the text itself says that somebody broke a pause, whoever it lets speak claims it, else nobody.
    """
    told = [one for one in statements if category(one.provision).get("halt")]
    denials = [one for one in told if one.act == DENY and one.modality in MEANT]
    of = about or {}
    return [
        _answered(one, _claim(one, known), denials, of)
        for one in told
        if one.act in (ACCUSE, VIOLATE) and one.modality in MEANT
    ]


def _claim(one: Statement, known: Gazetteer) -> Claim:
    accuses = one.act == ACCUSE
    made = Claim(
        id=one.id,
        when=event_days(one.quote, one.said),
        claimant=one.actor if accuses else one.speaker or "",
        accused=(one.recipient or "") if accuses else one.actor,
        place=known.named_in(one.quote),
        targets=targets_of(one.quote),
        means=means_of(one.quote),
        words=one.quote,
        published=one.said,
        source=one.document,
        statements=(one.id,),
    )
    return as_it_is_about(made)


def _answered(one: Statement, claim: Claim, denials: Sequence[Statement], about: Mapping[str, str]) -> Claim:
    """With the first denial of the accused that follows it, of the same provision, and of nobody else's words."""
    said = one.said.first
    if said is None:
        return claim
    later = [
        (deny.said.first, deny.id, deny)
        for deny in denials
        if deny.actor == claim.accused
        and deny.recipient in (None, claim.claimant)
        and about.get(deny.id, deny.provision) == about.get(one.id, one.provision)
        and deny.said.first is not None
        and 0 <= (deny.said.first - said).days <= load("claims")["answer_days"]
    ]
    if not later:
        return claim
    _, _, first = min(later, key=lambda found: found[:2])
    return replace(claim, answer=DENIES, answer_words=first.quote, statements=(one.id, first.id))
