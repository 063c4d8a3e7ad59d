"""What changed between two dates: how far it reaches, prices, what is new, and which steps are due."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reasoning.said import HALT, TRUCE, record, said

from ceasefire.coding.statement import Scope, Statement
from ceasefire.errors import QuestionError
from ceasefire.reasoning.changes import direction
from ceasefire.reasoning.changes_answer import changes_answer
from ceasefire.reasoning.compared import compare
from ceasefire.reasoning.moves import Moves, moves
from ceasefire.reasoning.positions import positions
from ceasefire.reasoning.reach import came_down
from ceasefire.reasoning.step_day import step_day

EARLY, BEFORE, LATE, AFTER = "2025-03-10", date(2025, 3, 11), "2025-03-17", date(2025, 3, 18)


def between(*statements: Statement, since: date = BEFORE, until: date = AFTER) -> Moves:
    return moves(record(statements), since, until)


def rollback() -> list[Statement]:
    """A accepted a truce of thirty days; B puts a price on a ceasefire and accepts a halt of thirty days."""
    halt = Scope(targets=("energy-infrastructure",), duration="P30D")
    return [
        said("A", "accept", on=EARLY, scope=TRUCE, recipient="B", document="a"),
        said("B", "condition", on=LATE, condition="x", condition_provision="foreign-support", document="b"),
        said("B", "accept", "limited-ceasefire", on=LATE, scope=halt, recipient="A", document="b"),
    ]


def test_a_truce_that_came_down_to_a_halt_is_narrower() -> None:
    (found,) = between(*rollback()).reaches
    assert (found.direction, found.wide, found.narrow) == (
        "away",
        "ceasefire-30-days",
        "energy-infrastructure-halt-30-days",
    )
    assert [one.party for one in found.wide_for] == ["A"]
    assert [(one.party, one.provision) for one in found.against] == [("B", "ceasefire")]


def test_a_halt_that_grew_into_a_truce_is_wider() -> None:
    halt = said("B", "accept", "limited-ceasefire", on=EARLY, scope=HALT, document="a")
    refused, agreed = said("B", "reject", on=EARLY, document="a"), said("B", "accept", on=LATE, document="b")
    (found,) = between(halt, refused, agreed).reaches
    assert (found.direction, found.wide, found.narrow) == ("towards", "ceasefire", "energy-infrastructure-halt")


def test_nothing_is_narrower_while_the_wide_one_stays_open_or_nobody_gave_it_up_for_less() -> None:
    truce, price, halt = rollback()
    assert between(truce, halt).reaches == ()
    assert between(truce, price).reaches == ()


def test_a_price_on_a_ceasefire_is_none_on_the_truce_that_the_party_itself_accepts() -> None:
    own = said("B", "accept", on=LATE, scope=TRUCE, recipient="A", document="c")
    assert between(*rollback(), own).reaches == ()


def test_prices_named_and_dropped_are_told_with_their_words() -> None:
    early = said("A", "condition", on=EARLY, condition="x", condition_provision="sanctions")
    late = said("A", "condition", on=LATE, condition="y", condition_provision="territory")
    found = between(early, late)
    assert [(one.condition.words, one.statements) for one in found.new_prices] == [("y", (late.id,))]
    assert [(one.condition.words, one.statements) for one in found.dropped_prices] == [("x", (late.id,))]


def test_a_provision_is_new_when_nobody_had_spoken_of_it() -> None:
    first = said("A", "propose", "monitoring", on=LATE)
    found = between(said("A", "accept", on=EARLY), said("A", "reject", on=LATE), first)
    assert [(one.provision, one.statements) for one in found.new_provisions] == [("monitoring", (first.id,))]


def steps_of(*statements: Statement, until: date = AFTER) -> list[tuple[str, str]]:
    return [(one.state, one.day.edtf) for one in between(*statements, until=until).steps]


@pytest.mark.parametrize(
    ("until", "state"),
    [(date(2025, 3, 18), "ahead"), (date(2025, 3, 19), "due"), (date(2025, 3, 20), "overdue")],
)
def test_a_step_is_ahead_due_or_overdue_by_the_day_that_its_words_name(until: date, state: str) -> None:
    freed = said("A", "accept", "prisoner-release", on="2025-03-17", quote="175 would be freed on Wednesday")
    assert steps_of(freed, until=until) == [(state, "2025-03-19")]


def test_a_step_is_done_when_a_later_text_says_so() -> None:
    agreed = said("A", "accept", "talks", on="2025-03-12", scope=Scope(area=("Jeddah",)))
    met = said("A", "consult", "talks", on="2025-03-15", scope=Scope(area=("Jeddah",)), document="e")
    elsewhere = said("A", "consult", "talks", on="2025-03-15", scope=Scope(area=("Geneva",)), document="e")
    assert steps_of(agreed, met) == [("done", "")]
    assert steps_of(agreed, elsewhere) == [("open", "")]
    assert between(agreed, met, since=date(2025, 3, 16)).steps == ()


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("agreed on Tuesday to meet", ""),  # said on that Tuesday
        ("agreed on Monday to meet", ""),
        ("to meet on Friday", "2025-03-21"),
        ("to meet on 2 April", "2025-04-02"),
        ("to meet on April 2", "2025-04-02"),
        ("to meet tomorrow", "2025-03-19"),
        ("встретиться 24 марта", "2025-03-24"),
        ("to meet on 30 February", ""),
        ("to meet", ""),
    ],
)
def test_the_day_of_a_step_is_the_one_that_its_words_name_ahead(words: str, day: str) -> None:
    assert step_day(said("A", "consult", "talks", on="2025-03-18", quote=words)).edtf == day


def test_dates_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(QuestionError, match="later"):
        moves(record([]), AFTER, BEFORE)


DAYS = [date(2025, 3, day) for day in range(1, 6)]
STATEMENTS = st.lists(
    st.builds(
        lambda actor, act, kind, scope, day, modality, document: said(
            actor,
            act,
            kind,
            on=day.isoformat(),
            modality=modality,
            document=document,
            scope=scope if kind == "limited-ceasefire" else Scope(duration=scope.duration),
            condition="x" if act == "condition" else None,
            condition_provision="sanctions" if act == "condition" else None,
        ),
        st.sampled_from("AB"),
        st.sampled_from(["accept", "reject", "condition", "propose", "suspend", "consult"]),
        st.sampled_from(["ceasefire", "limited-ceasefire", "talks"]),
        st.sampled_from([HALT, Scope(targets=("energy-infrastructure",), duration="P30D")]),
        st.sampled_from(DAYS),
        st.sampled_from(["actual", "tentative", "planned"]),
        st.sampled_from("de"),
    ),
    max_size=10,
)


@settings(max_examples=60, deadline=None)
@given(STATEMENTS, st.sampled_from(DAYS))
def test_nothing_moves_between_a_day_and_itself(statements: list[Statement], day: date) -> None:
    found = moves(record(statements), day, day)
    assert (found.reaches, found.shifts, found.new_prices, found.dropped_prices, found.new_provisions) == ((),) * 5


@settings(max_examples=60, deadline=None)
@given(STATEMENTS, st.sampled_from(DAYS), st.sampled_from(DAYS))
def test_what_moved_leads_to_where_everyone_stands(statements: list[Statement], a: date, c: date) -> None:
    kept, (since, until) = record(statements), sorted((a, c))
    compared, found = compare(kept, since, until), moves(kept, since, until)
    assert list(compared.after.values()) == positions(kept, until)
    moved = {(one.party, one.provision): one for one in found.shifts}
    for key, after in compared.after.items():
        if key in moved:
            assert (moved[key].before, moved[key].after) == (compared.before.get(key), after)
        else:
            assert compared.before[key].stance == after.stance
    first_and_last = [(one.before, one.after) for one in found.shifts if one.before]
    mirrored = {"towards": "away", "away": "towards", "aside": "aside"}
    assert all(direction(after, before) == mirrored[direction(before, after)] for before, after in first_and_last)


@settings(max_examples=60, deadline=None)
@given(STATEMENTS, st.sampled_from(DAYS), st.sampled_from(DAYS), st.randoms())
def test_order_does_not_matter_and_narrower_is_wider_read_backwards(
    statements: list[Statement], a: date, c: date, chance: object
) -> None:
    since, until = sorted((a, c))
    mixed = statements[:]
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert changes_answer(record(statements), since, until) == changes_answer(record(mixed), since, until)
    compared = compare(record(statements), since, until)
    known = list(compared.on.provisions)
    backwards = came_down(known, compared.after, compared.before)
    wider = [one for one in moves(record(statements), since, until).reaches if one.direction == "towards"]
    assert [(one.wide, one.narrow) for one in backwards] == [(one.wide, one.narrow) for one in wider]
