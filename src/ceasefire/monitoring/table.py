"""Reports as a table (Arrow, Parquet), one row a report, and back without loss."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson

from ceasefire.monitoring.report import Grade, Moment, Place, Report

AT_ONCE = 20_000


def schema() -> Any:
    """The columns of the table. `repeats` is how many further rows of the file said the same as this one."""
    import pyarrow as pa

    texts = ("id", "source"), ("key", "reporter", "reliability", "credibility"), ("precision",), ("region", "text")
    one, two, three, four = ([(name, pa.string()) for name in group] for group in texts)
    days = [("first", pa.date32()), ("last", pa.date32()), ("instant", pa.string()), ("received", pa.date32())]
    point = [("place", pa.string()), ("lon", pa.float64()), ("lat", pa.float64())]
    rest = [("actors", pa.list_(pa.string())), ("deaths", pa.int64()), ("codes", pa.string()), ("repeats", pa.int64())]
    return pa.schema(
        [*one, ("number", pa.int64()), *two, *days, *point, *three, ("radius_km", pa.float64()), *four, *rest]
    )


def row_of(report: Report, repeats: int = 0) -> dict[str, Any]:
    """A report as a row."""
    return {
        "id": report.id,
        "source": report.source,
        "number": report.number,
        "key": report.key,
        "reporter": report.reporter,
        "reliability": report.grade.reliability,
        "credibility": report.grade.credibility,
        "first": report.happened.first,
        "last": report.happened.last,
        "instant": report.happened.instant,
        "received": report.received,
        "place": report.place.name,
        "lon": report.place.lon,
        "lat": report.place.lat,
        "precision": report.place.precision,
        "radius_km": report.place.radius_km,
        "region": report.place.region,
        "text": report.text,
        "actors": list(report.actors),
        "deaths": report.deaths,
        "codes": orjson.dumps(dict(report.codes)).decode(),
        "repeats": repeats,
    }


def report_of(row: Mapping[str, Any]) -> Report:
    """The report that a row was made of; how often it was repeated stays in the row."""
    return Report(
        id=row["id"],
        source=row["source"],
        number=row["number"],
        key=row["key"],
        reporter=row["reporter"],
        grade=Grade(row["reliability"], row["credibility"]),
        happened=Moment(row["first"], row["last"], row["instant"]),
        received=row["received"],
        place=Place(row["place"], row["lon"], row["lat"], row["precision"], row["radius_km"], row["region"]),
        text=row["text"],
        actors=tuple(row["actors"]),
        deaths=row["deaths"],
        codes=orjson.loads(row["codes"]),
    )


def batch_of(reports: Iterable[Report]) -> Any:
    """Reports as one Arrow batch, each said once."""
    import pyarrow as pa

    return pa.RecordBatch.from_pylist([row_of(one) for one in reports], schema=schema())


def batches_in(path: Path, columns: list[str] | None = None) -> Iterator[Any]:
    """The Arrow batches of a Parquet file, in its order; only some columns where they are named."""
    from pyarrow import parquet

    with parquet.ParquetFile(path) as held:
        yield from held.iter_batches(AT_ONCE, columns=columns)


def reports_in(path: Path) -> Iterator[Report]:
    """The reports of a Parquet file, in its order."""
    for batch in batches_in(path):
        yield from map(report_of, batch.to_pylist())
