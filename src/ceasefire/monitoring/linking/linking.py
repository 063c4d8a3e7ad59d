"""From reports to the groups of those that tell of one incident: the whole way, in order.

1. Alerts are left out; what one source repeats word for word of one place and time is taken together.
2. Pairs near each other in space and time are found (`candidates`), and compared field by field (`comparing`).
3. The weights are fitted to the data (`fitting`) and each pair gets its sum (`weighing`).
4. What people have decided is put first, then groups are joined by weight (`clusters`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ceasefire.monitoring.incident import Link
from ceasefire.monitoring.linking.arrays import NONE, Ints
from ceasefire.monitoring.linking.candidates import MOST, Grid, grid
from ceasefire.monitoring.linking.columns import Columns
from ceasefire.monitoring.linking.comparing import Comparison
from ceasefire.monitoring.linking.deciding import Conflict, Decided, Decision, decided
from ceasefire.monitoring.linking.grouping import grouped
from ceasefire.monitoring.linking.links import links_of, undone
from ceasefire.monitoring.linking.pairing import candidates, source_pairs
from ceasefire.monitoring.linking.repeats import repeated
from ceasefire.monitoring.linking.sources import ALERT, kinds, rows_of_kind
from ceasefire.monitoring.linking.weighing import weigh
from ceasefire.monitoring.linking.weights import Weights
from ceasefire.reasoning.words import words
from ceasefire.vocabulary import load


@dataclass(frozen=True, slots=True)
class Asked:
    """How reports are to be linked.

    `rows` says of a source whether its row is an "event", a "report" or an "alert"; `decisions` are what people have
    decided; `weights` (by group) are used as they are instead of being fitted; `includes` is which class of targets
    includes which directly, by default that of the vocabulary.
    """

    rows: Mapping[str, str] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    weights: Mapping[str, Weights] = field(default_factory=dict)
    includes: Mapping[str, Sequence[str]] | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """The groups of ids of reports, each of one incident, sorted; each link within them; and what is to be said.

    `undone` are links that a person took apart. `left_out` are the alerts. `conflicts` and `waiting` are decisions
    that could not be carried out. `weights` is what to give as `Asked.weights` to link in the same way again.
    """

    groups: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...]
    undone: tuple[Link, ...] = ()
    left_out: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    waiting: tuple[Decision, ...] = ()
    weights: Mapping[str, Weights] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    compared: int = 0


def link(columns: Columns, asked: Asked | None = None) -> Linked:
    """Which reports tell of one incident, why, and what could not be done."""
    asked = asked or Asked()
    kinds_of = kinds(columns.sources, asked.rows)
    alert = rows_of_kind(columns, kinds_of, ALERT)
    stands = decided(asked.decisions, (columns.ids[row] for row in np.flatnonzero(~alert)))
    first = repeated(columns, kinds_of, _named_apart(columns, stands))
    nodes = np.flatnonzero((first == np.arange(len(columns))) & ~alert)
    at = grid(columns)
    sources = source_pairs(columns, kinds_of)
    pairs = candidates(columns, at, nodes, sources)
    compare = Comparison(columns, at, first, words()["targets"] if asked.includes is None else asked.includes)
    weighed = weigh(columns, at, nodes, sources, pairs, compare, asked.weights)
    groups = grouped(columns, kinds_of, nodes, first, weighed, stands)
    notes = [*_notes(columns, at, alert.sum(), pairs.capped), *(_said(*note) for note in weighed.notes)]
    return Linked(
        groups=_ids(columns, groups, first, ~alert),
        links=links_of(columns, compare, weighed, groups, first, stands.must),
        undone=undone(columns, compare, weighed, stands.cannot),
        left_out=tuple(columns.ids[row] for row in np.flatnonzero(alert)),
        conflicts=stands.conflicts,
        waiting=stands.waiting,
        weights=weighed.weights,
        notes=tuple(notes),
        compared=len(pairs),
    )


def _named_apart(columns: Columns, stands: Decided) -> set[int]:
    """The reports that somebody holds to be different from another: they are never taken for mere repeats."""
    named = {one for decision in stands.cannot for one in decision.pair}
    return {row for row, report in enumerate(columns.ids) if report in named}


def _ids(columns: Columns, groups: Ints, first: Ints, kept: Iterable[bool]) -> tuple[tuple[str, ...], ...]:
    """The ids of each group; a repeat is in the group of the first that says the same."""
    found: dict[int, list[str]] = {}
    for row, keep in enumerate(kept):
        if keep:
            found.setdefault(int(groups[first[row]]), []).append(columns.ids[row])
    return tuple(sorted(tuple(sorted(ids)) for ids in found.values()))


def _notes(columns: Columns, at: Grid, alerts: int, capped: int) -> list[str]:
    """What is to be said of reports that could not be compared as others were."""
    counts = {
        "alerts": int(alerts),
        "no_place": int((~at.placed & (columns.region == NONE)).sum()),
        "no_day": int((~at.dated).sum()),
        "twice": columns.twice,
        "capped": capped,
    }
    return [_said(name, {"n": count, "most": MOST}) for name, count in counts.items() if count]


def _said(name: str, holds: Mapping[str, object]) -> str:
    text: str = load("linking")["notes"][name]
    return text.format(**holds)
