"""Of one party's claims about one topic, the strongest is kept, in the codebook's order."""

from __future__ import annotations

from collections.abc import Iterable

from ceasefire.coding.russian.claim import Claim
from ceasefire.coding.russian.topics import TALKS
from ceasefire.coding.strength import STRENGTH


def _kind(claim: Claim) -> str:
    """To meet and to broker are things of their own beside a stance."""
    if claim.act == "consult" and claim.category == TALKS:
        return "meets"
    return "brokers" if claim.act == "mediate" else "acts"


def strongest(claims: Iterable[Claim]) -> list[Claim]:
    """The claims in order, without those of a party that makes a stronger one about the same words."""
    kept: dict[tuple[int, int, str, str], Claim] = {}
    for claim in claims:
        stance = _kind(claim)
        key = (claim.view.sentence.start, claim.topic.start, claim.actor, stance)
        other = kept.get(key)
        if other is None or STRENGTH.index(claim.act) < STRENGTH.index(other.act):
            kept[key] = claim
    return list(kept.values())
