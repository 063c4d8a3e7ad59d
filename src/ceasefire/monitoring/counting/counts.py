"""Incidents counted under every version of the terms: equi-joins and sums, the same on DuckDB and on Spark."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ceasefire.monitoring.assessment import NOT_YET_CHECKED, UNVERIFIABLE
from ceasefire.monitoring.assessment import OUTSIDE as OUTSIDE_OF_IT
from ceasefire.monitoring.scope_rules import NOT_TOLD, OUTSIDE, TOO_COARSE

if TYPE_CHECKING:
    import ibis.expr.types as ir

GROUP = ("kind", "first", "last", "sure")
"""What incidents are grouped by before terms are joined: their kind, their days, and how sure they are."""

COUNTED = ("version", "kind", "first", "last", "verdict", "outside_by")
"""All that can be told apart in the answer."""

DAILY = ("version", "first", "last", "verdict")
"""What is told apart where only days and verdicts are asked for."""


def grouped(incidents: ir.Table, class_of: ir.Table) -> ir.Table:
    """How many incidents there are of each class of kinds (rows of `ClassOf`), span of days and sureness."""
    joined = incidents.rename(of="kind").inner_join(class_of, "of")
    return joined.group_by(list(GROUP)).aggregate(n=joined.count())


def daily_totals(incidents: ir.Table, attacks: ir.Table) -> ir.Table:
    """How many incidents there are in each span of days, of kinds that are or may be attacks (rows of `ClassOf`)."""
    met = incidents.semi_join(attacks, incidents.kind == attacks.of)
    return met.group_by("first", "last").aggregate(n=met.count())


def counted(groups: ir.Table, kind_keys: ir.Table, span_keys: ir.Table, by: Sequence[str] = COUNTED) -> ir.Table:
    """How many incidents of each version, span of days, kind and verdict there are; `outside_by` says why outside.

    `groups` come from `grouped`; the keys are rows of `KindKey` and `SpanKey`. `by` are the columns to tell apart.
    """
    import ibis

    spans = span_keys.rename(in_time="state")
    joined = groups.inner_join(kind_keys, "kind").inner_join(spans, ["version", "first", "last"])
    in_time, state = joined.in_time, joined.state
    verdict = ibis.cases(
        ((state == OUTSIDE) | (in_time == OUTSIDE), OUTSIDE_OF_IT),
        ((state == TOO_COARSE) | (in_time == TOO_COARSE), UNVERIFIABLE),
        ((state == NOT_TOLD) | (in_time == NOT_TOLD), NOT_YET_CHECKED),
        else_=joined.sure,
    )
    judged = joined.mutate(verdict=verdict)
    if "outside_by" in by:
        window = ibis.ifelse(in_time == OUTSIDE, "window ", "")
        judged = judged.mutate(outside_by=(window + joined.outside_by).strip())
    return _summed(judged, by)


def counted_in_pairs(
    groups: ir.Table, pair_keys: ir.Table, stretch_keys: ir.Table, by: Sequence[str] = COUNTED
) -> ir.Table:
    """The same for versions whose kinds and days were judged together (rows of `PairKey` and `StretchKey`)."""
    import ibis

    joined = groups.inner_join(stretch_keys, ["first", "last"]).inner_join(pair_keys, ["version", "kind", "stretch"])
    verdict = ibis.cases(
        (joined.state == OUTSIDE, OUTSIDE_OF_IT),
        (joined.state == TOO_COARSE, UNVERIFIABLE),
        (joined.state == NOT_TOLD, NOT_YET_CHECKED),
        else_=joined.sure,
    )
    return _summed(joined.mutate(verdict=verdict), by)


def _summed(judged: ir.Table, by: Sequence[str]) -> ir.Table:
    return judged.group_by(list(by)).aggregate(n=judged.n.sum())
