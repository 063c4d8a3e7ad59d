"""Invented rows in the columns of each format, and files made of them."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

from ceasefire.monitoring.importing.counts import Counts
from ceasefire.monitoring.importing.running import How, import_file, unusable_in
from ceasefire.monitoring.report import Report, Unusable
from ceasefire.monitoring.table import reports_in

SHORT = ["datetime", "lon", "lat", "place_name", "event_type", "headline"]
ROW = ["2031-05-02 14:30:00", "24.5", "10.25", "Port Alma", "uav|loc", "A depot burns in Port Alma"]

UCDP = {
    "id": "71", "relid": "NOR-2031-1-9-1",
    "date_start": "2031-05-02 00:00:00.000", "date_end": "2031-05-04 00:00:00.000",
    "date_prec": "2", "where_prec": "2", "latitude": "10.25", "longitude": "24.5", "best": "3", "event_clarity": "1",
    "where_coordinates": "Port Alma", "side_a": "Government of Northland", "side_b": "River Front",
    "source_article": '"The Courier,2031-05-03,Three dead near the port";"Alma Radio,2031-05-05,Port shelled"',
    "source_date": "2031-05-05;2031-05-03", "source_headline": "Three dead near the port",
}  # fmt: skip
ACLED = {
    "event_id_cnty": "NOR9", "event_date": "14 May 2031", "time_precision": "2", "event_type": "Battles",
    "sub_event_type": "Armed clash", "actor1": "River Front", "actor2": "Military Forces of Northland",
    "civilian_targeting": "", "latitude": "10.25", "longitude": "24.5", "geo_precision": "1", "location": "Port Alma",
    "source": "The Courier; Alma Radio", "source_scale": "National", "notes": "They exchanged fire.", "fatalities": "0",
    "timestamp": "1936000000",
}  # fmt: skip
VIINA = {
    "event_id": "5", "report_id": "8", "date": "20310502", "time": "00:00", "longitude": "24.5", "latitude": "10.25",
    "GEO_PRECISION": "STREET", "GEO_API": "OSM", "asciiname": "Port Alma", "source": "courier", "url": "https://c.example",
    "text": "A depot burns", "lang": "ua", "t_airstrike_pred": "0.02", "a_rus_b": "0",
}  # fmt: skip
ALERT = {"region": "Alma", "started_at": "2031-05-02T22:30:00+00:00", "finished_at": "2031-05-02T23:00:00+00:00"}

MAPPING = """
source: northland-log
date: {first: day, forms: [day or month first]}
place: {name: where, lon: x, lat: y, precision: {is: near, radius_km: 10}}
reporter: {column: said_by, separator: "/"}
grade: {reliability: {column: trust, codes: {high: B, low: E}}, credibility: "3"}
"""


def table(path: Path, *rows: list[str], columns: list[str] | None = None, encoding: str = "utf-8") -> Path:
    """A CSV file of these rows, packed where its name says so."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "wt", encoding=encoding, newline="") as stream:
        csv.writer(stream).writerows([columns or SHORT, *rows])
    return path


def of(path: Path, row: dict[str, str]) -> Path:
    """A CSV file of one row."""
    return table(path, list(row.values()), columns=list(row))


def short(**changed: str) -> list[str]:
    """A row of the short form, with some cells changed."""
    return list((dict(zip(SHORT, ROW, strict=True)) | changed).values())


def made(path: Path, how: How | None = None) -> tuple[Counts, list[Report], list[Unusable]]:
    """What importing makes of a file."""
    to = path.with_name("made")
    counts = import_file(path, to, how or How())
    with to.with_name("made.unusable.jsonl").open(encoding="utf-8") as stream:
        unusable = list(unusable_in(stream))
    assert counts.rows == counts.used + len(unusable)
    return counts, list(reports_in(to.with_name("made.parquet"))), unusable
