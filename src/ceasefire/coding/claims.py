"""The rules of coding, in their order; each finds one kind of claim and is named for what is true of the words.

About each topic of the text:

1. Something else is asked for before it: that is its price, and nothing else is said (`claims_first`).
2. It stands in a mere supposition ("if the truce holds"): nothing is said about it.
3. It is broken, or one side says so: nothing else is (`claims_breach`).
4. A party is accused of something about it: nothing else is (`claims_breach`).
5. A party denies what is said about it: nothing else is (`claims_denied`).
6. It is made to depend on something (`claims_price`).
7. A noun names the act of its owner: "Iran's refusal of talks" (`claims_own`);
   else, unless it was made to depend, the speaker rules it out or asks for it (`claims_speaker`),
   else a word governs it (`claims_governed`, `claims_itself`),
   else it is itself an action that is carried out (`claims_done`);
   where these say no more than that it is done or talked about, its clause may hang on a condition (`claims_price`).
8. Others answer its author: "rejected Iran's proposal" (`claims_own`).
9. Somebody brokers it (`claims_mediated`).
10. Where neither 6 nor 7 found anything: mediation is what is spoken of, or parties meet about it, or talks or an
    exchange are named with their sides (`claims_mediated`, `claims_talks`): the first of these that holds.

Then, once for the document:

11. Somebody asks for details of what is offered (`claims_talks`).
12. A return to war is threatened on a condition, or a bargain is struck over what has no name
    (`claims_threat`, `claims_bargain`).
13. The contents of a plan, and what follows in a list, take the stance on the whole, or on the first
    (`claims_contained`).
14. What stands inside a condition is no statement of its own.
15. Of one party's claims about one topic the strongest is kept (`strongest`).
"""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.coding.acts import STRENGTH
from ceasefire.coding.anchors import Anchor
from ceasefire.coding.claim import Claim
from ceasefire.coding.claims_bargain import bargained
from ceasefire.coding.claims_breach import accused_of, breached, broken_despite, is_broken
from ceasefire.coding.claims_contained import contained, listed_with
from ceasefire.coding.claims_denied import denied, is_denied
from ceasefire.coding.claims_done import carried_out
from ceasefire.coding.claims_first import asked_first
from ceasefire.coding.claims_governed import governed
from ceasefire.coding.claims_mediated import mediated, mediating
from ceasefire.coding.claims_own import given, put_forward
from ceasefire.coding.claims_price import hanging, made_to_depend
from ceasefire.coding.claims_speaker import by_speaker, is_asked_for
from ceasefire.coding.claims_talks import asked_about, exchanged_between, met_about, talked_between
from ceasefire.coding.claims_threat import threatened
from ceasefire.coding.clauses import clause_of
from ceasefire.coding.governors import Governor, governor
from ceasefire.coding.scene import Scene
from ceasefire.coding.suppositions import is_supposed

#: What is no stance, so that a condition laid down beside it says more.
WEAK = frozenset({"consult", "implement"})


def claims(scene: Scene) -> list[Claim]:
    """Everything that the rules find, in the order of the text, one act of a party towards a topic."""
    found = [claim for one in scene.anchors for claim in _about(scene, one)]
    for rule in (asked_about, threatened, bargained):
        found += rule(scene)
    for following in (contained, listed_with):
        found += following(scene, found)
    prices = [claim.price for claim in found if claim.price is not None]
    found = [claim for claim in found if not any(price.holds(claim.anchor.topic.head) for price in prices)]
    found.sort(key=lambda claim: (min(claim.tokens), max(claim.tokens), claim.actor.party, claim.act, claim.category))
    return strongest(found)


def _about(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """All claims about one topic."""
    first = list(asked_first(scene, one))
    if first or is_supposed(one.token):
        yield from first
        return
    broken = list(breached(scene, one)) or list(broken_despite(scene, one))
    if broken or is_broken(one):
        yield from broken
        return
    accused = list(accused_of(scene, one))
    if accused:
        yield from accused
        return
    if is_denied(one):
        yield from denied(scene, one)
        return
    above = governor(one)
    said = list(made_to_depend(scene, one))
    said += list(given(scene, one)) or ([] if said else _taken(scene, one, above))
    yield from said
    yield from put_forward(scene, one, above)
    yield from mediated(scene, one)
    if not said:
        for rule in (mediating, met_about, talked_between, exchanged_between):
            found = list(rule(scene, one))
            if found:
                yield from found
                return


def _taken(scene: Scene, one: Anchor, above: Governor | None) -> list[Claim]:
    """What the speaker says of it, else what governs it, else what is done; a condition says more than mere doing."""
    found = list(by_speaker(scene, one, above)) or list(governed(scene, one, above))
    if not found and not is_asked_for(one, clause_of(one.token), above):
        found = list(carried_out(scene, one, above))
    if all(claim.act in WEAK for claim in found):
        found = list(hanging(scene, one)) or found
    return found


def strongest(found: list[Claim]) -> list[Claim]:
    """One act a statement: the same party towards the same topic keeps the strongest act (codebook)."""
    best: dict[tuple[str, int, str], Claim] = {}
    for claim in found:
        rival = best.get(_matter(claim))
        if rival is None or STRENGTH.index(claim.act) < STRENGTH.index(rival.act):
            best[_matter(claim)] = claim
    return [claim for claim in found if best[_matter(claim)] is claim]


def _matter(claim: Claim) -> tuple[str, int, str]:
    return claim.actor.party, claim.anchor.topic.head.i, claim.category
