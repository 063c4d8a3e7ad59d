"""What is said the same way is reasoned once; the answers are those of reasoning about each statement by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import groupby

import pytest
from benchmarks.big_case import case, coded

from ceasefire.coding.statement import Scope, Statement
from ceasefire.reasoning.conflicts import deeds, sides
from ceasefire.reasoning.consent import givers, taking_part
from ceasefire.reasoning.mentions import LIMITS, Mention, joined, mentions, says_more
from ceasefire.reasoning.positions import histories, stands, stood_and_stand
from ceasefire.reasoning.provisions import agenda
from ceasefire.reasoning.recalled import recalled
from ceasefire.record.case import Case
from ceasefire.record.copies import told_once
from ceasefire.record.memory import MemoryRecord
from ceasefire.record.order import as_told, in_text, texts, told

SEEDS = range(1, 5)


def statements(seed: int, count: int = 150) -> list[Statement]:
    """A small case in no order that the reasoning could rely on."""
    record = MemoryRecord()
    for one in coded(count, seed):
        record.add(one)
    return sorted(record.statements(), key=lambda one: one.id)


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return case(tmp_path_factory.mktemp("case"))


def each_by_itself(one: Statement) -> Statement:
    """The same statement whose scopes no other statement shares."""
    return replace(one, scope=replace(one.scope), condition_scope=replace(one.condition_scope))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_orders_are_those_of_their_keys(seed: int) -> None:
    given = statements(seed)
    assert as_told(given) == sorted(given, key=told)
    by_place = groupby(sorted(given, key=in_text), key=lambda one: one.document)
    assert list(texts(given).items()) == [(name, list(text)) for name, text in by_place]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("told_of_a_case", [True, False])
def test_statements_that_share_a_scope_are_read_like_those_that_do_not(
    seed: int, told_of_a_case: bool, big: Case
) -> None:
    given, about = statements(seed), big if told_of_a_case else None
    shared = Scope()
    alike = [replace(one, scope=shared) if one.scope == shared else one for one in given]
    apart = [each_by_itself(one) for one in given]
    assert agenda(alike, about) == agenda(apart, about) == agenda(as_told(given), about)
    assert histories(alike, agenda(alike, about)) == histories(apart, agenda(apart, about))


@pytest.mark.parametrize("seed", SEEDS)
def test_where_a_party_stands_is_where_its_story_ends(seed: int, big: Case) -> None:
    given = as_told(statements(seed, 2_000))
    on = agenda(given, big)
    told_of = histories(given, on)
    assert stands(given, on) == [told_of[key][-1] for key in sorted(told_of)]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kept", ["before a date", "every third"])
def test_where_everyone_stood_is_what_had_been_said_then_shows(seed: int, kept: str, big: Case) -> None:
    given = as_told(statements(seed, 600))
    then = frozenset(one.id for one in (given[:250] if kept == "before a date" else given[::3]))
    on = agenda(given, big)
    before, after = stood_and_stand(given, then, on)
    assert list(before.values()) == stands([one for one in given if one.id in then], on)
    assert list(after.values()) == stands(given, on)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_mention_takes_the_extent_that_its_document_alone_gives_it(seed: int) -> None:
    for text in texts(statements(seed)).values():
        given = [each for one in text for each in mentions(one)]
        for before, after in zip(given, joined(given), strict=True):
            fuller = {other.extent for other in given if says_more(other.extent, before.extent)}
            fullest = [one for one in fuller if not any(says_more(other, one) for other in fuller)]
            assert after.extent == before.extent or [after.extent] == fullest
            assert replace_extent(after, before) == before


@pytest.mark.parametrize("seed", SEEDS)
def test_what_recalls_an_earlier_document_is_the_same_one_by_one_in_time(seed: int) -> None:
    given = [each for text in texts(statements(seed)).values() for one in text for each in mentions(one)]
    expected = dict(zip(map(id, given), given, strict=True))
    earlier: list[Mention] = []
    for one in sorted(given, key=lambda one: (told(one.statement), one.condition)):
        limits = one.extent[1]
        if one.statement.said.known and (limits.targets or limits.occasion):
            last = [each for each in earlier if same_but_length(each, one) and each.extent[1].duration]
            others = {each.extent for each in last if each.statement.document != one.statement.document}
            elsewhere = [each for each in {each.extent: each for each in last}.values() if each.extent in others]
            if elsewhere and not limits.duration:
                expected[id(one)] = replace_extent(one, max(elsewhere, key=last_index(last)))
            earlier.append(expected[id(one)])
    assert recalled(given) == list(expected.values())


@pytest.mark.parametrize("seed", SEEDS)
def test_deeds_show_what_their_statements_show(seed: int) -> None:
    given = statements(seed)
    once = deeds(given)
    one_by_one = [deed for one in given for deed in deeds([one])]
    assert sum(once.values()) == len(given)
    assert sides(once) == sides(one_by_one)
    assert givers(once) == givers(one_by_one)
    assert taking_part(once) == taking_part(one_by_one)


@pytest.mark.parametrize("seed", SEEDS)
def test_without_copies_nothing_is_joined(seed: int) -> None:
    found = list(coded(150, seed))
    given = [one for each in found for one in each.statements]
    alone = {each.document.id: replace(each.document, copy=None) for each in found}
    assert told_once(given, alone).once == tuple(sorted(given, key=told))


def replace_extent(one: Mention, like: Mention) -> Mention:
    """A mention with the extent of another."""
    return one._replace(extent=like.extent)


def same_but_length(one: Mention, other: Mention) -> bool:
    """Whether two mentions limit the same in all but how long it lasts."""
    kinds = (one.extent[0], other.extent[0])
    return kinds[0] == kinds[1] and all(
        getattr(one.extent[1], name) == getattr(other.extent[1], name)
        for name in (*LIMITS, "direction")
        if name != "duration"
    )


def last_index(given: list[Mention]) -> Callable[[Mention], int]:
    """Where in a list the very mention stands."""
    return lambda one: max(number for number, each in enumerate(given) if each is one)
