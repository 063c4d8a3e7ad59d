"""The pairing of rows with columns, one to one, whose weights add up to the most (the Hungarian method)."""

from __future__ import annotations

from collections.abc import Mapping


def heaviest(weights: Mapping[tuple[int, int], int], rows: int, columns: int) -> list[tuple[int, int]]:
    """The pairs (row, column) of the heaviest pairing, sorted; a pair without a weight is never made.

    Kuhn's Hungarian method with potentials, O(n³), in whole numbers (Munkres 1957).
    """
    size = max(rows, columns)
    top = max(weights.values(), default=0)
    cost = [[top - weights.get((row, column), 0) for column in range(size)] for row in range(size)]
    row_of = _cheapest(cost)
    return sorted((row, column) for column, row in enumerate(row_of) if (row, column) in weights)


def _cheapest(cost: list[list[int]]) -> list[int]:
    """For each column of a square table the row that it goes with, at the least total cost."""
    size = len(cost)
    by_row, by_column = [0] * (size + 1), [0] * (size + 1)
    match = [size] * (size + 1)  # column → row; the column `size` is where a free row starts
    for row in range(size):
        match[size] = row
        _augment(cost, match, by_row, by_column)
    return match[:size]


def _augment(cost: list[list[int]], match: list[int], by_row: list[int], by_column: list[int]) -> None:
    """Finds the free row of the last column a place, moving others where that costs least."""
    size = len(cost)
    slack: list[int | None] = [None] * size
    came_from = [size] * size
    used: list[int] = []
    free = [True] * (size + 1)
    current = size
    while match[current] != size or current == size:
        used.append(current)
        free[current] = False
        row = match[current]
        for column in range(size):
            if free[column]:
                reduced = cost[row][column] - by_row[row] - by_column[column]
                known = slack[column]
                if known is None or reduced < known:
                    slack[column], came_from[column] = reduced, current
        step, current = min((value, column) for column, value in enumerate(slack) if value is not None and free[column])
        for column in used:
            by_row[match[column]] += step
            by_column[column] -= step
        for column, value in enumerate(slack):
            if value is not None and free[column]:
                slack[column] = value - step
    while current != size:
        match[current] = match[came_from[current]]
        current = came_from[current]
