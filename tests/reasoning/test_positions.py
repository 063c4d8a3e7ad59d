"""Where a party stands: which act wins, what only stands beside it, and what counts for nothing."""

from __future__ import annotations

import random
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reasoning.said import END, record, said

from ceasefire.coding.statement import Coded, Statement
from ceasefire.reading.document import Document
from ceasefire.reasoning.positions import positions
from ceasefire.reasoning.state import Position
from ceasefire.record.memory import MemoryRecord


def only(*statements: Statement) -> Position:
    (found,) = [one for one in positions(record(statements)) if one.party == "A"]
    return found


def test_the_latest_firm_act_wins() -> None:
    refused, agreed = said("A", "reject", on="2025-03-01"), said("A", "accept", on="2025-03-10")
    found = only(agreed, refused)
    assert (found.stance, found.firm, found.since.edtf) == ("accepts", True, "2025-03-10")
    assert (found.statements, found.contradicted_by) == ((agreed.id,), ())


def test_since_is_when_the_stance_was_first_taken_without_a_break() -> None:
    first, again = said("A", "reject", on="2025-03-01"), said("A", "reject", on="2025-03-10")
    found = only(again, first)
    assert (found.since.edtf, found.statements) == ("2025-03-01", (first.id, again.id))


def test_a_later_hedged_act_does_not_override_a_firm_one_and_is_shown() -> None:
    refused = said("A", "reject", on="2025-03-01")
    hedged = said("A", "accept", on="2025-03-10", modality="tentative")
    found = only(refused, hedged)
    assert (found.stance, found.firm, found.contradicted_by) == ("rejects", True, (hedged.id,))


def test_a_hedged_act_alone_counts_and_says_that_it_is_hedged() -> None:
    assert only(said("A", "accept", modality="planned")).firm is False


def test_a_hedge_in_the_same_document_qualifies_the_headline() -> None:
    found = only(said("A", "accept"), said("A", "accept", modality="tentative"))
    assert (found.stance, found.firm) == ("accepts", False)


def test_what_is_carried_out_is_firm_whatever_was_hedged() -> None:
    assert only(said("A", "implement"), said("A", "accept", modality="tentative")).firm


def test_two_acts_of_one_date_that_contradict_are_both_kept() -> None:
    agreed, refused = said("A", "accept", start=1), said("A", "reject", start=2)
    found = only(agreed, refused)
    assert (found.stance, found.contradicted_by) == ("rejects", (agreed.id,))


def test_a_price_and_an_acceptance_of_one_date_are_an_acceptance_on_condition() -> None:
    price = said("A", "condition", condition="x", condition_provision="foreign-support", condition_scope=END)
    found = only(said("A", "accept"), price)
    assert (found.stance, found.contradicted_by) == ("accepts on condition", ())


def test_prices_set_on_one_date_add_up_and_a_later_acceptance_drops_them() -> None:
    first = said("A", "condition", on="2025-03-01", condition="x", condition_provision="sanctions")
    second = said("A", "condition", on="2025-03-01", condition="y", condition_provision="territory")
    assert [one.provision for one in only(first, second).conditions] == ["sanctions", "territory"]
    assert only(first, second, said("A", "accept", on="2025-03-02")).conditions == ()


def test_a_price_that_no_category_fits_keeps_its_words() -> None:
    (price,) = only(said("A", "condition", condition="once the snow melts")).conditions
    assert (price.provision, price.words) == ("", "once the snow melts")


def test_a_proposal_takes_back_no_acceptance_but_replaces_a_refusal() -> None:
    assert only(said("A", "accept", on="2025-03-01"), said("A", "propose", on="2025-03-02")).stance == "accepts"
    assert only(said("A", "reject", on="2025-03-01"), said("A", "propose", on="2025-03-02")).stance == "has proposed"


def test_a_claim_by_another_party_counts_less_than_own_words() -> None:
    claim = said("A", "accept", speaker="B", on="2025-03-05")
    assert (only(claim).stance, only(claim).firm) == ("accepts", False)
    own = said("A", "reject", speaker="A", on="2025-03-01")
    assert (only(claim, own).stance, only(claim, own).contradicted_by) == ("rejects", (claim.id,))


def test_a_denial_beats_a_claim_and_is_no_refusal() -> None:
    claim = said("A", "accept", speaker="B", on="2025-03-05")
    denial = said("A", "deny", on="2025-03-06", speaker="A")
    found = only(claim, denial)
    assert (found.stance, found.statements) == ("unknown", (denial.id,))


