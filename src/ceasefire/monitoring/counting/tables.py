"""From incidents in a table to counts under every version: keys are made, joined, and read back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from ceasefire.monitoring.counting.alike import ClassOf, merged
from ceasefire.monitoring.counting.counts import COUNTED, DAILY
from ceasefire.monitoring.counting.engine import DUCKDB, connected
from ceasefire.monitoring.counting.keys import KindKey, PairKey, SpanKey, StretchKey, kind_keys, pair_keys, span_keys
from ceasefire.monitoring.counting.kinds import Kinds
from ceasefire.monitoring.counting.spans import Span
from ceasefire.monitoring.places import Named
from ceasefire.monitoring.report import Moment
from ceasefire.monitoring.version import Version

if TYPE_CHECKING:
    import ibis.expr.types as ir

TYPES: dict[str, pa.DataType] = {
    **dict.fromkeys(("version", "kind", "of", "stretch"), pa.int32()),
    **dict.fromkeys(("first", "last"), pa.date32()),
    "n": pa.int64(),
}
"""What a column holds, by its name; all others hold text."""


def _schema(*names: str) -> pa.Schema:
    return pa.schema([(name, TYPES.get(name, pa.string())) for name in names])


INCIDENTS = _schema("kind", "first", "last", "sure")
"""What is counted: a row an incident; days are those of `spans.Span`, `sure` is what it would be inside the scope."""


def incidents_table(rows: Iterable[tuple[int, Moment, str]]) -> pa.Table:
    """Incidents as they are counted: the number of the kind, when it happened, how sure it is."""
    return _table(INCIDENTS, [(kind, *Span.of(when), sure) for kind, when, sure in rows])


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


@dataclass(frozen=True, slots=True)
class Terms:
    """What incidents are counted under: versions of terms, the kinds that their numbers mean, the regions named."""

    versions: Sequence[Version]
    kinds: Kinds
    named: Named


def count(
    incidents: pa.Table,
    versions: Sequence[Version],
    kinds: Kinds,
    named: Named,
    *,
    engine: str = DUCKDB,
    master: str = "",
) -> list[Count]:
    """Counts of incidents (rows of `INCIDENTS`) that are or may be attacks, under every version; sorted."""
    import ibis

    with connected(engine, master) as connection:
        return counts_of(connection, ibis.memtable(incidents.cast(INCIDENTS)), versions, kinds, named)


def counts_of(
    connection: Any, incidents: ir.Table, versions: Sequence[Version], kinds: Kinds, named: Named
) -> list[Count]:
    """The same of a table of any backend of Ibis, worked out by it."""
    found = counted_by(connection, incidents, Terms(versions, kinds, named), COUNTED).to_pylist()
    return sorted((_count(one) for one in found), key=_order)


def counted_by(connection: Any, incidents: ir.Table, terms: Terms, by: Sequence[str]) -> pa.Table:
    """Counts told apart by some of the columns of `COUNTED`, sorted by them; `n` is the number.

    The incidents stay in the backend, which reads them twice: for their days, and for the counts.
    """
    from ceasefire.monitoring.counting.counts import counted, counted_in_pairs, grouped

    spans = _spans(connection, incidents)
    listed = terms.kinds.listed()
    of_kinds = kind_keys(terms.versions, listed, terms.named)
    of_spans = span_keys(terms.versions, spans, terms.named)
    of_pairs, of_stretches = pair_keys(terms.versions, spans, listed, terms.named)
    if "kind" in by:
        classes = [ClassOf(one, one) for one in sorted({each.kind for each in (*of_kinds, *of_pairs)})]
    else:
        classes, of_kinds, of_pairs = merged(of_kinds, of_pairs, fields="outside_by" in by)
    groups = grouped(incidents, _keys(ClassOf, classes))
    found = []
    if of_kinds:
        found.append(counted(groups, _keys(KindKey, of_kinds), _keys(SpanKey, of_spans), by))
    if of_pairs:
        found.append(counted_in_pairs(groups, _keys(PairKey, of_pairs), _keys(StretchKey, of_stretches), by))
    schema = _schema(*by, "n")
    tables = [connection.to_pyarrow(one).select(schema.names).cast(schema) for one in found]
    return pa.concat_tables([schema.empty_table(), *tables]).sort_by([(name, "ascending") for name in by])


def count_parquet(path: str, terms: Terms, by: Sequence[str] = DAILY, *, engine: str = DUCKDB, master: str = "") -> pa.Table:
    """Counts of the incidents in Parquet files (columns of `INCIDENTS`), which the engine reads itself, part by part.

    `path` is a file, a folder or what else the engine can open; on Spark, where every worker finds it.
    """
    with connected(engine, master) as connection:
        return counted_by(connection, connection.read_parquet(path), terms, by)


def _spans(connection: Any, incidents: ir.Table) -> list[Span]:
    days = connection.to_pyarrow(incidents.select("first", "last").distinct())
    return [Span(*each) for each in zip(days["first"].to_pylist(), days["last"].to_pylist(), strict=True)]


def _keys(kind: Any, rows: Sequence[Any]) -> ir.Table:
    import ibis

    return ibis.memtable(_table(_schema(*kind._fields), rows))


def _table(schema: pa.Schema, rows: Sequence[Any]) -> pa.Table:
    columns = zip(*rows, strict=True) if rows else ((),) * len(schema)
    return pa.table([pa.array(column, one.type) for column, one in zip(columns, schema, strict=True)], schema)


def _count(row: dict[str, Any]) -> Count:
    return Count(**{**row, "outside_by": tuple(row["outside_by"].split())})


def _order(one: Count) -> tuple[object, ...]:
    return (one.version, one.first, one.last, one.kind, one.verdict, one.outside_by)
