"""From incidents in a table to counts under every version: keys are made, joined, and read back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from ceasefire.monitoring.counting.alike import Answers, ClassOf, merged
from ceasefire.monitoring.counting.columns import schema, table
from ceasefire.monitoring.counting.counts import COUNTED, DAILY
from ceasefire.monitoring.counting.engine import DUCKDB, connected
from ceasefire.monitoring.counting.keys import KindKey, PairKey, SpanKey, StretchKey
from ceasefire.monitoring.counting.kinds import Kinds
from ceasefire.monitoring.counting.rest import with_the_rest
from ceasefire.monitoring.counting.spans import Span
from ceasefire.monitoring.happened import NO
from ceasefire.monitoring.places import Named
from ceasefire.monitoring.report import Moment
from ceasefire.monitoring.version import Version

if TYPE_CHECKING:
    import ibis.expr.types as ir

INCIDENTS = schema("kind", "first", "last", "sure")
"""What is counted: a row an incident; days are those of `spans.Span`, `sure` is what it would be inside the scope."""


def incidents_table(rows: Iterable[tuple[int, Moment, str]]) -> pa.Table:
    """Incidents as they are counted: the number of the kind, when it happened, how sure it is."""
    return table(INCIDENTS, [(kind, *Span.of(when), sure) for kind, when, sure in rows])


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
    incidents: pa.Table, versions: Sequence[Version], kinds: Kinds, named: Named, connection: Any = None
) -> list[Count]:
    """Counts of incidents (rows of `INCIDENTS`) that are or may be attacks, under every version; sorted.

    `connection` is a backend from `engine.connected`; without one DuckDB counts them.
    """
    import ibis

    if connection is None:
        with connected() as own:
            return count(incidents, versions, kinds, named, own)
    return counts_of(connection, ibis.memtable(incidents.cast(INCIDENTS)), versions, kinds, named)


def counts_of(
    connection: Any, incidents: ir.Table, versions: Sequence[Version], kinds: Kinds, named: Named
) -> list[Count]:
    """The same of a table of any backend of Ibis, worked out by it."""
    found = counted_by(connection, incidents, Terms(versions, kinds, named), COUNTED).to_pylist()
    return sorted((_count(one) for one in found), key=_order)


def counted_by(connection: Any, incidents: ir.Table, terms: Terms, by: Sequence[str]) -> pa.Table:
    """Counts told apart by some of the columns of `COUNTED`, sorted by them; `n` is the number.

    The incidents stay in the backend, which reads them twice: for their days, and for the counts. Where nobody asks for
    kinds or for what excludes them, only those that are not outside are joined: the rest are outside.
    """
    totals = _totals(connection, incidents, terms)
    spans = [Span(*one) for one in zip(totals["first"].to_pylist(), totals["last"].to_pylist(), strict=True)]
    answers = Answers.under(terms.versions, terms.kinds.listed(), terms.named, spans)
    if not {"kind", "outside_by"}.isdisjoint(by):
        return _sums(connection, incidents, answers if "kind" in by else merged(answers, fields=True), by)
    inside = _sums(connection, incidents, merged(answers, fields=False).not_outside(), DAILY)
    return with_the_rest(inside, totals, len(terms.versions), by)


def _totals(connection: Any, incidents: ir.Table, terms: Terms) -> pa.Table:
    """How many incidents that are or may be attacks there are in each span of days."""
    from ceasefire.monitoring.counting.counts import daily_totals

    attacks = [ClassOf(number, number) for number, kind in enumerate(terms.kinds.listed()) if kind.attack != NO]
    columns = schema("first", "last", "n")
    return connection.to_pyarrow(daily_totals(incidents, _keys(ClassOf, attacks))).select(columns.names).cast(columns)


def _sums(connection: Any, incidents: ir.Table, answers: Answers, by: Sequence[str]) -> pa.Table:
    """What the backend counts, sorted."""
    from ceasefire.monitoring.counting.counts import counted, counted_in_pairs, grouped

    groups, found = grouped(incidents, _keys(ClassOf, answers.classes)), []
    if answers.kinds:
        found.append(counted(groups, _keys(KindKey, answers.kinds), _keys(SpanKey, answers.spans), by))
    if answers.pairs:
        found.append(counted_in_pairs(groups, _keys(PairKey, answers.pairs), _keys(StretchKey, answers.stretches), by))
    columns = schema(*by, "n")
    tables = [connection.to_pyarrow(one).select(columns.names).cast(columns) for one in found]
    return pa.concat_tables([columns.empty_table(), *tables]).sort_by([(name, "ascending") for name in by])


def count_parquet(
    path: str, terms: Terms, by: Sequence[str] = DAILY, *, engine: str = DUCKDB, master: str = ""
) -> pa.Table:
    """Counts of the incidents in Parquet files (columns of `INCIDENTS`), which the engine reads itself, part by part.

    `path` is a file, a folder or what else the engine can open; on Spark, where every worker finds it.
    """
    with connected(engine, master) as connection:
        return counted_by(connection, connection.read_parquet(path), terms, by)


def _keys(kind: Any, rows: Sequence[Any]) -> ir.Table:
    import ibis

    return ibis.memtable(table(schema(*kind._fields), rows))


def _count(row: dict[str, Any]) -> Count:
    return Count(**{**row, "outside_by": tuple(row["outside_by"].split())})


def _order(one: Count) -> tuple[object, ...]:
    return (one.version, one.first, one.last, one.kind, one.verdict, one.outside_by)
