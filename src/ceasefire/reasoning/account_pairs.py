"""Which provision of one account is which of the other: one to one, the closest scopes together, the best overall.

Provisions that both word alike belong together. Of the rest two may belong together when they are of one category
(or of categories that may word one thing at one place), head the same way, and contradict each other in neither
occasion nor targets. Of all ways to pair them, the one with the most in common is taken; it is the same one
whichever account comes first.
"""

from __future__ import annotations

from collections.abc import Sequence

from ceasefire.reasoning.account_terms import Term
from ceasefire.reasoning.assignment import heaviest
from ceasefire.reasoning.words import alike, category, included

Pair = tuple[Term | None, Term | None]


def pairs(first: Sequence[Term], second: Sequence[Term]) -> list[Pair]:
    """Every provision of both accounts once, beside its counterpart or beside nothing."""
    theirs = {one.key: one for one in second}
    found: list[Pair] = [(one, theirs[one.key]) for one in first if one.key in theirs]
    paired = {one.key for one, _ in found if one is not None}
    left = [one for one in first if one.key not in paired]
    right = [one for one in second if one.key not in paired]
    chosen = heaviest(_weights(left, right), len(left), len(right))
    found += [(left[row], right[column]) for row, column in chosen]
    rows, columns = {row for row, _ in chosen}, {column for _, column in chosen}
    found += [(one, None) for row, one in enumerate(left) if row not in rows]
    found += [(None, one) for column, one in enumerate(right) if column not in columns]
    return found


def _weights(left: Sequence[Term], right: Sequence[Term]) -> dict[tuple[int, int], int]:
    """How much each two have in common. No two sets of pairs weigh the same, so that there is one best."""
    found = {
        (row, column): close
        for row, one in enumerate(left)
        for column, other in enumerate(right)
        if (close := closeness(one, other)) > 0
    }
    order = sorted(found, key=lambda pair: sorted(map(repr, (left[pair[0]].key, right[pair[1]].key))))
    return {pair: (found[pair] << len(order)) + (1 << place) for place, pair in enumerate(order)}


def closeness(one: Term, other: Term) -> int:
    """How much two provisions have in common; 0 when they are different things. The same in both directions."""
    a, b = one.scope, other.scope
    place = bool(set(a.area) & set(b.area))
    kind = one.category == other.category
    if a.direction != b.direction or (a.occasion and b.occasion and a.occasion != b.occasion):
        return 0
    if not kind and not (place and alike(one.category, other.category)):
        return 0
    targets = _targets(one, other) if kind else 0
    if targets is None or (kind and category(one.category).get("halt") and a.area and b.area and not place):
        return 0
    return (
        8 * kind
        + targets
        + (4 if place else 1 if not (a.area or b.area) else 0)
        + 4 * bool(a.occasion and a.occasion == b.occasion)
        + 2 * bool(set(a.domains) & set(b.domains))
        + 2 * bool(a.duration and a.duration == b.duration)
        + bool(set(one.parties) & set(other.parties))
    )


def _targets(one: Term, other: Term) -> int | None:
    """How close the targets are; None when the two name different things."""
    a, b = set(one.scope.targets), set(other.scope.targets)
    if not a or not b:
        return 2 if a == b else 1
    reach = [frozenset[str]().union(*map(included, group)) for group in (a, b)]
    if a == b:
        return 6
    return 5 if reach[0] >= b or reach[1] >= a else 3 if reach[0] & reach[1] else None
