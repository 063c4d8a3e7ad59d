"""Which conflict a statement belongs to, found from who faces whom.

Two documents are about one conflict when they share a pair of sides, or one side that is no
go-between: mediators and great powers appear in many conflicts and join none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, groupby
from operator import attrgetter
from typing import NamedTuple

from ceasefire.coding.statement import Statement
from ceasefire.reasoning.sets import Sets
from ceasefire.reasoning.words import category

BINDING = ("accept", "reject", "condition", "implement", "suspend", "violate")
ADDRESSING = ("propose", "accuse", "violate", "condition", "implement", "suspend", "accept", "reject")
THIRD = ("propose", "mediate", "consult")

Conflict = tuple[str, ...]


class Deed(NamedTuple):
    """Who did what to whom, and whom it would bind: all that sides are told by."""

    actor: str
    act: str
    recipient: str | None
    between: tuple[str, ...]


_DEED = attrgetter("actor", "act", "recipient", "scope.between")


def deeds(statements: Iterable[Statement]) -> dict[Deed, int]:
    """Each deed that statements tell of, and how many do."""
    return {Deed(*deed): times for deed, times in Counter(map(_DEED, statements)).items()}


def conflicts(statements: Sequence[Statement]) -> dict[str, Conflict]:
    """For each statement id the parties that fight in its conflict, most often named first; () when none is known.

    `statements` must be in order of document and place.
    """
    texts = {name: list(group) for name, group in groupby(statements, key=lambda one: one.document)}
    groups = {name: _groups(text) for name, text in texts.items()}
    found = _joined((group for here in groups.values() for group in here), go_betweens(statements))
    named = {conflict: _most_named(conflict, statements) for conflict in found}
    answer: dict[str, Conflict] = {}
    for name, text in texts.items():
        answer.update(_placed(text, groups[name], found, named))
    return answer


def sides(given: Collection[Deed]) -> frozenset[str]:
    """The parties that these deeds show to be bound by a halt: those who act on it, are addressed, or are named.

    A party that only proposes, mediates or meets is a third party, whoever answers it.
    """
    acts: dict[str, set[str]] = {}
    for one in given:
        acts.setdefault(one.actor, set()).add(one.act)
    third = {party for party, done in acts.items() if done.issubset(THIRD)}
    third |= {party for party, done in acts.items() if "mediate" in done and not done & {"violate", "reject"}}
    named = {party for one in given for party in one.between}
    bound = {one.actor for one in given if one.act in BINDING}
    bound |= {one.recipient for one in given if one.recipient and one.act in ADDRESSING}
    return frozenset(named | (bound - third))


def _groups(text: Sequence[Statement]) -> list[frozenset[str]]:
    """The sides in one document: one group, or several when pairs of them have nothing in common.

    Who accuses a side of breaking a halt counts here as facing it, though a halt need not bind the accuser.
    """
    hostile = [one for one in text if category(one.provision).get("hostile")]
    parties = sides(deeds(hostile)) | {one.actor for one in hostile if one.act == "accuse" and one.recipient}
    linked = Sets(sorted(parties))
    for one in hostile:
        for a, b in _pairs(one):
            if a in parties and b in parties:
                linked.join(a, b)
    groups = [group for group in linked.groups() if len(group) > 1]
    return groups if len(groups) > 1 else ([parties] if parties else [])


def _pairs(statement: Statement) -> Iterator[tuple[str, str]]:
    if statement.recipient and statement.act in ADDRESSING:
        yield statement.actor, statement.recipient
    yield from combinations(sorted(set(statement.scope.between)), 2)


def go_betweens(statements: Iterable[Statement]) -> frozenset[str]:
    """Parties that mediate, or put a halt to others, and that nobody says to have broken one."""
    given = [one for one in statements if category(one.provision).get("hostile")]
    between = {one.actor for one in given if one.act == "mediate" or (one.act == "propose" and one.recipient)}
    accused = {one.recipient for one in given if one.act == "accuse"} | {
        one.actor for one in given if one.act == "violate"
    }
    return frozenset(between - accused)


def _joined(groups: Iterable[frozenset[str]], between: frozenset[str]) -> list[frozenset[str]]:
    """Groups that share a pair, or one party that is no go-between, are one conflict; who is in none stands alone."""
    distinct = sorted(set(groups), key=sorted)
    several = [group for group in distinct if len(group) > 1]
    linked = Sets(range(len(several)))
    first: dict[tuple[str, ...], int] = {}
    for number, group in enumerate(several):
        for shared in chain(combinations(sorted(group), 2), ((party,) for party in sorted(group - between))):
            linked.join(first.setdefault(shared, number), number)
    found = [frozenset().union(*(several[number] for number in numbers)) for numbers in linked.groups()]
    alone = [group for group in distinct if len(group) == 1 and not any(group <= conflict for conflict in found)]
    return sorted(found, key=sorted) + alone


def _most_named(conflict: frozenset[str], statements: Sequence[Statement]) -> Conflict:
    counts = Counter(one.actor for one in statements) + Counter(one.recipient for one in statements if one.recipient)
    return tuple(sorted(conflict, key=lambda party: (-counts[party], party)))


def _placed(
    text: Sequence[Statement],
    groups: Sequence[frozenset[str]],
    found: Sequence[frozenset[str]],
    named: Mapping[frozenset[str], Conflict],
) -> Iterator[tuple[str, Conflict]]:
    """Each statement of a document with its conflict: its parties', else that of the statement before it.

    A document that shows at most one side belongs to the conflict with which it has the most parties in common.
    """
    here = [conflict for conflict in found if any(group <= conflict for group in groups)]
    if all(len(conflict) == 1 for conflict in here):
        everyone = frozenset(party for one in text for party in _parties(one))
        several = [conflict for conflict in found if len(conflict) > 1 and conflict & everyone]
        closest = max(several, key=lambda conflict: len(conflict & everyone), default=None)
        here = [closest] if closest is not None else here or (list(found) if len(found) == 1 else [])
    before = here[0] if here else None
    for one in text:
        mine = [conflict for conflict in here if conflict & _parties(one)]
        before = mine[0] if mine and before not in mine else before
        yield one.id, named[before] if before is not None else ()


def _parties(statement: Statement) -> frozenset[str]:
    return frozenset(
        {statement.actor, *statement.scope.between, *([statement.recipient] if statement.recipient else [])}
    )
