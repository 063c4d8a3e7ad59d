"""Incidents counted under every version of the terms: two equi-joins and a sum, the same on DuckDB and on Spark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasefire.monitoring.assessment import NOT_YET_CHECKED, UNVERIFIABLE
from ceasefire.monitoring.assessment import OUTSIDE as OUTSIDE_OF_IT
from ceasefire.monitoring.scope_rules import NOT_TOLD, OUTSIDE, TOO_COARSE

if TYPE_CHECKING:
    import ibis.expr.types as ir

GROUP = ("kind", "first", "last", "sure")
"""What incidents are grouped by before anything is joined: their kind, their days, and how sure they are."""

COUNTED = ("version", "kind", "first", "last", "verdict", "outside_by")
"""What is told apart in the answer."""


def grouped(incidents: ir.Table) -> ir.Table:
    """How many incidents there are of each kind, span of days and sureness."""
    return incidents.group_by(list(GROUP)).aggregate(n=incidents.count())


def counted(groups: ir.Table, kind_keys: ir.Table, span_keys: ir.Table) -> ir.Table:
    """How many incidents of each version, span of days, kind and verdict there are; `outside_by` says why outside.

    `groups` come from `grouped`; the keys are rows of `KindKey` and `SpanKey`.
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
    window = ibis.ifelse(in_time == OUTSIDE, "window ", "")
    return _summed(joined.mutate(verdict=verdict, outside_by=(window + joined.outside_by).strip()))


def counted_in_pairs(groups: ir.Table, pair_keys: ir.Table) -> ir.Table:
    """The same for versions whose kinds and days were judged together (rows of `PairKey`)."""
    import ibis

    joined = groups.inner_join(pair_keys, ["kind", "first", "last"])
    verdict = ibis.cases(
        (joined.state == OUTSIDE, OUTSIDE_OF_IT),
        (joined.state == TOO_COARSE, UNVERIFIABLE),
        (joined.state == NOT_TOLD, NOT_YET_CHECKED),
        else_=joined.sure,
    )
    return _summed(joined.mutate(verdict=verdict))


def _summed(judged: ir.Table) -> ir.Table:
    return judged.group_by(list(COUNTED)).aggregate(n=judged.n.sum())
