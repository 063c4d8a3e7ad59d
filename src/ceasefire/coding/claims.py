"""The rules of coding, in their order; each finds one kind of claim and is named for what is true of the words.

About each topic of the text:

1. It stands in a mere supposition ("if the truce holds"): nothing is said about it.
2. It is broken, or one side says so: nothing else is (`claims_breach`).
3. A party is accused of something about it: nothing else is (`claims_breach`).
4. It is made to depend on something (`claims_price`).
5. A noun names the act of its owner: "Iran's refusal of talks" (`claims_own`);
   else, unless it was made to depend, a word governs it (`claims_governed`, `claims_itself`),
   else it is itself an action that is carried out, or that must be (`claims_done`).
6. Others answer its author: "rejected Iran's proposal" (`claims_own`).
7. Somebody brokers it (`claims_mediated`), or the deal under which it is done (`claims_done`).
8. Where neither 4 nor 5 found anything: mediation is what is spoken of, or parties meet about it, or talks or an
   exchange are named with their sides (`claims_mediated`, `claims_talks`): the first of these that holds.

Then, once for the document:

9. Somebody asks for details of what is offered (`claims_talks`).
10. Of one party's claims about one topic the strongest is kept (`strongest`).
"""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.coding.acts import STRENGTH
from ceasefire.coding.anchors import Anchor
from ceasefire.coding.claim import Claim
from ceasefire.coding.claims_breach import accused_of, breached, broken_despite, is_broken
from ceasefire.coding.claims_done import brokered, carried_out, is_mere_retreat
from ceasefire.coding.claims_governed import governed
from ceasefire.coding.claims_mediated import mediated, mediating
from ceasefire.coding.claims_own import given, put_forward
from ceasefire.coding.claims_price import made_to_depend
from ceasefire.coding.claims_talks import asked_about, exchanged_between, met_about, talked_between
from ceasefire.coding.governors import governor
from ceasefire.coding.scene import Scene
from ceasefire.coding.verbs import is_supposed


def claims(scene: Scene) -> list[Claim]:
    """Everything that the rules find, in the order of the text, one act of a party towards a topic."""
    found = [claim for one in scene.anchors for claim in _about(scene, one)]
    found += asked_about(scene)
    found.sort(key=lambda claim: (min(claim.tokens), max(claim.tokens), claim.actor.party, claim.act, claim.category))
    return strongest(found)


def _about(scene: Scene, one: Anchor) -> Iterator[Claim]:
    """All claims about one topic."""
    if is_supposed(one.token):
        return
    broken = list(breached(scene, one)) or list(broken_despite(scene, one))
    if broken or is_broken(one):
        yield from broken
        return
    accused = list(accused_of(scene, one))
    if accused:
        yield from accused
        return
    above = governor(one)
    said = [*made_to_depend(scene, one)]
    stances = list(given(scene, one))
    if not said and not stances:
        taken = [claim for claim in governed(scene, one, above) if not is_mere_retreat(scene, claim)]
        stances = taken or list(carried_out(scene, one, above))
    said += stances
    yield from said
    yield from put_forward(scene, one, above)
    yield from mediated(scene, one)
    if said:
        yield from brokered(scene, one, above)
    if not said:
        for rule in (mediating, met_about, talked_between, exchanged_between):
            found = list(rule(scene, one))
            if found:
                yield from found
                return


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
