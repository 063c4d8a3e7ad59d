"""Of one party's claims about one topic, the strongest is kept, in the codebook's order."""

from __future__ import annotations

from collections.abc import Iterable

from ceasefire.coding.russian.claim import Claim

_ORDER = ("condition", "reject", "accept", "implement", "suspend", "violate", "accuse", "deny", "propose", "mediate", "consult")


def strongest(claims: Iterable[Claim]) -> list[Claim]:
    """The claims in order, without those of a party that makes a stronger one about the same words."""
    kept: dict[tuple[int, int, str, str], Claim] = {}
    for claim in claims:
        stance = "meets" if claim.act == "consult" and claim.category == "talks" else "acts"
        key = (claim.view.sentence.start, claim.topic.start, claim.actor, stance)
        other = kept.get(key)
        if other is None or _ORDER.index(claim.act) < _ORDER.index(other.act):
            kept[key] = claim
    return list(kept.values())
