"""From incidents in an Arrow table to counts under every version: keys are made, joined, and read back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from ceasefire.monitoring.counting.keys import KindKey, PairKey, Span, SpanKey, kind_keys, pair_keys, span_keys
from ceasefire.monitoring.counting.kinds import Kinds
from ceasefire.monitoring.places import Named
from ceasefire.monitoring.report import Moment
from ceasefire.monitoring.version import Version

if TYPE_CHECKING:
    import ibis.expr.types as ir

TYPES: dict[str, pa.DataType] = {"int": pa.int32(), "date": pa.date32(), "str": pa.string()}

INCIDENTS = pa.schema(
    [("kind", pa.int32()), ("first", pa.date32()), ("last", pa.date32()), ("sure", pa.string())],
)
"""What is counted: a row an incident; days are those of `keys.Span`, `sure` is what it would be inside the scope."""


def incidents_table(rows: Iterable[tuple[int, Moment, str]]) -> pa.Table:
    """Incidents as they are counted: the number of the kind, when it happened, how sure it is."""
    held = [(kind, Span.of(when), sure) for kind, when, sure in rows]
    columns = [
        [kind for kind, _, _ in held],
        [span.first for _, span, _ in held],
        [span.last for _, span, _ in held],
        [sure for _, _, sure in held],
    ]
    return pa.table([pa.array(column, one.type) for column, one in zip(columns, INCIDENTS, strict=True)], INCIDENTS)


@dataclass(frozen=True, slots=True)
class Count:
    """So many incidents of a kind, in a span of days, have a verdict under a version."""

    version: int
    kind: int
    first: date
    last: date
    verdict: str
    outside_by: tuple[str, ...]
    n: int


def count(incidents: pa.Table, versions: Sequence[Version], kinds: Kinds, named: Named) -> list[Count]:
    """Counts of incidents (rows of `INCIDENTS`) that are or may be attacks, under every version; sorted."""
    import ibis

    connection = ibis.duckdb.connect()
    try:
        return counts_of(connection, ibis.memtable(incidents.cast(INCIDENTS)), versions, kinds, named)
    finally:
        connection.disconnect()


def counts_of(
    connection: Any, incidents: ir.Table, versions: Sequence[Version], kinds: Kinds, named: Named
) -> list[Count]:
    """The same of a table of any backend of Ibis, worked out by it."""
    import ibis

    from ceasefire.monitoring.counting.counts import counted, counted_in_pairs, grouped

    groups = connection.to_pyarrow(grouped(incidents))
    met = ibis.memtable(groups)
    pairs = [(one["kind"], Span(one["first"], one["last"])) for one in groups.to_pylist()]
    listed = kinds.listed()
    found = connection.to_pyarrow(
        counted(
            met,
            _keys(KindKey, kind_keys(versions, listed, named)),
            _keys(SpanKey, span_keys(versions, (span for _, span in pairs), named)),
        )
    ).to_pylist()
    together = pair_keys(versions, pairs, listed, named)
    if together:
        found += connection.to_pyarrow(counted_in_pairs(met, _keys(PairKey, together))).to_pylist()
    return sorted((_count(one) for one in found), key=_order)


def _keys(kind: type[Any], rows: Sequence[Any]) -> ir.Table:
    import ibis

    schema = pa.schema([(one.name, TYPES[str(one.type)]) for one in fields(kind)])
    return ibis.memtable(pa.Table.from_pylist([asdict(one) for one in rows], schema=schema))


def _count(row: dict[str, Any]) -> Count:
    return Count(**{**row, "outside_by": tuple(row["outside_by"].split())})


def _order(one: Count) -> tuple[object, ...]:
    return (one.version, one.first, one.last, one.kind, one.verdict, one.outside_by)