def test_a_denial_of_an_accusation_changes_no_position() -> None:
    claim = said("A", "accept", speaker="B", on="2025-03-05")
    accusation = said("B", "accuse", recipient="A", on="2025-03-06")
    assert only(claim, accusation, said("A", "deny", on="2025-03-06")).stance == "accepts"


def test_a_denial_does_not_undo_own_words() -> None:
    claim = said("A", "accept", speaker="B", on="2025-03-04")
    own = said("A", "accept", on="2025-03-05")
    denial = said("A", "deny", on="2025-03-06", document="e")
    assert only(claim, own, denial).stance == "accepts"


def test_not_accepting_is_listed_as_unknown_and_never_as_a_refusal() -> None:
    assert only(said("A", "accept", modality="negated")).stance == "unknown"


def test_accusing_breaking_meeting_and_mediating_change_no_position() -> None:
    for act in ("accuse", "violate", "consult", "mediate", "deny"):
        assert positions(record([said("A", act, recipient="B")])) == []


def test_what_is_only_supposed_counts_nowhere() -> None:
    assert positions(record([said("A", "accept", modality="hypothetical")])) == []


def test_suspending_is_a_position_and_resuming_ends_it() -> None:
    suspended = said("A", "suspend", on="2025-03-05")
    assert only(said("A", "accept", on="2025-03-01"), suspended).stance == "has suspended"
    assert only(suspended, said("A", "implement", on="2025-03-07")).stance == "accepts"


ACTS = ("accept", "reject", "condition", "implement", "suspend", "propose", "deny", "accuse", "consult", "violate")
MODES = ("actual", "tentative", "planned", "hypothetical", "negated")


@st.composite
def stories(draw: st.DrawFn) -> list[Coded]:
    """A few documents of a few parties, some undated, some dated to the month."""
    found = []
    for number in range(draw(st.integers(1, 4))):
        name = f"d{number}"
        told = [
            said(
                draw(st.sampled_from("ABC")),
                draw(st.sampled_from(ACTS)),
                draw(st.sampled_from(("ceasefire", "talks"))),
                document=name,
                id=f"{name}-{place}",
                start=place,
                on=draw(st.sampled_from(("", "2025-03", "2025-03-10", "2025-03-12", "2025-04-01"))),
                modality=draw(st.sampled_from(MODES)),
                speaker=draw(st.sampled_from((None, "A", "B"))),
                recipient=draw(st.sampled_from((None, "A", "B"))),
                condition="x",
                condition_provision=draw(st.sampled_from(("ceasefire", "talks", "sanctions"))),
            )
            for place in range(draw(st.integers(0, 5)))
        ]
        found.append(Coded(Document(name, "", "", name), tuple(told)))
    return found


def kept(coded: list[Coded]) -> MemoryRecord:
    found = MemoryRecord()
    for one in coded:
        found.add(one)
    return found


@settings(max_examples=80, deadline=None)
@given(stories(), st.randoms(use_true_random=False))
def test_the_order_in_which_documents_come_changes_nothing(coded: list[Coded], dice: random.Random) -> None:
    shuffled = list(coded)
    dice.shuffle(shuffled)
    assert positions(kept(shuffled)) == positions(kept(coded))


@settings(max_examples=40, deadline=None)
@given(stories())
def test_reading_the_same_twice_changes_nothing(coded: list[Coded]) -> None:
    assert positions(kept(coded + coded)) == positions(kept(coded))


@settings(max_examples=80, deadline=None)
@given(stories(), st.sampled_from([date(2025, 3, 9), date(2025, 3, 11), date(2025, 3, 31)]))
def test_a_later_as_of_only_adds_statements_and_all_of_them_are_as_of_no_date(coded: list[Coded], day: date) -> None:
    found = kept(coded)
    early = {one.id for one in found.statements(as_of=day)}
    late = {one.id for one in found.statements(as_of=date(2025, 12, 31))}
    assert early <= late
    assert late == {one.id for one in found.statements()}
    resting = {name for one in positions(found, as_of=day) for name in one.statements}
    assert resting <= early


@settings(max_examples=80, deadline=None)
@given(stories())
def test_every_position_rests_on_statements_of_its_party_and_contradicts_none_of_them(coded: list[Coded]) -> None:
    found = kept(coded)
    for one in positions(found):
        assert one.statements
        assert not set(one.statements) & set(one.contradicted_by)
        for name in one.statements + one.contradicted_by:
            assert found.statement(name).actor == one.party
