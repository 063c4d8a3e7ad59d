"""What stands in the way: refusals, prices, the lattice between provisions, and what agreement takes."""

from __future__ import annotations

import random
from itertools import chain, combinations
from pathlib import Path

import pytest
from tests.reasoning.said import HALT, TRUCE, record, said

from ceasefire.coding.statement import Scope, Statement
from ceasefire.errors import QuestionError
from ceasefire.reasoning.blockers import blockers, outlooks
from ceasefire.reasoning.lattice import brings_about
from ceasefire.reasoning.state import Condition, Outlook, Position, Provision
from ceasefire.record.case import Case


def outlook(provision: str, *statements: Statement) -> Outlook:
    (found,) = blockers(record(statements), provision)
    return found


def because(found: Outlook) -> list[list[str]]:
    return [[f"{one.party}: {one.provision}" for one in blocker.because] for blocker in found.blockers]


def test_who_refuses_the_narrow_halt_refuses_the_wide_one() -> None:
    refused = said("A", "reject", "limited-ceasefire", scope=HALT)
    found = outlook("ceasefire", refused, said("B", "accept", quote="a full ceasefire"))
    assert because(found) == [["A: energy-infrastructure-halt"]]


def test_who_refuses_a_limited_time_does_not_refuse_a_lasting_ceasefire() -> None:
    assert (
        because(outlook("ceasefire", said("A", "reject", scope=TRUCE), said("B", "accept", quote="a lasting one")))
        == []
    )


def test_a_suspension_stands_in_the_way_like_a_refusal() -> None:
    assert because(outlook("talks", said("A", "suspend", "talks"))) == [["A: talks"]]


def test_support_wanted_and_its_end_wanted_rule_each_other_out() -> None:
    found = outlook(
        "ceasefire",
        said(
            "A",
            "condition",
            condition="x",
            condition_provision="foreign-support",
            condition_scope=Scope(direction="end"),
        ),
        said("B", "condition", condition="y", condition_provision="foreign-support"),
    )
    assert because(found) == [["A: ceasefire", "B: ceasefire"]]
    assert [unlock.parties for unlock in found.unlocks] == [("A",), ("B",)]


def test_a_way_out_through_one_party_comes_before_one_through_two() -> None:
    found = outlook(
        "ceasefire",
        said("A", "condition", condition="x", condition_provision="talks"),
        said("B", "reject", "talks"),
        said("C", "reject", "talks"),
    )
    assert [unlock.parties for unlock in found.unlocks] == [("A",), ("B", "C")]


def test_an_offer_and_an_acceptance_are_an_agreement_but_two_offers_or_a_silence_are_not() -> None:
    offer = said("A", "propose", recipient="B")
    assert not outlook("ceasefire", offer, said("B", "propose", recipient="A")).agreed
    both = (said("A", "accept", recipient="B"), said("B", "accept", modality="tentative"))
    assert outlook("ceasefire", *both).agreed
    silent = outlook("ceasefire", said("A", "accept", recipient="B"))
    assert not silent.agreed
    assert [(one.party, one.provision) for one in silent.assumptions] == [("B", "ceasefire")]


def test_a_price_that_is_met_is_an_agreement_and_two_that_wait_for_each_other_are_not() -> None:
    price = said("A", "condition", condition="x", condition_provision="talks")
    accepted = said("B", "accept")
    talks = (said("A", "accept", "talks"), said("B", "accept", "talks"))
    assert outlook("ceasefire", price, accepted, *talks).agreed
    waiting = said("B", "condition", "talks", condition="y", condition_provision="ceasefire")
    assert not outlook("ceasefire", price, accepted, waiting, said("A", "accept", "talks")).agreed


def test_who_need_not_consent_stands_in_nobody_s_way() -> None:
    case = Case(Path(), consent={"ceasefire": ("A", "B")})
    kept = record([said("A", "accept"), said("B", "accept"), said("C", "reject")])
    (free,) = blockers(kept, "ceasefire", case=case)
    assert (free.agreed, free.blockers) == (True, ())
    assert because(blockers(kept, "ceasefire")[0]) == [["C: ceasefire"]]


