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
   else it is itself an action that is carried out, or that must be (`claims_done`);
   where these say no more than that it is done or talked about, its clause may hang on a condition (`claims_price`).
8. Others answer its author: "rejected Iran's proposal" (`claims_own`).
9. Somebody brokers it (`claims_mediated`), or the deal under which it is done (`claims_done`).
10. Where neither 6 nor 7 found anything: mediation is what is spoken of, or parties meet about it, or talks or an
    exchange are named with their sides (`claims_mediated`, `claims_talks`): the first of these that holds.

Then, once for the document:

11. Somebody asks for details of what is offered (`claims_talks`), or talked before prisoners were let go
    (`claims_led`).
12. A return to war is threatened on a condition, or a bargain is struck over what has no name
    (`claims_threat`, `claims_bargain`).
13. The contents of a plan, and what follows in a list, take the stance on the whole, or on the first
    (`claims_contained`).
14. What stands inside a condition is no statement of its own.
15. Who mediates talks that lead to an agreement mediates that; who does more than talk does not merely talk.
16. Of one party's claims about one topic the strongest is kept (`strongest`).
17. Who agrees to talks on a limited halt is to discuss that halt (`claims_talks`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ceasefire.coding.anchors import Anchor
from ceasefire.coding.claim import Claim
from ceasefire.coding.claims_bargain import bargained
from ceasefire.coding.claims_breach import accused_of, breached, broken_despite, is_broken
from ceasefire.coding.claims_contained import contained, listed_with
from ceasefire.coding.claims_denied import denied, is_denied
from ceasefire.coding.claims_done import brokered, carried_out, is_mere_retreat
from ceasefire.coding.claims_first import asked_first
from ceasefire.coding.claims_governed import governed
from ceasefire.coding.claims_led import led_to
from ceasefire.coding.claims_mediated import mediated, mediating
from ceasefire.coding.claims_own import given, put_forward
from ceasefire.coding.claims_price import hanging, made_to_depend
from ceasefire.coding.claims_speaker import by_speaker, is_asked_for
from ceasefire.coding.claims_talks import asked_about, exchanged_between, met_about, talked_between, to_discuss
from ceasefire.coding.claims_threat import threatened
from ceasefire.coding.clauses import SUBJECTS, clause_of
from ceasefire.coding.governors import Governor, governor
from ceasefire.coding.scene import Scene
from ceasefire.coding.strength import STRENGTH
from ceasefire.coding.suppositions import is_supposed

#: What is no stance, so that a condition laid down beside it says more.
WEAK = frozenset({"consult", "implement"})


def claims(scene: Scene) -> list[Claim]:
    """Everything that the rules find, in the order of the text, one act of a party towards a topic."""
    found = [claim for one in scene.anchors for claim in _about(scene, one)]
    found += [*asked_about(scene), *led_to(scene), *threatened(scene), *bargained(scene)]
    for following in (contained, listed_with):
        found += following(scene, found)
    prices = [claim.price for claim in found if claim.price is not None]
    found = [claim for claim in found if not any(price.holds(claim.anchor.topic.head) for price in prices)]
    found.sort(key=lambda claim: (min(claim.tokens), max(claim.tokens), claim.actor.party, claim.act, claim.category))
    kept = _no_mere_talk([_of_the_outcome(claim, found) for claim in strongest(found)])
    return [*kept, *to_discuss(kept)]


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
    if said:
        yield from brokered(scene, one, above)
    if not said:
        for rule in (mediating, met_about, talked_between, exchanged_between):
            found = list(rule(scene, one))
            if found:
                yield from found
                return


def _taken(scene: Scene, one: Anchor, above: Governor | None) -> list[Claim]:
    """What the speaker says of it, else what governs it, else what is done; a condition says more than mere doing."""
    found = list(by_speaker(scene, one, above))
    found = found or [claim for claim in governed(scene, one, above) if not is_mere_retreat(scene, claim)]
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


def _of_the_outcome(claim: Claim, found: list[Claim]) -> Claim:
    """Who mediates talks that lead to something in the same sentence mediates that: "agree, after talks hosted by"."""
    if claim.act != "mediate" or claim.category != "talks":
        return claim
    outcome = next(
        (
            other
            for other in found
            if other.act in {"accept", "implement"}
            and other.category != "talks"
            and other.actor != claim.actor
            and _sentence(other) == _sentence(claim)
        ),
        None,
    )
    return claim if outcome is None else replace(claim, category=outcome.category, anchor=outcome.anchor)


def _no_mere_talk(found: list[Claim]) -> list[Claim]:
    """Who takes a stance on a provision, or brokers it, in the same or the next sentence, does more than talk of it."""
    more = {(claim.actor.party, claim.category, _sentence(claim)) for claim in found if claim.act != "consult"}
    return [claim for claim in found if claim.act != "consult" or not _near(claim) & more]


def _near(claim: Claim) -> set[tuple[str, str, int]]:
    """The claim's party and provision in its sentence, the one before and the one after, by their first tokens."""
    doc, sent = claim.anchor.token.doc, claim.anchor.token.sent
    starts = {sent.start}
    if claim.anchor.token.dep_ in SUBJECTS:  # "these talks will begin in Doha" says something of its own
        return {(claim.actor.party, claim.category, sent.start)}
    if sent.start:
        starts.add(doc[sent.start - 1].sent.start)
    if sent.end < len(doc):
        starts.add(sent.end)
    return {(claim.actor.party, claim.category, start) for start in starts}


def _sentence(claim: Claim) -> int:
    return claim.anchor.token.sent.start


def _matter(claim: Claim) -> tuple[str, int, str]:
    return claim.actor.party, claim.anchor.topic.head.i, claim.category
