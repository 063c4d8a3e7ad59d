"""The heaviest pairing is the heaviest: no other pairing of the same rows and columns weighs more."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from ceasefire.reasoning.assignment import heaviest

SIZES = st.integers(0, 5)
TABLES = st.tuples(SIZES, SIZES).flatmap(
    lambda size: st.tuples(
        st.just(size[0]),
        st.just(size[1]),
        st.dictionaries(
            st.tuples(st.integers(0, max(size[0] - 1, 0)), st.integers(0, max(size[1] - 1, 0))),
            st.integers(1, 9),
            max_size=size[0] * size[1],
        ),
    )
)


@settings(max_examples=80, deadline=None)
@given(TABLES)
def test_no_other_pairing_weighs_more(table):
    rows, columns, weights = table
    chosen = heaviest(weights, rows, columns)
    assert len({row for row, _ in chosen}) == len({column for _, column in chosen}) == len(chosen)
    assert sum(weights[pair] for pair in chosen) == best(weights, rows, columns)


def best(weights: dict[tuple[int, int], int], rows: int, columns: int) -> int:
    """The weight of the heaviest pairing, by trying them all."""
    size = max(rows, columns)
    return max(
        (sum(weights.get(pair, 0) for pair in enumerate(order)) for order in permutations(range(size))), default=0
    )


def test_nothing_is_paired_that_has_nothing_in_common():
    assert heaviest({(0, 1): 5}, 2, 3) == [(0, 1)]
    assert heaviest({}, 2, 2) == []