def test_an_unknown_provision_is_refused_with_the_choices() -> None:
    with pytest.raises(QuestionError, match="no provision 'peace'; it speaks of: ceasefire"):
        blockers(record([said("A", "accept")]), "peace")


def test_an_empty_record_has_no_outlooks() -> None:
    assert blockers(record([])) == []


def test_who_ends_a_narrow_pause_blocks_that_pause_and_no_wider_halt() -> None:
    ended = said("A", "suspend", "limited-ceasefire", scope=HALT)
    kept = record(
        [said("A", "accept"), said("B", "accept"), ended, said("B", "accept", "limited-ceasefire", scope=HALT)]
    )
    wide, narrow = (one for one in blockers(kept) if one.provision != "talks")
    assert (wide.provision, wide.blockers) == ("ceasefire", ())
    assert because(narrow) == [[f"A: {narrow.provision}"]]


def test_a_cap_is_said() -> None:
    statements = [said(party, "reject") for party in "ABC"]
    (found,) = blockers(record(statements), "ceasefire", cap=2)
    assert (len(found.blockers), found.capped) == (2, True)


def test_blockers_of_random_tables_are_those_found_by_trying_every_set_of_positions() -> None:
    """Forward chaining over the positions decides each set here; no solver takes part."""
    kinds = {
        "c": ("ceasefire", Scope()),
        "e": ("limited-ceasefire", HALT),
        "t": ("talks", Scope()),
        "s": ("sanctions", Scope()),
    }
    provisions = [Provision(name, name, *kind) for name, kind in kinds.items()]
    for seed in range(200):
        dice = random.Random(seed)
        held = []
        for party, name in dice.sample([(party, name) for party in "ABC" for name in kinds], dice.randint(0, 7)):
            price = dice.choice([one for one in kinds if one != name])
            stance = dice.choice(
                ("rejects", "has suspended", "accepts on condition", "accepts on condition", "accepts")
            )
            conditions = (Condition(price, dice.random() < 0.8),) if stance == "accepts on condition" else ()
            held.append(Position(party, name, stance, conditions=conditions))
        goal = dice.choice(provisions)
        (found,) = outlooks(provisions, held, [goal], cap=1000)
        sets = chain.from_iterable(combinations(held, size) for size in range(len(held) + 1))
        ruled_out = [frozenset(one) for one in sets if not possible(goal.id, one, provisions)]
        minimal = {one for one in ruled_out if not any(other < one for other in ruled_out)}
        assert {frozenset(one.because) for one in found.blockers} == minimal, seed
        moved = {frozenset((one.party, one.provision) for one in unlock.changes) for unlock in found.unlocks}
        assert moved == hitting(minimal), seed


def possible(goal: str, held: tuple[Position, ...], provisions: list[Provision]) -> bool:
    """Whether nothing that the goal brings with it is refused, and nothing asked for in its own right suspended."""
    brought, out, asked, ended = {goal}, set(), {goal}, set()
    while True:
        fresh = {b.id for a in provisions for b in provisions if a.id in brought and brings_about(a, b)}
        for one in held:
            if one.provision in brought:
                wanted = {price.provision for price in one.conditions if price.wanted}
                fresh |= wanted
                asked |= wanted
                out |= {price.provision for price in one.conditions if not price.wanted}
                out |= {one.provision} if one.stance == "rejects" else set()
                ended |= {one.provision} if one.stance == "has suspended" else set()
        if fresh <= brought:
            return not brought & out and not asked & ended
        brought |= fresh


def hitting(conflicts: set[frozenset[Position]]) -> set[frozenset[tuple[str, str]]]:
    """The minimal sets of positions that take one from each conflict: the corrections, by duality."""
    if not conflicts:
        return set()
    everyone = sorted(frozenset().union(*conflicts), key=lambda one: (one.party, one.provision))
    sets = [frozenset(one) for one in chain.from_iterable(combinations(everyone, n) for n in range(len(everyone) + 1))]
    hits = [one for one in sets if all(one & conflict for conflict in conflicts)]
    return {frozenset((p.party, p.provision) for p in one) for one in hits if not any(other < one for other in hits)}
